package org.stillpoint.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How long linting a large model takes in little memory, each time in a process of its own, its start included. */
final class LintTable {

    private static final String HEAP = "-Xmx256m";
    private static final int MEGABYTES = 1000;
    private static final int ROUNDS = 3;
    private static final int WORST_EXPECTED_EXIT = 1;
    private static final long POLL = 10;

    private record Outcome(long nanos, OptionalLong kilobytes) {
    }

    private LintTable() {
    }

    /** @param args how many megabytes the file has; by default 1000 */
    public static void main(String[] args) throws IOException, InterruptedException {
        LargeModel model = LargeModel.of(args.length > 0 ? Integer.parseInt(args[0]) : MEGABYTES);
        Path folder = Files.createTempDirectory("stillpoint-lint");
        Path file = Files.createFile(folder.resolve("big.safetensors"));
        try {
            model.write(file);
            Report report = new Report();
            report.header("Linting a file of " + Files.size(file) / 1_000_000 + " MB in " + HEAP, List.of("what", "parameters",
                    "time", "parameters a second", "peak memory"));
            report.row(measure("survey of all tensors", model, List.of("org.stillpoint.bench.SurveyRun", file.toString()),
                    folder));
            report.row(measure("lint", model, List.of("org.stillpoint.cli.Main", "lint", file.toString()), folder));
        } finally {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path each : left.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    private static Stream<String> measure(String what, LargeModel model, List<String> arguments, Path folder)
            throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            outcomes.add(run(arguments, folder.resolve("output")));
        }
        long median = outcomes.stream().mapToLong(Outcome::nanos).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
        OptionalLong peak = outcomes.stream().flatMapToLong(each -> each.kilobytes().stream()).max();
        return Stream.of(what, String.format(Locale.ROOT, "%d million", model.entries() / 1_000_000),
                Report.time(OptionalDouble.of(median)),
                String.format(Locale.ROOT, "%.0f million", model.entries() * 1e3 / median),
                peak.isEmpty() ? "-" : peak.getAsLong() / 1000 + " MB");
    }

    private static Outcome run(List<String> arguments, Path output) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP,
                "-classpath", System.getProperty("java.class.path")));
        command.addAll(arguments);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        OptionalLong peak = OptionalLong.empty();
        do {
            OptionalLong now = peak(process.pid());
            peak = now.isPresent() ? now : peak;
        } while (!process.waitFor(POLL, TimeUnit.MILLISECONDS));
        long nanos = System.nanoTime() - begin;
        if (process.exitValue() > WORST_EXPECTED_EXIT) {
            throw new IllegalStateException(arguments + " ended with " + process.exitValue() + ": " + Files.readString(output));
        }
        return new Outcome(nanos, peak);
    }

    /** The most memory that a process had so far, in kilobytes; empty where the system does not say, or the process is gone. */
    private static OptionalLong peak(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException notThere) {
            return OptionalLong.empty();
        }
    }
}
