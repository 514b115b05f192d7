package org.stillpoint.arbitraries;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Stacks;

/**
 * How much work a generated training may be. Exact fractions can become many times as long in a single step, so that a training
 * of small shape may run for hours; nothing that an arbitrary yields does. What a training takes is known before it runs, from
 * {@link Growth}.
 *
 * <p>Numbers of forty digits stay where there is room for them; otherwise all numbers are made short, and if that is not enough
 * there are fewer steps.
 */
public final class Budget {

    /** In squares of words of 64 bits: about a second, were the bounds reached; they never are, and it is a tenth of that. */
    static final long WORK = 5_000_000;

    /**
     * How many times the budget a training that a property derives from a generated one may take: what is beyond it is of another
     * kind.
     */
    static final long DERIVED = 1_000;

    /** The longest number with which a step may begin that divides by roots, after which the numbers are many times as long. */
    static final int BITS_BEFORE_A_ROOT = 300;

    /** The most numbers of a network or of a data set, and the most bits of each. */
    private static final int NUMBERS = 1_000;
    private static final int BITS = 2_000;

    private static final int REDRAWN = 1_000;
    private static final int SHORT = 16;

    private Budget() {
    }

    /** Trainings within the budget; one that has no room for a single gradient is drawn again. */
    public static Arbitrary<TrainingRun> within(Arbitrary<TrainingRun> runs) {
        return present(runs.map(Budget::fitted));
    }

    /** As {@link #within}, but with all numbers as they are, of which something is known that short ones would not keep. */
    static Arbitrary<TrainingRun> cut(Arbitrary<TrainingRun> runs) {
        return present(runs.map(Budget::cut));
    }

    private static <T> Arbitrary<T> present(Arbitrary<Optional<T>> candidates) {
        return candidates.filter(REDRAWN, Optional::isPresent).map(Optional::get);
    }

    /** Trainings of the kernel with as many of their steps as there is room for. */
    static Arbitrary<KernelTraining> cutKernel(Arbitrary<KernelTraining> trainings) {
        return present(trainings.map(training -> {
            int room = training.rates().length == 0 ? 0 : room(training, training.rates().length, WORK);
            return room < 0 ? Optional.empty() : Optional.of(training.ofSteps(room));
        }));
    }

    /**
     * The training itself if it is within the budget, else with short numbers and as many of its steps as there is then room for;
     * empty if there is not even room for one gradient.
     */
    static Optional<TrainingRun> fitted(TrainingRun run) {
        return hasRoomFor(run) ? Optional.of(run) : cut(shortened(run));
    }

    /** The training with as many of its steps as there is room for; empty if there is not even room for one gradient. */
    private static Optional<TrainingRun> cut(TrainingRun run) {
        int steps = room(outline(run), run.settings().steps(), WORK);
        return steps < 0 ? Optional.empty() : Optional.of(run.withSettings(run.settings().withSteps(steps)));
    }

    /**
     * Whether a generated value is within the budget: every training, and every network and data set, which have few numbers that
     * are not too long.
     */
    public static boolean admits(Object value) {
        if (value instanceof Sample sample) {
            return hasRoomFor(sample.run());
        }
        if (value instanceof KernelTraining training) {
            return training.rates().length == 0 || room(training, training.rates().length, WORK) == training.rates().length;
        }
        if (value instanceof KernelSample sample) {
            return admits(sample.training());
        }
        if (value instanceof RealizableData realizable) {
            return admits(realizable.teacher()) && admits(realizable.data());
        }
        if (value instanceof SeparableData separable) {
            return admits(separable.data());
        }
        if (value instanceof Network network) {
            return small(network.parameters());
        }
        return !(value instanceof DataSet data) || small(Stream.concat(data.inputs().stream(), data.targets().stream())
                .flatMap(vector -> vector.entries().stream()).toList());
    }

    private static boolean small(List<BigFraction> numbers) {
        return numbers.size() <= NUMBERS && numbers.stream().allMatch(number -> ExactNumber.bits(number) <= BITS);
    }

    /** Whether the training, and a gradient after it, are within the budget. */
    public static boolean hasRoomFor(TrainingRun run) {
        return hasRoomFor(run, WORK);
    }

    static boolean hasRoomFor(TrainingRun run, long work) {
        return room(outline(run), run.settings().steps(), work) == run.settings().steps();
    }

    /**
     * An upper bound on the bits of the longest number, numerator or denominator, that the training and a gradient after it
     * compute.
     */
    public static long longestNumber(TrainingRun run) {
        Growth growth = new Growth(outline(run));
        IntStream.rangeClosed(0, run.settings().steps()).forEach(step -> growth.step());
        return growth.longest();
    }

    /** @throws IllegalStateException if a property derives a training that is far from what an arbitrary yields */
    static void requireRoomFor(TrainingRun run) {
        if (room(outline(run), run.settings().steps(), DERIVED * WORK) < run.settings().steps()) {
            throw new IllegalStateException("a training far over the budget, expected one that takes about as much as a generated one");
        }
    }

    /**
     * How many of the steps there is room for, with one gradient after them, if so much work may be done; -1 if not even for that
     * gradient.
     */
    static int room(KernelTraining training, int steps, long work) {
        Growth growth = new Growth(training);
        int room = -1;
        while (room < steps && growth.step().work() <= work) {
            room++;
        }
        return room;
    }

    /** What the size of a training depends on: its start, and one batch after the other, each once. */
    private static KernelTraining outline(TrainingRun run) {
        Settings settings = run.settings();
        List<Layer> layers = run.network().layers();
        Parameters start = new Parameters(
                layers.stream().map(layer -> arrays(layer.weights().rows())).toArray(BigFraction[][][]::new),
                layers.stream().map(layer -> layer.bias().map(Budget::array).orElse(new BigFraction[0]))
                .toArray(BigFraction[][]::new));
        ActivationFunction[] sigma = layers.stream().limit(layers.size() - 1L)
                .map(layer -> layer.activation().rational().kernel())
                .toArray(ActivationFunction[]::new);
        return new KernelTraining(new KernelNetwork(start, sigma),
                new Parameters(Stacks.zeros(start.weights), Matrices.zeros(start.biases)), settings.kappa(), run.derivative(),
                batches(settings, run.data().inputs()), batches(settings, run.data().targets()),
                new BigFraction[] {settings.learningRate()}, settings.momentum(), settings.weightDecay());
    }

    private static BigFraction[][][] batches(Settings settings, List<Vector> samples) {
        return IntStream.range(0, settings.batches(samples.size()))
                .mapToObj(step -> arrays(settings.batch(step, samples.size()).stream().map(samples::get).toList()))
                .toArray(BigFraction[][][]::new);
    }

    private static BigFraction[][] arrays(List<Vector> rows) {
        return rows.stream().map(Budget::array).toArray(BigFraction[][]::new);
    }

    private static BigFraction[] array(Vector vector) {
        return vector.entries().toArray(BigFraction[]::new);
    }

    /** The training with every number that is long made short; equal numbers stay equal, zeros zero, and signs what they are. */
    static TrainingRun shortened(TrainingRun run) {
        Settings settings = run.settings();
        return new TrainingRun(
                new Network(run.network().layers().stream().map(layer -> new Layer(new Matrix(shortened(layer.weights().rows())),
                        layer.bias().map(Budget::shortened), layer.activation())).toList()),
                new DataSet(shortened(run.data().inputs()), shortened(run.data().targets())),
                settings.withLearningRate(shortened(settings.learningRate())).withMomentum(shortened(settings.momentum()))
                        .withWeightDecay(shortened(settings.weightDecay())).withKappa(shortened(settings.kappa())),
                run.derivative());
    }

    private static List<Vector> shortened(List<Vector> vectors) {
        return vectors.stream().map(Budget::shortened).toList();
    }

    private static Vector shortened(Vector vector) {
        return new Vector(vector.entries().stream().map(Budget::shortened).toList());
    }

    private static BigFraction shortened(BigFraction number) {
        if (number.getNumerator().bitLength() <= SHORT && number.getDenominator().bitLength() <= SHORT) {
            return number;
        }
        int numerator = 1 + number.getNumerator().abs().mod(BigInteger.valueOf(6)).intValueExact();
        int denominator = 1 + number.getDenominator().mod(BigInteger.valueOf(4)).intValueExact();
        return new BigFraction(number.signum() * numerator, denominator);
    }
}
