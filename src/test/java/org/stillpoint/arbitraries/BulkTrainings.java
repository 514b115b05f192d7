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

    private static final List<BigFraction> TERNARY = Stream.of(-1, 0, 1).map(BigFraction::new).toList();
    private static final BigFraction HUGE = new BigFraction(10).pow(30);

    private BulkTrainings() {
    }

    /** Seeds, all as likely. */
    public static Arbitrary<Long> seeds() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }

    /**
     * The training of a seed, always the same one: up to four layers, few samples and steps, every loss, every activation of the
     * fast engine.
     */
    public static TrainingRun of(long seed) {
        Decoder decoder = new Decoder(new SplittableRandom(seed));
        return decoder.training(1 + decoder.random.nextInt(4));
    }

    /** The training of a seed with such a momentum. */
    public static TrainingRun withMomentum(long seed, BigFraction momentum) {
        TrainingRun run = of(seed);
        return fitted(run.withSettings(run.settings().withMomentum(momentum)));
    }

    /** As {@link #of}, with targets that are labels: signs, zeros and ones, or one-hot. */
    public static TrainingRun labelled(long seed) {
        Decoder decoder = new Decoder(new SplittableRandom(seed));
        TrainingRun run = decoder.training(1 + decoder.random.nextInt(4));
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
        return fitted(run.withDerivative(loss)
                .withSettings(run.settings().withLoss(loss).withSteps(steps).withMomentum(BigFraction.ZERO)));
    }

    private static TrainingRun fitted(TrainingRun run) {
        return Budget.fitted(run)
                .orElseThrow(() -> new IllegalStateException("no room for a gradient, expected narrower shapes or fewer samples"));
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
        private final Supplier<BigFraction> weights;
        private final Supplier<BigFraction> features;

        Decoder(SplittableRandom random) {
            this.random = random;
            this.weights = numbers();
            this.features = numbers();
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
            Settings settings = settings(depth);
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
            Supplier<BigFraction> labels = oneIn(4) ? features : () -> TERNARY.get(oneIn(8) ? 1 : 2 * random.nextInt(2));
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

        private Settings settings(int depth) {
            Loss loss = pick(RationalLoss.values());
            boolean squared = loss == Loss.SQUARED;
            int most = depth == 1 || depth == 2 && !squared ? 8 : depth == 4 || depth == 3 && squared ? 2 : 3;
            BigFraction rate = oneIn(3) ? rational() : pick(new BigFraction(1, 10), new BigFraction(1, 2), BigFraction.ONE);
            return new Settings(loss, rate, oneIn(12) ? 0 : 1 + random.nextInt(most), 1 + random.nextInt(3), perhaps(), perhaps(),
                    oneIn(2) ? BigFraction.ZERO : oneIn(2) ? BigFraction.ONE : rational());
        }

        private BigFraction perhaps() {
            return oneIn(3) ? rational() : BigFraction.ZERO;
        }

        private Supplier<BigFraction> numbers() {
            return switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> () -> TERNARY.get(random.nextInt(3));
                case 4, 5 -> () -> new BigFraction(random.nextInt(33) - 16, 8);
                case 6, 7 -> this::rational;
                case 8 -> () -> rational().multiply(oneIn(2) ? HUGE : HUGE.reciprocal());
                default -> () -> oneIn(2) ? BigFraction.ZERO : rational();
            };
        }

        private BigFraction rational() {
            return new BigFraction(random.nextInt(19) - 9, 1 + random.nextInt(12));
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
