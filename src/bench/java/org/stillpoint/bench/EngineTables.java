package org.stillpoint.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.fast.FastEngine;
import org.stillpoint.engine.fast.Shortcuts;
import org.stillpoint.training.Engine;

/** Times the fast engine against the reference and the peers. */
final class EngineTables {

    private static final String NAIVE = "naive";
    private static final String FAST = "fast";
    private static final String FMPQ = "fmpq";
    private static final String FMPZ = "fmpz";
    private static final String MPQ = "mpq";
    private static final List<Integer> WIDTHS = List.of(10, 10, 1);
    private static final BigFraction HALF = new BigFraction(1, 2);
    private static final long MILLISECOND = 1_000_000;

    private final boolean quick;
    private final Map<String, Path> peers;
    private final Report report;

    /** @param peers the programs by their names */
    EngineTables(boolean quick, Map<String, Path> peers, Report report) {
        this.quick = quick;
        this.peers = peers;
        this.report = report;
    }

    void all() {
        targets();
        growth();
        parts();
        linear();
    }

    private int rounds() {
        return rounds(quick);
    }

    static int rounds(boolean quick) {
        return quick ? 5 : 9;
    }

    private long budget() {
        return (quick ? 25 : 60) * MILLISECOND;
    }

    /** What is to be reached, as in the design: at least so many times as fast. */
    private record Target(Workload workload, Map<String, Double> least) {

        static Target of(Workload workload, double naive, double fmpq, double fmpz) {
            return new Target(workload, Map.of(NAIVE, naive, FMPQ, fmpq, FMPZ, fmpz));
        }
    }

    private static Settings hinge(int steps) {
        return Settings.defaults(steps);
    }

    private static Settings squared(int steps) {
        return Settings.defaults(steps).withLoss(Loss.SQUARED).withLearningRate(new BigFraction(1, 256));
    }

    private static Settings momentum(int steps, int batch) {
        return hinge(steps).withMomentum(HALF).withBatchSize(batch);
    }

    private static Workload.Train twenty() {
        return Trainings.generated("20 hinge steps of 10-10-1", WIDTHS, 20, hinge(20));
    }

    private static Workload.Train epoch() {
        return Trainings.generated("an epoch of 100 hinge steps", WIDTHS, 100, hinge(100));
    }

    private static Workload.Train epochs(int epochs) {
        return Trainings.generated(100 * epochs + " hinge steps, " + epochs + " epochs", WIDTHS, 100, hinge(100 * epochs));
    }

    private static Workload.Train bits(int bits) {
        return Trainings.dyadic("20 hinge steps of 10-10-1, numbers of " + bits + " bits", WIDTHS, 20, hinge(20), bits);
    }

    private static Workload.Train withMomentum() {
        return Trainings.generated("20 hinge steps of 10-10-1, momentum 1/2, batches of 10", WIDTHS, 100, momentum(20, 10));
    }

    private static Workload.Train dyadicSquared(int steps) {
        return Trainings.dyadic(steps + " squared steps of 10-10-1, dyadic", WIDTHS, 10, squared(steps), 3);
    }

    private static Workload.Train thirdsSquared(int steps) {
        return Trainings.thirds(steps + " squared steps of 10-10-1, thirds", WIDTHS, 10, squared(steps));
    }

    /** So many samples are flipped that 5 and 7 of 20 and 100 steps move with two hidden layers, 3 and 4 with three. */
    private static List<Workload.Train> deep() {
        return Stream.of(5, 10).flatMap(width -> Stream.of(
                Trainings.deep(2, width, 20, 5), Trainings.deep(2, width, 100, 7),
                Trainings.deep(3, width, 20, 3), Trainings.deep(3, width, 100, 4))).toList();
    }

    private List<Target> listed() {
        List<Target> targets = new ArrayList<>();
        targets.add(Target.of(Trainings.oneStep("one hinge step of 2-2-1", List.of(2, 2, 1)), 10, 2, 1.5));
        targets.add(Target.of(Trainings.oneStep("one hinge step of 10-10-1", WIDTHS), 10, 2, 1.5));
        targets.add(Target.of(twenty(), 60, 10, 3));
        targets.add(Target.of(epoch(), 400, 50, 5));
        targets.add(Target.of(epochs(3), 500, 30, 1));
        if (!quick) {
            targets.add(Target.of(epochs(10), 500, 30, 1));
        }
        deep().forEach(training -> targets.add(Target.of(training, 40, 10, 2)));
        targets.add(Target.of(bits(64), 100, 5, 1));
        targets.add(Target.of(withMomentum(), 40, 8, 2));
        for (int steps : quick ? List.of(1, 4, 7) : List.of(1, 2, 3, 4, 5, 6, 7)) {
            for (Workload.Train training : List.of(dyadicSquared(steps), thirdsSquared(steps))) {
                targets.add(steps == 7 ? Target.of(training, 60, 1.5, 1) : new Target(training, Map.of(FMPQ, 1.5, FMPZ, 1.0)));
            }
        }
        targets.add(Target.of(Workload.xor(10), 150, 50, 25));
        return targets;
    }

    private void targets() {
        if (!report.wants("Targets")) {
            return;
        }
        report.header("Targets", List.of("workload", "fast, a run", "naive / fast", "target", "fmpq / fast", "target",
                "fmpz / fast", "target", "mpq / fast"));
        for (Target target : listed()) {
            String name = target.workload().name();
            Race race = race(target.workload(), warmUp());
            List<String> cells = new ArrayList<>(List.of(name, Report.time(race.median(FAST))));
            for (String slow : List.of(NAIVE, FMPQ, FMPZ)) {
                cells.addAll(compared(name, slow, race.ratio(slow, FAST), target.least().get(slow)));
            }
            cells.add(Report.ratio(race.ratio(MPQ, FAST)));
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

    /** Long enough for the compiler to be done with what is new. */
    private long warmUp() {
        return (quick ? 600 : 1500) * MILLISECOND;
    }

    private void reportDisagreement(Race race, Workload workload) {
        List<String> disagreeing = race.disagreeing();
        if (!disagreeing.isEmpty()) {
            report.disagree(workload.name() + ": other weights from " + String.join(", ", disagreeing));
        }
    }

    private Race race(Workload workload, long warmUp) {
        Race race = new Race();
        Contestant fast = Contestant.of(Engine.FAST, workload);
        Contestant naive = Contestant.of(Engine.REFERENCE, workload);
        race.add(FAST, fast);
        race.add(NAIVE, naive);
        List<Peer> started = new ArrayList<>();
        if (!workload.text().isEmpty()) {
            peers.forEach((name, program) -> {
                started.add(new Peer(program, workload));
                race.add(name, started.get(started.size() - 1));
            });
        }
        reportDisagreement(race, workload);
        Race.warmUp(fast, warmUp);
        Race.warmUp(naive, warmUp);
        race.run(rounds(), budget(), budget(), 20 * budget());
        started.forEach(Peer::close);
        return race;
    }

    private void growth() {
        grow("Growth with steps, 10-10-1, 100 samples", "steps", quick ? List.of(1, 20, 100) : List.of(1, 20, 100, 300, 1000),
                steps -> Trainings.generated(steps + "", WIDTHS, 100, hinge(steps)));
        grow("Growth with width, n-n-1, 20 hinge steps", "n", quick ? List.of(2, 5, 20) : List.of(2, 5, 10, 20, 40),
                n -> Trainings.generated(n + "", List.of(n, n, 1), 20, hinge(20)));
        grow("Growth with depth, 5 units a layer, 5 hinge steps", "hidden layers", List.of(1, 2, 3),
                depth -> Trainings.generated(depth + "", Stream.concat(Collections.nCopies(depth + 1, 5).stream(), Stream.of(1))
                        .toList(), 20, hinge(5)));
        grow("Growth with the bits of the numbers, 10-10-1, 20 hinge steps, dyadic", "bits",
                quick ? List.of(4, 64, 200) : List.of(4, 16, 64, 200),
                bits -> Trainings.dyadic(bits + "", WIDTHS, 20, hinge(20), bits));
        grow("Growth with the steps under momentum 1/2, 10-10-1, 100 samples", "steps",
                quick ? List.of(1, 20) : List.of(1, 5, 20, 100),
                steps -> Trainings.generated(steps + "", WIDTHS, 100, momentum(steps, 1)));
        grow("Growth with the size of a batch, 10-10-1, 100 samples, 20 hinge steps", "batch",
                quick ? List.of(1, 10, 100) : List.of(1, 3, 10, 30, 100),
                batch -> Trainings.generated(batch + "", WIDTHS, 100, hinge(20).withBatchSize(batch)));
        grow("Growth with outputs, 10-10-n, 20 hinge steps", "outputs", quick ? List.of(1, 10) : List.of(1, 2, 5, 10),
                outputs -> Trainings.severalOutputs(outputs + "", 10, outputs, 20, hinge(20)));
        grow("Growth with squared steps, 10-10-1, dyadic", "steps", quick ? List.of(1, 3, 5) : List.of(1, 2, 3, 4, 5, 6, 7),
                steps -> Trainings.dyadic(steps + "", WIDTHS, 10, squared(steps), 3));
    }

    private void grow(String title, String what, List<Integer> sizes, IntFunction<Workload> workloads) {
        if (!report.wants(title)) {
            return;
        }
        report.header(title, List.of(what, "fast, a run", "naive / fast", "fmpq / fast", "fmpz / fast", "mpq / fast"));
        for (int size : sizes) {
            Race race = race(workloads.apply(size), warmUp() / 4);
            report.row(Stream.concat(Stream.of(size + "", Report.time(race.median(FAST))),
                    Stream.of(NAIVE, FMPQ, FMPZ, MPQ).map(slow -> Report.ratio(race.ratio(slow, FAST)))));
        }
    }

    private void parts() {
        String title = "Where the time of the fast engine goes";
        if (!report.wants(title)) {
            return;
        }
        report.header(title, List.of("workload", "import", "steps", "export"));
        Stream.of(Stream.of(Trainings.oneStep("one hinge step of 10-10-1", WIDTHS), twenty(), epoch(), epochs(3)),
                deep().stream().limit(4),
                Stream.of(bits(64), withMomentum(), dyadicSquared(1), dyadicSquared(7), thirdsSquared(7)))
                .flatMap(trainings -> trainings).forEach(this::parts);
    }

    private void parts(Workload.Train train) {
        long[] nanos = new long[3];
        Race.warmUp(Contestant.of(Engine.FAST, train), warmUp() / 4);
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

    /** What the way of its own for one hidden layer is worth. */
    private void linear() {
        String title = "One hidden layer with and without linear steps";
        if (!report.wants(title)) {
            return;
        }
        report.header(title, List.of("workload", "linear steps, a run", "backpropagation / linear steps"));
        for (Workload.Train train : List.of(Trainings.oneStep("one hinge step of 10-10-1", WIDTHS), twenty(), epoch(),
                epochs(3), withMomentum(), bits(64), bits(200))) {
            Race race = new Race();
            Contestant linear = Contestant.of(Shortcuts.ALL, train);
            Contestant backpropagation = Contestant.of(new Shortcuts(true, true, false), train);
            race.add(FAST, linear);
            race.add("backpropagation", backpropagation);
            reportDisagreement(race, train);
            Race.warmUp(linear, warmUp());
            Race.warmUp(backpropagation, warmUp());
            race.run(rounds(), budget(), budget(), 20 * budget());
            report.row(Stream.of(train.name(), Report.time(race.median(FAST)),
                    Report.ratio(race.ratio("backpropagation", FAST))));
        }
    }
}
