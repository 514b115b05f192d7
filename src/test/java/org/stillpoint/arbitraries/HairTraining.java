package org.stillpoint.arbitraries;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.reference.ReferenceEngine;
import org.stillpoint.training.Evaluation;

/**
 * A training against everything that decides signs in rounded numbers: in its last step some pre-activations of one sample are
 * at a kink, or a hair beside it, because a bias takes away a sum of terms that are many times as large; or an output is as near
 * to the threshold of the loss. Below them are pre-activations that lost many bits in the same way. The biases are found with the
 * reference, layer by layer from the first, so that a step before the last one is taken into account; under the squared loss
 * there is none, as all its numbers would depend on every bias.
 */
public final class HairTraining {

    /** Hairs are two to the power of minus these; the ones about 53 are where doubles end. */
    private static final int[] HAIRS = {20, 45, 50, 51, 52, 53, 54, 54, 55, 55, 56, 57, 60, 120, 300};

    /** As hairs, of a sum that loses so many bits to cancellation, but not all: what is calculated from it is as inexact. */
    private static final int[] LOSSES = {5, 10, 20, 30, 40};

    /** In bits: behind three hidden layers, a second step with longer numbers may take many seconds. */
    private static final int LONG = 300;

    private final SplittableRandom random;
    private final BulkNumbers numbers;
    private TrainingRun run;

    private HairTraining(SplittableRandom random) {
        this.random = random;
        this.numbers = new BulkNumbers(random);
    }

    /** The training of a seed, always the same one, of one or two steps. */
    public static TrainingRun of(long seed) {
        return new HairTraining(new SplittableRandom(seed)).training();
    }

    /** Where the last step starts. */
    public static Network beforeLastStep(TrainingRun run) {
        Course course = ReferenceEngine.descent(run.network(), Optional.empty(), run.data(), run.settings(), run.derivative());
        IntStream.range(1, run.settings().steps()).forEach(step -> course.step());
        return course.network();
    }

    /**
     * The pre-activations in the last step, of the first sample of its batch, layer by layer.
     *
     * @param before where the last step starts
     */
    public static List<Vector> attacked(TrainingRun run, Network before) {
        return Evaluation.preactivations(before, List.of(run.data().inputs().get(sample(run)))).findFirst().get();
    }

    private static int sample(TrainingRun run) {
        return run.settings().batch(run.settings().steps() - 1, run.data().size()).get(0);
    }

    /** Where the derivative of a loss of signs jumps. */
    public static BigFraction threshold(RationalLoss loss, BigFraction target) {
        return loss == Loss.HINGE && target.signum() != 0 ? target.reciprocal()
                : loss == Loss.ABSOLUTE ? target : BigFraction.ZERO;
    }

    private TrainingRun training() {
        List<Integer> widths = new ArrayList<>(List.of(1 + random.nextInt(4)));
        int hidden = 1 + random.nextInt(3);
        for (int l = 0; l < hidden; l++) {
            widths.add(1 + random.nextInt(3));
        }
        widths.add(oneIn(4) ? 2 : 1);
        RationalLoss loss = oneIn(8) ? Loss.SQUARED : pick(Loss.HINGE, Loss.PERCEPTRON, Loss.ABSOLUTE);
        int steps = loss == Loss.SQUARED ? 1 : 1 + random.nextInt(2);
        int samples = oneIn(3) ? 1 : 2;
        DataSet data = new DataSet(
                vectors(samples, widths.get(0), () -> new BigFraction(random.nextInt(9) - 4, oneIn(3) ? 2 : 1)),
                vectors(samples, widths.get(widths.size() - 1), () -> oneIn(6) ? numbers.rational() : sign()));
        Settings settings = new Settings(loss, pick(BigFraction.ONE, BigFraction.ONE_HALF, new BigFraction(1, 10)), steps,
                oneIn(4) ? 2 : 1, oneIn(10) ? BigFraction.ONE_HALF : BigFraction.ZERO,
                oneIn(8) ? new BigFraction(1, 4) : BigFraction.ZERO,
                pick(BigFraction.ZERO, BigFraction.ONE, BigFraction.ONE_HALF));
        Network network = network(widths);
        boolean isLong = network.parameters().stream().anyMatch(number -> ExactNumber.bits(number) > LONG);
        run = new TrainingRun(network, data, hidden == 3 && isLong ? settings.withSteps(1) : settings, loss);
        int attacked = random.nextInt(hidden + 1);
        boolean everywhere = oneIn(4);
        for (int l = 0; l < hidden; l++) {
            for (int j = 0; j < widths.get(l + 1); j++) {
                boolean hair = everywhere || l == attacked;
                if ((hair || l < attacked) && random.nextBoolean()) {
                    aim(l, j, kink(l), hair ? HAIRS : LOSSES, hair ? random.nextInt(3) - 1 : oneIn(4) ? -1 : 1);
                }
            }
        }
        if (attacked == hidden) {
            aim(hidden, 0, threshold(loss, run.data().targets().get(sample(run)).get(0)), HAIRS, random.nextInt(3) - 1);
        } else {
            makeMove();
        }
        return run;
    }

    private BigFraction kink(int layer) {
        return run.network().layers().get(layer).activation() == Activation.HARD_TANH ? sign() : BigFraction.ZERO;
    }

    /** Labels on the side that moves: what is wrong below would not be seen otherwise. */
    private void makeMove() {
        List<Vector> targets = new ArrayList<>(run.data().targets());
        List<Vector> z = attacked(run, beforeLastStep(run));
        targets.set(sample(run), new Vector(z.get(z.size() - 1).entries().stream()
                .map(f -> new BigFraction(f.signum() < 0 ? 1 : -1)).toList()));
        run = run.withData(new DataSet(run.data().inputs(), targets));
    }

    private Network network(List<Integer> widths) {
        boolean plain = !oneIn(3);
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < widths.size(); l++) {
            BigFraction scale = new BigFraction(2).pow(plain ? 0 : exponent());
            Supplier<BigFraction> kind = kind();
            Supplier<BigFraction> scaled = () -> kind.get().multiply(scale);
            layers.add(new Layer(new Matrix(vectors(widths.get(l), widths.get(l - 1), scaled)),
                    Optional.of(vector(widths.get(l), scaled)),
                    l == widths.size() - 1 ? Activation.IDENTITY : pick(Activation.RELU, Activation.RELU, Activation.LEAKY_RELU,
                            Activation.ABS, Activation.HARD_TANH)));
        }
        return new Network(layers);
    }

    /** About 0, about where a product of two leaves the range of doubles, and beyond that range. */
    private int exponent() {
        int magnitude = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(60);
            case 1 -> 250 + random.nextInt(70);
            case 2 -> 500 + random.nextInt(30);
            default -> 1_000 + random.nextInt(100);
        };
        return random.nextBoolean() ? magnitude : -magnitude;
    }

    /** Numbers that are no doubles, for the most part, and of which some are many times as large as others. */
    private Supplier<BigFraction> kind() {
        return switch (random.nextInt(8)) {
            case 0 -> numbers::rational;
            case 1 -> () -> numbers.rational().multiply(new BigFraction(10).pow(random.nextInt(41) - 20));
            case 2 -> () -> numbers.dyadic(200);
            case 3, 4 -> numbers::fraction;
            default -> () -> numbers.fraction().add(numbers.rational());
        };
    }

    /** Twice if there is a step before the last one, in which the change of the bias may turn a sign. */
    private void aim(int layer, int unit, BigFraction kink, int[] powers, int sign) {
        int power = -powers[random.nextInt(powers.length)];
        boolean relative = !oneIn(4);
        for (int i = 0; i < run.settings().steps(); i++) {
            List<Vector> z = attacked(run, beforeLastStep(run));
            BigFraction hair = new BigFraction(2).pow(power + (relative ? magnitude(layer, unit, z) : 0)).multiply(sign);
            BigFraction miss = kink.add(hair).subtract(z.get(layer).get(unit));
            run = run.withNetwork(withBias(run.network(), layer, unit, miss));
        }
    }

    /** The length of the largest term of a pre-activation before the point, in bits; below 0 if that is small. */
    private int magnitude(int layer, int unit, List<Vector> z) {
        Layer of = run.network().layers().get(layer);
        Vector input = layer == 0 ? run.data().inputs().get(sample(run)) : z.get(layer - 1);
        return IntStream.range(0, input.size()).mapToObj(k -> of.weights().get(unit, k).multiply(input.get(k)))
                .filter(term -> term.signum() != 0).mapToInt(HairTraining::exponent).max().orElse(0);
    }

    private static int exponent(BigFraction number) {
        BigInteger numerator = number.getNumerator();
        return numerator.abs().bitLength() - number.getDenominator().bitLength();
    }

    private static Network withBias(Network network, int layer, int unit, BigFraction change) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer old = layers.get(layer);
        List<BigFraction> bias = new ArrayList<>(old.bias().orElseThrow().entries());
        bias.set(unit, bias.get(unit).add(change));
        layers.set(layer, new Layer(old.weights(), Optional.of(new Vector(bias)), old.activation()));
        return new Network(layers);
    }

    private BigFraction sign() {
        return random.nextBoolean() ? BigFraction.ONE : BigFraction.MINUS_ONE;
    }

    private static List<Vector> vectors(int count, int size, Supplier<BigFraction> entries) {
        return Stream.generate(() -> vector(size, entries)).limit(count).toList();
    }

    private static Vector vector(int size, Supplier<BigFraction> entries) {
        return new Vector(Stream.generate(entries).limit(size).toList());
    }

    private boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
