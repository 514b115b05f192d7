package org.stillpoint.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs the reference, the fast engine and the peers on the same workloads and writes tables of ratios. */
public final class Compare {

    private static final List<String> PEERS = List.of("fmpq", "fmpz", "mpq");

    private final boolean quick;
    private final Path programs;
    private final Report report;

    private Compare(boolean quick, Path programs, Report report) {
        this.quick = quick;
        this.programs = programs;
        this.report = report;
    }

    /**
     * Takes {@code --quick}, {@code --programs DIR} with the peers, {@code --only TEXT} in the titles of tables,
     * {@code --out FILE}, {@code --command TEXT} and {@code --note TEXT} about the machine; exits with 1 if the weights differ
     * anywhere.
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        Compare compare = new Compare(options.containsKey("--quick"), Path.of(options.getOrDefault("--programs", ".")),
                new Report(options.getOrDefault("--only", "")));
        compare.all(options.getOrDefault("--command", "src/bench/compare"), options.getOrDefault("--note", ""));
        if (options.containsKey("--out")) {
            Files.writeString(Path.of(options.get("--out")), compare.report.text());
        }
        System.exit(compare.report.agreed() ? 0 : 1);
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            options.put(arguments[i], arguments[i].equals("--quick") ? "" : arguments[++i]);
        }
        return options;
    }

    private void all(String command, String note) throws IOException {
        String loadBefore = load();
        Map<String, Path> peers = peers();
        header(command, note, peers);
        new Agreement(report, peers).write(quick ? 50 : 200);
        new EngineTables(quick, peers, report).all();
        new BallTables(quick, programs, report).all();
        CertificateTable.write(report, CertificateTable.MOST);
        FallbackTable.write(report, EngineTables.rounds(quick));
        ParallelTable.write(report, EngineTables.rounds(quick));
        report.write("");
        report.write("## Load of the machine");
        report.write("");
        report.write("Processes that ran or were ready to, the mean of a minute: " + loadBefore + " before, " + load()
                + " at the end, where this comparison is one of them.");
        report.missed();
    }

    private void header(String command, String note, Map<String, Path> peers) throws IOException {
        report.write("# Benchmarks");
        report.write("");
        report.write("Made by `" + command + "`; nothing here is typed. Contestants take turns on the same inputs, in "
                + EngineTables.rounds(quick) + " rounds, and a ratio is the median over the rounds of how many times as long the "
                + "other one takes as the fast engine: above 1 the fast engine wins. Every contestant warms up before its first "
                + "round, starting a process is never timed, and import from and export to canonical fractions always are. All "
                + "ended with the same weights unless a line says otherwise.");
        report.write("");
        report.write("- machine: " + processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ", Java " + System.getProperty("java.vm.version")
                + ManagementFactory.getRuntimeMXBean().getInputArguments().stream().map(" `%s`"::formatted)
                .collect(Collectors.joining()));
        if (!note.isEmpty()) {
            report.write("- peers: " + note);
        }
        report.write("- naive: the reference kernel on BigFraction. fmpq: FLINT fractions, naive. fmpz: FLINT integers, tuned: "
                + "one denominator a unit, or for several hidden layers one a step. mpq: GMP fractions, naive. fast: the engine, "
                + "or for the enumeration the guarded integers. arb: midpoint-radius balls of a fixed precision, against which "
                + "the enclosures are timed: below 1 Java wins there.");
        for (String peer : PEERS) {
            if (!peers.containsKey(peer)) {
                report.write("- " + peer + " is missing: its library was not found.");
            }
        }
    }

    private Map<String, Path> peers() {
        Map<String, Path> peers = new LinkedHashMap<>();
        for (String peer : PEERS) {
            Path program = programs.resolve(peer);
            if (Files.isExecutable(program)) {
                peers.put(peer, program);
            }
        }
        return peers;
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        return !Files.isReadable(file) ? "unknown processor" : Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2)).findFirst().orElse("unknown processor");
    }

    private static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }
}
