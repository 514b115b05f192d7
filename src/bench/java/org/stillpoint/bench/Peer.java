package org.stillpoint.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in C that waits for orders; see {@code src/bench/c/orders.h}. */
final class Peer implements Contestant, AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final int units;

    Peer(Path program, Workload workload) {
        try {
            Path file = Files.createTempFile("stillpoint", ".workload");
            Files.writeString(file, workload.text());
            process = new ProcessBuilder(program.toString(), file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            out = process.inputReader();
            in = process.outputWriter();
            units = workload instanceof Workload.Enumerate all ? all.problem().units() : 0;
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long run(long times) {
        return Long.parseLong(ask("run " + times));
    }

    @Override
    public String weights() {
        List<String> lines = new ArrayList<>();
        for (String line = ask("results"); !line.equals("end"); line = next()) {
            lines.add(line);
        }
        return units == 0 ? String.join("\n", lines) : Contestant.sorted(lines, units);
    }

    private String ask(String order) {
        try {
            in.write(order + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next();
    }

    private String next() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("the peer ended with " + process.waitFor());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
