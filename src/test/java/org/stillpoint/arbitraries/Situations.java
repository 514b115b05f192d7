package org.stillpoint.arbitraries;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Stacks;

/**
 * Situations drawn at random: one to four layers of one to three units, any of them with or without biases, each hidden layer
 * with an activation of its own, one to three steps on batches of one to three samples. Zeros, equal numbers, equal units and
 * labels 1 and -1 are frequent.
 */
public final class Situations {

    private static final int WIDTH = 3;

    private final Random random;

    public Situations(Random random) {
        this.random = random;
    }

    /** A situation of which nothing is known; its training may be long. */
    public Situation draw() {
        int[] widths = IntStream.rangeClosed(0, 1 + Math.min(random.nextInt(4), random.nextInt(4)))
                .map(l -> 1 + random.nextInt(WIDTH)).toArray();
        Parameters parameters = parameters(widths);
        KernelNetwork network = new KernelNetwork(parameters, IntStream.range(0, widths.length - 2).mapToObj(l -> activation())
                .toArray(ActivationFunction[]::new));
        int steps = 1 + random.nextInt(3);
        BigFraction[][][] inputs = IntStream.range(0, steps).mapToObj(t -> matrix(1 + random.nextInt(3), widths[0]))
                .toArray(BigFraction[][][]::new);
        BigFraction[][][] targets = Stream.of(inputs).map(batch -> targets(batch.length, network.outputs()))
                .toArray(BigFraction[][][]::new);
        KernelTraining training = new KernelTraining(network, velocity(parameters), number(), loss(), inputs, targets,
                vector(steps), number(), number());
        int unseen = 1 + random.nextInt(4);
        return new Situation(training, velocity(parameters), choice(widths), vector(widths[0]), matrix(unseen, widths[0]),
                targets(unseen, network.outputs()));
    }

    /**
     * The situation with as many of its steps as the {@link Budget} has room for; empty if it has not even room for one gradient.
     */
    public static Optional<Situation> cut(Situation situation) {
        int room = Budget.room(situation.training(), situation.steps(), Budget.WORK);
        return room < 0 ? Optional.empty() : Optional.of(situation.with(situation.training().ofSteps(room)));
    }

    private Parameters parameters(int[] widths) {
        int biased = random.nextInt(4);
        BigFraction[][][] weights = IntStream.range(1, widths.length).mapToObj(l -> matrix(widths[l], widths[l - 1]))
                .toArray(BigFraction[][][]::new);
        BigFraction[][] biases = IntStream.range(1, widths.length)
                .mapToObj(l -> vector(biased == 0 || biased > 1 && random.nextBoolean() ? 0 : widths[l]))
                .toArray(BigFraction[][]::new);
        return new Parameters(weights, biases);
    }

    /** Zero one time in two. */
    private Parameters velocity(Parameters shape) {
        if (random.nextBoolean()) {
            return new Parameters(Stacks.zeros(shape.weights), Matrices.zeros(shape.biases));
        }
        return new Parameters(
                IntStream.range(0, shape.weights.length)
                .mapToObj(l -> matrix(shape.weights[l].length, shape.weights[l][0].length))
                        .toArray(BigFraction[][][]::new),
                IntStream.range(0, shape.biases.length).mapToObj(l -> vector(shape.biases[l].length))
                .toArray(BigFraction[][]::new));
    }

    private ActivationFunction activation() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> Activation.RELU.kernel();
            case 3 -> new ArbitraryActivation(random.nextLong());
            default -> RationalActivation.all().get(random.nextInt(RationalActivation.all().size())).kernel();
        };
    }

    private LossDerivative loss() {
        return random.nextBoolean() ? RationalLoss.values()[random.nextInt(RationalLoss.values().length)]
                : new ArbitraryLoss(random.nextLong());
    }

    private Situation.Choice choice(int[] widths) {
        int layer = random.nextInt(Math.max(1, widths.length - 2));
        int units = widths[layer + 1];
        int first = random.nextInt(units);
        int second = units == 1 ? first : (first + 1 + random.nextInt(units - 1)) % units;
        int[] exchanges = units == 1 ? new int[0] : random.ints(random.nextInt(3), 0, units - 1).toArray();
        return new Situation.Choice(layer, first, second, random.nextInt(widths[0]), exchanges);
    }

    /** Labels one time in two: 1 or -1 for all outputs. */
    private BigFraction[][] targets(int size, int outputs) {
        if (random.nextBoolean()) {
            return matrix(size, outputs);
        }
        return IntStream.range(0, size).mapToObj(i -> label(outputs, random.nextBoolean())).toArray(BigFraction[][]::new);
    }

    /** As many labels 1 as -1, in any order, for each of the given number of pairs. */
    public BigFraction[][] balanced(int pairs, int outputs) {
        boolean[] positive = new boolean[2 * pairs];
        for (int placed = 0; placed < pairs;) {
            int place = random.nextInt(positive.length);
            placed += positive[place] ? 0 : 1;
            positive[place] = true;
        }
        return IntStream.range(0, positive.length).mapToObj(i -> label(outputs, positive[i])).toArray(BigFraction[][]::new);
    }

    private static BigFraction[] label(int outputs, boolean positive) {
        return IntStream.range(0, outputs).mapToObj(i -> positive ? BigFraction.ONE : BigFraction.MINUS_ONE)
                .toArray(BigFraction[]::new);
    }

    /** One time in four all zero, one time in eight with equal rows, else any numbers. */
    public BigFraction[][] matrix(int rows, int columns) {
        int kind = random.nextInt(8);
        BigFraction[] first = kind < 2 ? zeros(columns) : vector(columns);
        return IntStream.range(0, rows).mapToObj(j -> kind < 3 ? first : vector(columns)).toArray(BigFraction[][]::new);
    }

    private BigFraction[] vector(int length) {
        boolean zero = random.nextInt(8) == 0;
        return zero ? zeros(length) : IntStream.range(0, length).mapToObj(i -> number()).toArray(BigFraction[]::new);
    }

    private static BigFraction[] zeros(int length) {
        return IntStream.range(0, length).mapToObj(i -> BigFraction.ZERO).toArray(BigFraction[]::new);
    }

    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Zero one time in four, else a numerator up to 3 over a denominator up to 2. */
    public BigFraction number() {
        return random.nextInt(4) == 0 ? BigFraction.ZERO : new BigFraction(random.nextInt(7) - 3, 1 + random.nextInt(2));
    }
}
