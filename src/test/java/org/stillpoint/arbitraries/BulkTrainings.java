package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Engine;

/** Whole trainings out of one seed each: generating them number by number would take longer than running them. */
public final class BulkTrainings {

    /** Above two, as most that can go wrong goes wrong between hidden layers. */
    private static final List<Integer> DEPTHS = List.of(1, 2, 2, 2, 3, 3, 3, 4, 4, 4);

    /** Of a training with long numbers: there are ten thousand. */
    private static final long WORK = Budget.WORK / 16;

    /** How many times a training in which most steps are quiet sees the sample that moves it. */
    private static final int MOVES = 3;

    private BulkTrainings() {
    }

    /** Seeds, all as likely. */
    public static Arbitrary<Long> seeds() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }

    /**
     * The training of a seed, always the same one: up to four layers, few samples and steps, every loss, every activation of the
     * fast engine, short numbers and long ones.
     */
    public static TrainingRun of(long seed) {
        return new Decoder(new SplittableRandom(seed)).training();
    }

    /** The training, for some seeds with an activation of the outputs that is not the identity. */
    public static TrainingRun activated(TrainingRun run, long seed) {
        Decoder decoder = new Decoder(new SplittableRandom(~seed));
        if (!decoder.oneIn(4)) {
            return run;
        }
        List<Layer> layers = new ArrayList<>(run.network().layers());
        Layer last = layers.remove(layers.size() - 1);
        layers.add(new Layer(last.weights(), last.bias(), decoder.activation()));
        return fitted(run.withNetwork(new Network(layers)));
    }

    /** A velocity to start with, in the shape of a network, always the same one for a seed and a shape. */
    public static Network velocity(long seed, Network shape) {
        Decoder decoder = new Decoder(new SplittableRandom(seed));
        return new Network(shape.layers().stream().map(layer -> new Layer(
                new Matrix(layer.weights().rows().stream().map(row -> decoder.vector(row.size(), decoder.weights)).toList()),
                layer.bias().map(bias -> decoder.vector(bias.size(), decoder.weights)), layer.activation())).toList());
    }

    /** The training of a seed with such a momentum. */
    public static TrainingRun withMomentum(long seed, BigFraction momentum) {
        TrainingRun run = of(seed);
        return fitted(run.withSettings(run.settings().withMomentum(momentum)));
    }

    /** As {@link #of}, with targets that are labels: signs, zeros and ones, or one-hot. */
    public static TrainingRun labelled(long seed) {
        Decoder decoder = new Decoder(new SplittableRandom(seed));
        TrainingRun run = decoder.training();
        return fitted(run.withData(new DataSet(run.data().inputs(), decoder.labels(run.data()))));
    }

    /**
     * A training of one hidden layer without momentum, under a loss whose derivative takes few values: the one kind whose numbers
     * grow slowly enough for many steps.
     */
    public static TrainingRun longOne(long seed, int steps) {
        Decoder decoder = new Decoder(new SplittableRandom(seed));
        TrainingRun run = decoder.training(2);
        RationalLoss loss = decoder.pick(Loss.PERCEPTRON, Loss.HINGE, Loss.ABSOLUTE);
        return shortened(run.withDerivative(loss)
                .withSettings(run.settings().withLoss(loss).withSteps(steps).withMomentum(BigFraction.ZERO)));
    }

    /** A training of one hidden layer under a loss whose derivative takes few values, with or without momentum and decay. */
    public static TrainingRun linearOne(long seed) {
        Decoder decoder = new Decoder(new SplittableRandom(seed));
        TrainingRun run = decoder.training(2);
        RationalLoss loss = decoder.pick(Loss.PERCEPTRON, Loss.HINGE, Loss.ABSOLUTE);
        return fitted(run.withDerivative(loss).withSettings(run.settings().withLoss(loss)));
    }

    /** A training of two or three hidden layers and up to this many steps, of which few move anything. */
    public static TrainingRun quietOne(long seed, int steps) {
        return new Decoder(new SplittableRandom(seed)).quiet(steps);
    }

    /** Long numbers stay if there is room for them in fewer steps. */
    private static TrainingRun fitted(TrainingRun run) {
        TrainingRun fewer = run;
        while (!Budget.hasRoomFor(fewer, WORK) && fewer.settings().steps() > 1) {
            fewer = fewer.withSettings(fewer.settings().withSteps(fewer.settings().steps() / 2));
        }
        return Budget.hasRoomFor(fewer, WORK) ? fewer : shortened(run);
    }

    private static TrainingRun shortened(TrainingRun run) {
        return Budget.fitted(run).orElseThrow(() ->
                new IllegalStateException("no room for a gradient, expected narrower shapes or fewer samples"));
    }

    /** The activations that the fast engine computes itself. */
    public static List<Activation> fastActivations() {
        Matrix one = Matrix.constant(1, 1, BigFraction.ONE);
        Layer last = new Layer(one, Optional.empty(), Activation.IDENTITY);
        return RationalActivation.all().stream().map(Activation.class::cast)
                .filter(sigma -> Engine.FAST.usedFor(Network.of(new Layer(one, Optional.empty(), sigma), last)) == Engine.FAST)
                .toList();
    }

    private static final class Decoder {

        private static final List<Activation> EXACT = fastActivations();

        private final SplittableRandom random;
        private final BulkNumbers numbers;
        private final Supplier<BigFraction> weights;
        private final Supplier<BigFraction> features;

        Decoder(SplittableRandom random) {
            this.random = random;
            this.numbers = new BulkNumbers(random);
            this.weights = numbers.anyKind();
            this.features = numbers.anyKind();
        }

        TrainingRun training() {
            return training(DEPTHS.get(random.nextInt(DEPTHS.size())));
        }

        TrainingRun training(int depth) {
            List<Integer> widths = new ArrayList<>();
            widths.add(1 + random.nextInt(3));
            for (int l = 1; l < depth; l++) {
                widths.add(1 + random.nextInt(3));
            }
            widths.add(oneIn(3) ? 2 : 1);
            Network network = network(widths);
            DataSet data = data(widths.get(0), widths.get(depth));
            Settings settings = settings(depth, data.size());
            return fitted(new TrainingRun(network, data, settings, settings.loss().rational()));
        }

        private Network network(List<Integer> widths) {
            int bias = random.nextInt(4);
            int start = random.nextInt(8);
            BigFraction value = weights.get();
            List<Layer> layers = new ArrayList<>();
            for (int l = 1; l < widths.size(); l++) {
                Supplier<BigFraction> numbers = start == 0 ? () -> BigFraction.ZERO : start == 1 ? () -> value : weights;
                int columns = widths.get(l - 1);
                Vector row = vector(columns, numbers);
                boolean rowsAlike = start == 2;
                List<Vector> rows = new ArrayList<>();
                for (int j = 0; j < widths.get(l); j++) {
                    rows.add(rowsAlike ? row : vector(columns, numbers));
                }
                if (rowsAlike) {
                    rows.replaceAll(any -> Vector.constant(columns, row.get(0)));
                }
                boolean hasBias = bias == 0 ? random.nextBoolean() : bias > 1;
                Supplier<BigFraction> biases = start > 1 ? numbers : () -> value.multiply(start);
                BigFraction common = biases.get();
                layers.add(new Layer(new Matrix(rows), hasBias
                        ? Optional.of(vector(widths.get(l), rowsAlike ? () -> common : biases)) : Optional.empty(),
                        l == widths.size() - 1 ? Activation.IDENTITY : activation()));
            }
            return new Network(layers);
        }

        private Activation activation() {
            return oneIn(2) ? Activation.RELU : EXACT.get(random.nextInt(EXACT.size()));
        }

        private DataSet data(int inputs, int outputs) {
            Supplier<BigFraction> labels = oneIn(4) ? features
                    : () -> BulkNumbers.TERNARY.get(oneIn(8) ? 1 : 2 * random.nextInt(2));
            List<Vector> x = new ArrayList<>();
            List<Vector> y = new ArrayList<>();
            int size = 1 + random.nextInt(5);
            for (int i = 0; i < size; i++) {
                if (i > 0 && oneIn(4)) {
                    int earlier = random.nextInt(i);
                    x.add(x.get(earlier));
                    y.add(y.get(earlier));
                } else {
                    x.add(vector(inputs, features));
                    y.add(vector(outputs, labels));
                }
            }
            return new DataSet(x, y);
        }

        private List<Vector> labels(DataSet data) {
            List<Vector> both = data.targetWidth() > 1 ? List.of(Vector.of("1", "0"), Vector.of("0", "1"))
                    : List.of(Vector.of("1"), Vector.of(oneIn(2) ? "0" : "-1"));
            return Stream.generate(() -> both.get(random.nextInt(2))).limit(data.size()).toList();
        }

        private Settings settings(int depth, int samples) {
            Loss loss = pick(RationalLoss.values());
            boolean squared = loss == Loss.SQUARED;
            int most = depth == 1 || depth == 2 && !squared ? 8 : depth == 4 || depth == 3 && squared ? 2 : 3;
            BigFraction rate = oneIn(3) ? numbers.rational() : oneIn(6) ? numbers.fraction()
                    : pick(new BigFraction(1, 10), new BigFraction(1, 2), BigFraction.ONE);
            int batch = oneIn(3) ? 1 + samples / 2 : 1 + random.nextInt(3);
            return new Settings(loss, rate, oneIn(12) ? 0 : 1 + random.nextInt(most), batch, perhaps(), perhaps(),
                    oneIn(2) ? BigFraction.ZERO : oneIn(2) ? BigFraction.ONE : numbers.rational());
        }

        /** Sometimes as long as a float. */
        private BigFraction perhaps() {
            return !oneIn(3) ? BigFraction.ZERO : oneIn(8) ? numbers.fraction() : numbers.rational();
        }

        /** Drawn again where every output is 0. */
        TrainingRun quiet(int steps) {
            List<Integer> widths = new ArrayList<>(List.of(2, 2 + random.nextInt(2), 2 + random.nextInt(2), 1));
            if (oneIn(2)) {
                widths.add(1, 2);
            }
            Settings settings = new Settings(pick(Loss.HINGE, Loss.PERCEPTRON),
                    pick(new BigFraction(1, 100), new BigFraction(1, 8), numbers.fraction()), steps, 1 + random.nextInt(2),
                    oneIn(4) ? BigFraction.ONE_HALF : BigFraction.ZERO, oneIn(6) ? new BigFraction(1, 16) : BigFraction.ZERO,
                    oneIn(2) ? BigFraction.ZERO : BigFraction.ONE);
            int samples = 1 + steps * settings.batchSize() / MOVES;
            return QuietTraining.of(network(widths), Stream.generate(() -> vector(2, features)).limit(samples).toList(), settings)
                    .orElseGet(() -> quiet(steps));
        }

        private Vector vector(int size, Supplier<BigFraction> numbers) {
            return new Vector(Stream.generate(numbers).limit(size).toList());
        }

        private boolean oneIn(int cases) {
            return random.nextInt(cases) == 0;
        }

        @SafeVarargs
        private <T> T pick(T... values) {
            return values[random.nextInt(values.length)];
        }
    }
}
