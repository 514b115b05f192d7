package org.stillpoint.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.fast.FastEngine;
import org.stillpoint.engine.fast.Shortcuts;

/** Times balls, and trainings that end with certain digits, against arb. */
final class BallTables {

    private static final String JAVA = "Java";
    private static final String ARB = "arb";
    private static final String SAME_IN_ARB = "the same in arb";
    private static final int LONGEST_FRACTION = 32_768;
    private static final long MILLISECOND = 1_000_000;

    private final boolean quick;
    private final Path arb;
    private final Report report;
    private boolean prepared;

    BallTables(boolean quick, Path programs, Report report) {
        this.quick = quick;
        this.arb = programs.resolve(ARB);
        this.report = report;
    }

    void all() {
        functions();
        plain();
        growth();
        certified();
        beyondFractions();
    }

    /** Whether a table is wanted; before the first one, makes sure that the compiler is done with what all of them time. */
    private boolean wants(String title) {
        if (!report.wants(title)) {
            return false;
        }
        if (!prepared) {
            prepare();
        }
        return true;
    }

    private void prepare() {
        prepared = true;
        for (BallWorkload.Operation operation : BallWorkload.Operation.values()) {
            Race.warmUp(new BallContestant.Applies(BallWorkload.Function.of(operation, 256)), 100 * budget());
        }
        Race.warmUp(new BallContestant.TrainsInBalls(tanh("warm-up", Activation.TANH, 10, 256)), 100 * budget());
        if (!hasArb()) {
            report.write("");
            report.write("**arb is missing, its library was not found: what follows has no ratios and checks no results**");
        }
    }

    private boolean hasArb() {
        return Files.isExecutable(arb);
    }

    private void functions() {
        if (!table("Functions of balls, 64 arguments")) {
            return;
        }
        for (int bits : List.of(128, 256, 512, 1024)) {
            BallWorkload.Function multiply = BallWorkload.Function.of(BallWorkload.Operation.MULTIPLY, bits);
            row(multiply.name(), race(multiply, new BallContestant.Applies(multiply)), 4);
            BallWorkload.Function exp = BallWorkload.Function.of(BallWorkload.Operation.EXP, bits);
            row(exp.name(), race(exp, new BallContestant.Applies(exp)), 6);
            sigmoid(BallWorkload.Function.of(BallWorkload.Operation.SIGMOID, bits), exp);
        }
    }

    /** The target speaks of the exponential of arb, its sigmoid is there to agree with. */
    private void sigmoid(BallWorkload.Function sigmoid, BallWorkload.Function exp) {
        Race race = new Race();
        race.add(JAVA, new BallContestant.Applies(sigmoid));
        List<Peer> peers = new ArrayList<>();
        if (hasArb()) {
            peers.add(new Peer(arb, sigmoid));
            race.add(SAME_IN_ARB, peers.get(0));
            agree(sigmoid.name(), race);
            peers.add(new Peer(arb, exp));
            race.add(ARB, peers.get(1));
        }
        run(race, budget());
        peers.forEach(Peer::close);
        row(sigmoid.name() + ", with slope, against exp", race, 8);
        row(sigmoid.name() + ", with slope, against the same", race, SAME_IN_ARB, Double.NaN);
    }

    /** This and the others start where so many bits are enough for arb to the end. */
    private static BallWorkload.Training sigmoid(String name, int steps, int bits) {
        return BallWorkload.training(name, List.of(2, 2, 1), Activation.SIGMOID, Activation.SIGMOID, BallWorkload.xor(0), "1/2",
                steps, bits, 156);
    }

    private static BallWorkload.Training tanh(String name, Activation last, int steps, int bits) {
        return BallWorkload.training(name, List.of(2, 4, 1), Activation.TANH, last, BallWorkload.xor(-1), "1/10", steps, bits,
                last == Activation.TANH ? 5 : 0);
    }

    private static BallWorkload.Training relu(String name, List<Integer> widths, DataSet data, int steps, int bits) {
        return BallWorkload.training(name, widths, Activation.RELU, Activation.IDENTITY, data, "1/10", steps, bits, 2);
    }

    private void plain() {
        if (!table("Trainings in plain balls, squared loss, full batches")) {
            return;
        }
        int steps = quick ? 100 : 1000;
        int few = quick ? 10 : 300;
        for (BallWorkload.Training training : List.of(
                sigmoid(steps + " steps of 2-2-1 sigmoid on XOR, 464 bits", steps, 464),
                tanh(steps + " steps of 2-4-1 tanh on XOR, 232 bits", Activation.TANH, steps, 232),
                relu(few + " steps of 10-10-1 ReLU, 100 samples, 840 bits", List.of(10, 10, 1), BallWorkload.labelled(10, 100, 1),
                        few, 840),
                relu(few + " steps of 2-10-5-1 ReLU, 20 samples, 1384 bits", List.of(2, 10, 5, 1),
                        BallWorkload.labelled(2, 20, 1), few, 1384))) {
            row(training.name(), race(training, new BallContestant.TrainsInBalls(training)), 8);
        }
    }

    private void growth() {
        grow("Growth with precision, 30 steps of 2-4-1 tanh on XOR",
                quick ? List.of(128, 1024) : List.of(128, 256, 512, 1024, 2048, 4096),
                bits -> tanh(bits + " bits", Activation.TANH, 30, bits));
        grow("Growth with steps, 2-4-1 tanh on XOR, 256 bits", quick ? List.of(10, 100) : List.of(1, 10, 100, 1000),
                steps -> tanh(steps + " steps", Activation.TANH, steps, 256));
        grow("Growth with width, 3 steps of n-n-1 tanh, 10 samples, 256 bits", quick ? List.of(2, 20) : List.of(2, 5, 10, 20, 40),
                width -> BallWorkload.training("n = " + width, List.of(width, width, 1), Activation.TANH, Activation.IDENTITY,
                        BallWorkload.labelled(width, 10, 1), "1/10", 3, 256, 1));
    }

    private void grow(String title, List<Integer> sizes, IntFunction<BallWorkload.Training> trainings) {
        if (table(title)) {
            sizes.forEach(size -> plainly(trainings.apply(size)));
        }
    }

    private void plainly(BallWorkload.Training training) {
        row(training.name(), race(training, new BallContestant.TrainsInBalls(training)), Double.NaN);
    }

    /** Twenty digits, against arb at the precision that its plain balls need for them. */
    private void certified() {
        if (!table("Trainings until 20 digits are certain, against plain balls of arb at the precision that they need")) {
            return;
        }
        certified(sigmoid("10 000 steps of 2-2-1 sigmoid on XOR, arb with 464 bits", 10_000, 464), 8);
        certified(tanh("10 000 steps of 2-4-1 tanh, linear output, on XOR, arb with 6400 bits", Activation.IDENTITY,
                10_000, 6400), 1 / 3.0);
    }

    /** Steps that no exact engine takes, as the bits of its fractions triple with each. */
    private void beyondFractions() {
        String title = "Where fractions explode, 20 digits";
        if (!wants(title)) {
            return;
        }
        report.header(title, List.of("work", "the last step in fractions of at most "
                + LONGEST_FRACTION + " bits", JAVA));
        BallWorkload.Training training = relu("1000 steps of 2-2-1 ReLU on XOR", List.of(2, 2, 1), BallWorkload.xor(0), 1000, 0);
        Race race = new Race();
        race.add(JAVA, new BallContestant.Certifies(training));
        race.runOnceEach(quick ? 1 : 5);
        report.row(Stream.of(training.name(), lastStepInFractions(training) + "", Report.time(race.median(JAVA))));
    }

    private static int lastStepInFractions(BallWorkload.Training training) {
        Course course = FastEngine.start(training.network(), training.data(), training.settings(), Shortcuts.ALL);
        int steps = 0;
        course.step();
        while (course.exact() <= LONGEST_FRACTION) {
            steps++;
            course.step();
        }
        return steps;
    }

    private void certified(BallWorkload.Training training, double most) {
        Race race = new Race();
        race.add(JAVA, new BallContestant.Certifies(training));
        List<Peer> peers = new ArrayList<>();
        if (hasArb()) {
            peers.add(new Peer(arb, training));
            race.add(ARB, peers.get(0));
            agree(training.name(), race);
        }
        race.runOnceEach(quick ? 1 : 5);
        peers.forEach(Peer::close);
        row(training.name(), race, most);
    }

    /** Begins a table, if it is wanted. */
    private boolean table(String title) {
        if (!wants(title)) {
            return false;
        }
        report.header(title, List.of("work", "arb", JAVA, "Java / arb", "target"));
        return true;
    }

    private Race race(BallWorkload workload, Contestant contestant) {
        Race race = new Race();
        race.add(JAVA, contestant);
        if (!hasArb()) {
            run(race, budget());
            return race;
        }
        try (Peer peer = new Peer(arb, workload)) {
            race.add(ARB, peer);
            agree(workload.name(), race);
            run(race, budget());
        }
        return race;
    }

    private void agree(String name, Race race) {
        List<String> disagreeing = race.disagreeing(Intervals::agree);
        if (!disagreeing.isEmpty()) {
            report.disagree(name + ": no common numbers, or intervals too wide to tell, with " + String.join(", ", disagreeing));
        }
    }

    private void run(Race race, long budget) {
        race.run(11, 10 * budget, budget, 40 * budget);
    }

    private long budget() {
        return (quick ? 15 : 150) * MILLISECOND;
    }

    private void row(String name, Race race, double most) {
        row(name, race, ARB, most);
    }

    private void row(String name, Race race, String other, double most) {
        OptionalDouble reached = race.ratio(JAVA, other);
        boolean aims = !Double.isNaN(most);
        if (aims && reached.isPresent() && reached.getAsDouble() > most) {
            report.miss(name + ": " + Report.ratio(reached) + " times as long as arb, target "
                    + Report.ratio(OptionalDouble.of(most)));
        }
        report.row(Stream.of(name, Report.time(race.median(other)), Report.time(race.median(JAVA)), Report.ratio(reached),
                aims ? "<= " + Report.ratio(OptionalDouble.of(most)) : ""));
    }
}
