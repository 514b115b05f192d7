package org.stillpoint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.fast.FastEngine;
import org.stillpoint.engine.fast.Shortcuts;
import org.stillpoint.training.Engine;

/** Runs the reference, the fast engine and the peers on the same workloads and writes tables of ratios. */
public final class Compare {

    private static final String NAIVE = "naive";
    private static final String FAST = "fast";
    private static final List<String> PEERS = List.of("fmpq", "fmpz", "mpq");
    private static final long MILLISECOND = 1_000_000;

    private final boolean quick;
    private final Path programs;
    private final Report report = new Report();

    private Compare(boolean quick, Path programs) {
        this.quick = quick;
        this.programs = programs;
    }

    /**
     * Takes {@code --quick}, {@code --programs DIR} with the peers, {@code --out FILE}, {@code --command TEXT} and
     * {@code --note TEXT} about the machine; exits with 1 if the weights differ anywhere.
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        Compare compare = new Compare(options.containsKey("--quick"), Path.of(options.getOrDefault("--programs", ".")));
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
        report.write("# Benchmarks");
        report.write("");
        report.write("Made by `" + command + "`; nothing here is typed. Contestants take turns on the same inputs, in " + rounds()
                + " rounds, and a ratio is the median over the rounds of how many times as long the other one takes as the fast "
                + "engine: above 1 the fast engine wins. Every contestant warms up before its first round, starting a process is "
                + "never timed, and import from and export to canonical fractions always are. All ended with the same weights "
                + "unless a line says otherwise.");
        report.write("");
        report.write("- machine: " + processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ", Java " + System.getProperty("java.vm.version"));
        if (!note.isEmpty()) {
            report.write("- peers: " + note);
        }
        report.write("- naive: the reference kernel on BigFraction. fmpq: FLINT fractions, naive. fmpz: FLINT integers, one "
                + "denominator a unit, tuned. mpq: GMP fractions, naive. fast: the engine, or for the enumeration the guarded "
                + "integers. arb: midpoint-radius balls of a fixed precision, against which the enclosures are timed: below 1 Java "
                + "wins there.");
        for (String peer : PEERS) {
            if (!present(peer)) {
                report.write("- " + peer + " is missing: its library was not found.");
            }
        }
        targets();
        growth();
        parts();
        new BallTables(quick, programs, report).all();
        CertificateTable.write(report, CertificateTable.MOST);
        ParallelTable.write(report, rounds());
        report.missed();
    }

    private int rounds() {
        return quick ? 5 : 11;
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        return !Files.isReadable(file) ? "unknown processor" : Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2)).findFirst().orElse("unknown processor");
    }

    private boolean present(String peer) {
        return Files.isExecutable(programs.resolve(peer));
    }

    /** What is to be reached, as in the design: at least so many times as fast. */
    private record Target(Workload workload, Map<String, Double> least) {
    }

    private static Settings hinge(int steps) {
        return Settings.defaults(steps);
    }

    private static Settings squared(int steps) {
        return Settings.defaults(steps).withLoss(Loss.SQUARED).withLearningRate(new BigFraction(1, 256));
    }

    private static List<Integer> widths(int... widths) {
        return Arrays.stream(widths).boxed().toList();
    }

    private void targets() {
        report.header("Targets", List.of("workload", "fast, a run", "naive / fast", "target", "fmpq / fast", "target",
                "fmpz / fast", "target", "mpq / fast"));
        List<Target> targets = new ArrayList<>(List.of(
                new Target(Workload.train("20 hinge steps of 10-10-1", widths(10, 10, 1), 20, hinge(20)),
                        Map.of(NAIVE, 60.0, "fmpq", 10.0, "fmpz", 3.0)),
                new Target(Workload.train("an epoch of 100 hinge steps", widths(10, 10, 1), 100, hinge(100)),
                        Map.of(NAIVE, 400.0, "fmpq", 50.0, "fmpz", 5.0)),
                new Target(Workload.train("300 hinge steps, 3 epochs", widths(10, 10, 1), 100, hinge(300)),
                        Map.of(NAIVE, 500.0, "fmpq", 30.0, "fmpz", 1.0))));
        if (!quick) {
            targets.add(new Target(Workload.train("1000 hinge steps, 10 epochs", widths(10, 10, 1), 100, hinge(1000)),
                    Map.of(NAIVE, 500.0, "fmpq", 30.0, "fmpz", 1.0)));
        }
        targets.add(new Target(Workload.xor(10), Map.of(NAIVE, 150.0, "fmpq", 50.0, "fmpz", 25.0)));
        targets.add(new Target(Workload.dyadic("7 squared steps of 10-10-1, dyadic", widths(10, 10, 1), 10, squared(7), 3),
                Map.of(NAIVE, 60.0, "fmpz", 0.25)));
        for (Target target : targets) {
            Race race = race(target.workload(), warmUp());
            List<String> cells = new ArrayList<>(List.of(target.workload().name(), Report.time(race.median(FAST))));
            for (String slow : List.of(NAIVE, "fmpq", "fmpz")) {
                cells.addAll(compared(target.workload().name(), slow, race.ratio(slow, FAST), target.least().get(slow)));
            }
            cells.add(Report.ratio(race.ratio("mpq", FAST)));
            report.row(cells.stream());
        }
        tries();
    }

    private List<String> compared(String workload, String slow, OptionalDouble reached, Double least) {
        if (least != null && reached.isPresent() && reached.getAsDouble() < least) {
            report.miss(workload + ": " + Report.ratio(reached) + " against " + slow + ", target "
                    + Report.ratio(OptionalDouble.of(least)));
        }
        return List.of(Report.ratio(reached), least == null ? "" : ">= " + Report.ratio(OptionalDouble.of(least)));
    }

    private void tries() {
        Race race = new Race();
        race.add(NAIVE, new PropertyRun("referenceOnOrdinaryArbitraries"));
        race.add("ordinary", new PropertyRun("fastOnOrdinaryArbitraries"));
        race.add("bulk", new PropertyRun("fastOnABulkArbitrary"));
        race.run(rounds(), warmUp(), budget(), 40 * budget());
        tries(race, "a jqwik try of 20 steps, ordinary arbitraries in both", "ordinary", 10);
        tries(race, "the same, a bulk arbitrary in the fast one", "bulk", 50);
    }

    private void tries(Race race, String name, String contestant, double least) {
        report.row(Stream.concat(Stream.concat(Stream.of(name, Report.time(race.median(contestant))),
                compared(name, NAIVE, race.ratio(NAIVE, contestant), least).stream()), Stream.of("", "", "", "", "")));
    }

    private long budget() {
        return (quick ? 40 : 250) * MILLISECOND;
    }

    /** Long enough for the compiler to be done with what is new. */
    private long warmUp() {
        return (quick ? 800 : 4000) * MILLISECOND;
    }

    private Race race(Workload workload, long warmUp) {
        List<Peer> peers = new ArrayList<>();
        Race race = new Race();
        race.add(FAST, Contestant.of(Engine.FAST, workload));
        race.add(NAIVE, Contestant.of(Engine.REFERENCE, workload));
        for (String name : PEERS) {
            if (present(name) && !workload.text().isEmpty()) {
                Peer peer = new Peer(programs.resolve(name), workload);
                peers.add(peer);
                race.add(name, peer);
            }
        }
        List<String> disagreeing = race.disagreeing();
        if (!disagreeing.isEmpty()) {
            report.disagree(workload.name() + ": other weights from " + String.join(", ", disagreeing));
        }
        race.run(rounds(), warmUp, budget(), 40 * budget());
        peers.forEach(Peer::close);
        return race;
    }

    private void growth() {
        grow("Growth with steps, 10-10-1, 100 samples", "steps", quick ? List.of(1, 20, 100) : List.of(1, 20, 100, 300, 1000),
                steps -> Workload.train(steps + "", widths(10, 10, 1), 100, hinge(steps)));
        grow("Growth with width, n-n-1, 20 hinge steps", "n", quick ? List.of(2, 5, 20) : List.of(2, 5, 10, 20, 40),
                n -> Workload.train(n + "", widths(n, n, 1), 20, hinge(20)));
        grow("Growth with depth, 5 units a layer, 5 hinge steps", "hidden layers", List.of(1, 2, 3),
                depth -> Workload.train(depth + "", Stream.concat(IntStream.rangeClosed(0, depth).mapToObj(l -> 5), Stream.of(1))
                        .toList(), 20, hinge(5)));
        grow("Growth with the bits of the numbers, 10-10-1, 20 hinge steps, dyadic", "bits",
                quick ? List.of(4, 64) : List.of(4, 16, 64, 256),
                bits -> Workload.dyadic(bits + "", widths(10, 10, 1), 20, hinge(20), bits));
        grow("Growth with squared steps, 10-10-1, dyadic", "steps", quick ? List.of(1, 3, 5) : List.of(1, 2, 3, 4, 5, 6, 7),
                steps -> Workload.dyadic(steps + "", widths(10, 10, 1), 10, squared(steps), 3));
    }

    private void grow(String title, String what, List<Integer> sizes, IntFunction<Workload> workloads) {
        report.header(title, List.of(what, "fast, a run", "naive / fast", "fmpq / fast", "fmpz / fast", "mpq / fast"));
        for (int size : sizes) {
            Race race = race(workloads.apply(size), 4 * budget());
            report.row(Stream.concat(Stream.of(size + "", Report.time(race.median(FAST))),
                    Stream.of(NAIVE, "fmpq", "fmpz", "mpq").map(slow -> Report.ratio(race.ratio(slow, FAST)))));
        }
    }

    /** Where the time of the fast engine goes. */
    private void parts() {
        report.header("Where the time of the fast engine goes", List.of("workload", "import", "steps", "export"));
        for (Workload.Train train : List.of(
                Workload.train("20 hinge steps of 10-10-1", widths(10, 10, 1), 20, hinge(20)),
                Workload.train("an epoch of 100 hinge steps", widths(10, 10, 1), 100, hinge(100)),
                Workload.train("300 hinge steps, 3 epochs", widths(10, 10, 1), 100, hinge(300)),
                Workload.dyadic("7 squared steps of 10-10-1, dyadic", widths(10, 10, 1), 10, squared(7), 3))) {
            long[] nanos = new long[3];
            long end = System.nanoTime() + 10 * budget();
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                Course course = FastEngine.start(train.network(), train.data(), train.settings(), Shortcuts.ALL);
                long imported = System.nanoTime();
                for (int step = 0; step < train.settings().steps(); step++) {
                    course.step();
                }
                long stepped = System.nanoTime();
                Contestant.Sink.network = course.network();
                nanos[0] += imported - start;
                nanos[1] += stepped - imported;
                nanos[2] += System.nanoTime() - stepped;
            }
            double sum = nanos[0] + nanos[1] + nanos[2];
            report.row(Stream.concat(Stream.of(train.name()),
                    Arrays.stream(nanos).mapToObj(part -> String.format(Locale.ROOT, "%.0f %%", 100 * part / sum))));
        }
    }
}
