package org.stillpoint.arbitraries;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/**
 * Requires of a property that at least one try in twenty reaches each interesting case; it fails otherwise. As every build draws
 * other tries, a case that is met little more often than that fails some build: with {@code -Dstillpoint.coverage.certain=true}
 * each has to be met so often that no build will miss it.
 */
public final class Coverage {

    private static final boolean CERTAIN = Boolean.getBoolean("stillpoint.coverage.certain");

    private Coverage() {
    }

    /** One sample, and samples that are there more than once. */
    public static void ofData(DataSet data) {
        require("one sample", data.size() == 1);
        require("repeated samples", repeats(data));
    }

    /** Hidden layers of width 1 and of more than one unit, and more than one hidden layer. */
    public static void ofWidths(Network network) {
        List<Integer> hidden = network.widths().subList(1, network.layers().size());
        require("width 1", hidden.contains(1));
        require("width above 1", hidden.stream().anyMatch(width -> width > 1));
    }

    /** Pre-activations of ReLU that are 0, and units of ReLU that no sample activates. */
    public static void ofSigns(TrainingRun run) {
        require("tie at zero", rectified(run).anyMatch(unit -> unit.contains(0)));
        require("dead unit", rectified(run).anyMatch(unit -> unit.stream().allMatch(sign -> sign <= 0)));
    }

    /** Several steps, momentum, weight decay, and a derivative at the kink other than 0 and 1. */
    public static void ofSettings(TrainingRun run) {
        require("several steps", run.settings().steps() > 1);
        require("momentum", run.settings().momentum().signum() != 0);
        require("weight decay", run.settings().weightDecay().signum() != 0);
        require("unknown loss", run.derivative() instanceof ArbitraryLoss);
    }

    /**
     * Each depth, loss and activation given, batches of several samples, and what {@link #ofData} and {@link #ofSigns} require.
     */
    public static void ofTraining(TrainingRun run, List<Activation> activations) {
        List<Activation> hidden = run.network().layers().subList(0, run.network().layers().size() - 1).stream()
                .map(Layer::activation).toList();
        IntStream.rangeClosed(1, 4).forEach(depth -> require("depth " + depth, run.network().layers().size() == depth));
        Stream.of(RationalLoss.values()).forEach(loss -> require(loss.id(), run.settings().loss() == loss));
        activations.forEach(sigma -> require(sigma.id(), hidden.contains(sigma)));
        require("several samples a step", run.settings().batchSize() > 1 && run.data().size() > 1);
        require("several steps", run.settings().steps() > 1);
        require("momentum", run.settings().momentum().signum() != 0);
        require("weight decay", run.settings().weightDecay().signum() != 0);
        ofData(run.data());
        ofSigns(run);
    }

    /**
     * What is hard for arithmetic: momentum and decay between hidden layers, a last batch that is shorter, several outputs, long
     * numbers of each kind, hidden units at a kink and outputs at the threshold of the loss.
     */
    public static void ofArithmetic(TrainingRun run) {
        Settings settings = run.settings();
        int size = run.data().size();
        boolean deep = run.network().layers().size() > 2 && settings.steps() > 1;
        require("momentum between hidden layers", deep && settings.momentum().signum() != 0);
        require("decay between hidden layers", deep && settings.weightDecay().signum() != 0);
        require("a shorter last batch", size % settings.batchSize() != 0 && settings.batches(size) > 1
                && settings.steps() >= settings.batches(size));
        require("several outputs", run.network().outputs() > 1);
        require("a target other than 1 and -1", run.data().targets().stream().flatMap(y -> y.entries().stream())
                .anyMatch(y -> !y.abs().equals(BigFraction.ONE)));
        require("64 bits and more, dyadic", numbers(run).anyMatch(number -> dyadic(number) && ExactNumber.bits(number) > 64));
        require("200 bits and more, dyadic", numbers(run).anyMatch(number -> dyadic(number) && ExactNumber.bits(number) > 200));
        require("a long odd denominator", numbers(run).anyMatch(number -> odd(number.getDenominator()).bitLength() > 30));
        require("long numbers between hidden layers", deep && numbers(run).anyMatch(number -> ExactNumber.bits(number) > 64));
        require("a long rate", ExactNumber.bits(settings.learningRate()) > 50);
        List<List<Vector>> preactivations = run.preactivations();
        require("a kink", preactivations.stream().anyMatch(z -> atKink(run.network(), z)));
        require("an output at the threshold", IntStream.range(0, run.data().size())
                .anyMatch(i -> atThreshold(run, preactivations.get(i), run.data().targets().get(i))));
    }

    private static Stream<BigFraction> numbers(TrainingRun run) {
        return Stream.concat(run.network().parameters().stream(),
                run.data().inputs().stream().flatMap(x -> x.entries().stream()));
    }

    private static boolean dyadic(BigFraction number) {
        return odd(number.getDenominator()).equals(BigInteger.ONE);
    }

    private static BigInteger odd(BigInteger positive) {
        return positive.shiftRight(positive.getLowestSetBit());
    }

    /** Whether the derivative of some unit jumps where the unit is. */
    private static boolean atKink(Network network, List<Vector> z) {
        return IntStream.range(0, z.size()).anyMatch(l -> {
            Activation sigma = network.layers().get(l).activation();
            return sigma == Activation.HARD_TANH
                    ? z.get(l).entries().stream().anyMatch(value -> value.abs().equals(BigFraction.ONE))
                    : sigma != Activation.IDENTITY && z.get(l).entries().contains(BigFraction.ZERO);
        });
    }

    private static boolean atThreshold(TrainingRun run, List<Vector> z, Vector target) {
        List<BigFraction> output = z.get(z.size() - 1).entries().stream()
                .map(run.network().outputActivation().rational().kernel()::value).toList();
        return run.settings().loss() != Loss.SQUARED && IntStream.range(0, output.size()).anyMatch(o ->
                output.get(o).equals(HairTraining.threshold(run.settings().loss().rational(), target.get(o))));
    }

    /** At least one try in twenty is of this kind. */
    public static void require(String what, boolean present) {
        Statistics.label(what).collect(present).coverage(coverage ->
                coverage.check(true).count((count, tries) -> CERTAIN ? isCertain(count, tries) : 20 * count >= tries));
    }

    /** Whether so many are above one in twenty by five times their standard deviation, so that fewer come once in millions. */
    public static boolean isCertain(long count, long tries) {
        long twentyTimesMore = 20 * count - tries;
        return twentyTimesMore >= 0 && twentyTimesMore * twentyTimesMore * tries >= 10_000 * count * (tries - count);
    }

    private static boolean repeats(DataSet data) {
        List<Tuple.Tuple2<Vector, Vector>> samples = IntStream.range(0, data.size())
                .mapToObj(i -> Tuple.of(data.inputs().get(i), data.targets().get(i))).toList();
        return new HashSet<>(samples).size() < samples.size();
    }

    /** For each unit of a hidden layer of ReLU, the sign of its pre-activation for each sample. */
    private static Stream<List<Integer>> rectified(TrainingRun run) {
        List<List<Vector>> samples = run.preactivations();
        Network network = run.network();
        return IntStream.range(0, network.layers().size())
                .filter(l -> network.layers().get(l).activation() == Activation.RELU).boxed()
                .flatMap(l -> IntStream.range(0, network.layers().get(l).units())
                        .mapToObj(j -> samples.stream().map(z -> z.get(l).get(j).signum()).toList()));
    }
}
