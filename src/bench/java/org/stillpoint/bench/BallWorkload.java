package org.stillpoint.bench;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
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
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Radius;

/** What is done in balls of a fixed precision; {@code src/bench/c/arb.c} says how it reads one. */
sealed interface BallWorkload extends Workload {

    /** What is applied to a list of balls. */
    enum Operation {

        /** The first argument times the last, the second times the last but one, and so on. */
        MULTIPLY,
        EXP,

        /** With the slope. */
        SIGMOID;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param arguments whose middles are in units of 2^-bits, all with the radius {@link #RADIUS} */
    record Function(Operation operation, int bits, List<Ball> arguments) implements BallWorkload {

        private static final long RADIUS = 12_345;
        private static final int ARGUMENTS = 64;

        /** Arguments from -1 to 1. */
        static Function of(Operation operation, int bits) {
            Random random = new Random(bits);
            Precision precision = Precision.of(bits);
            BigInteger one = BigInteger.ONE.shiftLeft(bits);
            return new Function(operation, bits, Stream.generate(() -> new BigInteger(bits + 1, random).subtract(one))
                    .map(mid -> precision.widened(precision.ball(new BigFraction(mid, one)),
                            Radius.of(BigInteger.valueOf(RADIUS))))
                    .limit(ARGUMENTS).toList());
        }

        @Override
        public String name() {
            return operation + ", " + bits + " bits";
        }

        @Override
        public String text() {
            return "function " + operation + " " + bits + " " + arguments.size() + "\n"
                    + arguments.stream().map(ball -> ball.mid() + " " + RADIUS + "\n").collect(Collectors.joining());
        }
    }

    /** Full batches, squared loss, biases everywhere. */
    record Training(String name, Network network, DataSet data, Settings settings, int bits) implements BallWorkload {

        @Override
        public String text() {
            List<Layer> layers = network.layers();
            Stream<Object> shape = Stream.of(Stream.of("training", bits, settings.steps(),
                    ExactNumber.write(settings.learningRate()), layers.size(), network.inputs()),
                    layers.stream().map(Layer::units), layers.stream().map(layer -> layer.activation().id()))
                    .flatMap(words -> words);
            Stream<BigFraction> samples = IntStream.range(0, data.size()).boxed().flatMap(i -> Stream.concat(
                    data.inputs().get(i).entries().stream(), data.targets().get(i).entries().stream()));
            return words(shape) + words(network.parameters().stream().map(ExactNumber::write)) + data.size() + "\n"
                    + words(samples.map(ExactNumber::write));
        }

        private static String words(Stream<?> words) {
            return words.map(Object::toString).collect(Collectors.joining(" ", "", "\n"));
        }

        Training withSteps(String newName, int steps, int newBits) {
            return new Training(newName, network, data, settings.withSteps(steps), newBits);
        }
    }

    /** XOR with the inputs and targets low and 1. */
    static DataSet xor(int low) {
        List<List<Integer>> inputs = List.of(List.of(low, low), List.of(low, 1), List.of(1, low), List.of(1, 1));
        return new DataSet(inputs.stream().map(input -> vector(input.stream().map(BigFraction::new))).toList(),
                Stream.of(low, 1, 1, low).map(target -> vector(Stream.of(new BigFraction(target)))).toList());
    }

    /** Random inputs k / 100 and labels. */
    static DataSet labelled(int width, int samples, int seed) {
        Random random = new Random(seed);
        return new DataSet(Stream.generate(() -> hundredths(width, random)).limit(samples).toList(),
                Stream.generate(() -> vector(Stream.of(new BigFraction(2 * random.nextInt(2) - 1)))).limit(samples).toList());
    }

    /** A training from random parameters k / 100. */
    static Training training(String name, List<Integer> widths, Activation hidden, Activation last, DataSet data, String rate,
                             int steps, int bits, int seed) {
        Random random = new Random(seed);
        List<Layer> layers = IntStream.range(1, widths.size()).mapToObj(l -> new Layer(
                new Matrix(Stream.generate(() -> hundredths(widths.get(l - 1), random)).limit(widths.get(l)).toList()),
                Optional.of(hundredths(widths.get(l), random)), l < widths.size() - 1 ? hidden : last)).toList();
        Settings settings = Settings.defaults(steps).withLoss(Loss.SQUARED).withLearningRate(ExactNumber.parse(rate))
                .withBatchSize(data.size());
        return new Training(name, new Network(layers), data, settings, bits);
    }

    private static Vector hundredths(int size, Random random) {
        return vector(Stream.generate(() -> new BigFraction(random.nextInt(201) - 100, 100)).limit(size));
    }

    private static Vector vector(Stream<BigFraction> entries) {
        return new Vector(entries.toList());
    }
}
