package org.stillpoint.bench;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enumeration.Problem;
import org.stillpoint.generation.Generator;
import org.stillpoint.generation.Request;

/** What is timed: a training of one network, or of all small networks, or work in balls. */
sealed interface Workload permits Workload.Train, Workload.Enumerate, BallWorkload {

    String name();

    /** What the peers read, or nothing if it is beyond them. */
    String text();

    /** One training, from canonical fractions to canonical fractions. */
    record Train(String name, Network network, DataSet data, Settings settings) implements Workload {

        @Override
        public String text() {
            Stream<String> header = Stream.of("train", network.inputs() + "", network.layers().get(0).units() + "",
                    data.size() + "", settings.steps() + "", settings.loss().id(), ExactNumber.write(settings.learningRate()));
            return network.layers().size() != 2 ? "" : join(Stream.concat(header, unitByUnit(network))) + samples(data);
        }
    }

    /** Every network of a problem. */
    record Enumerate(String name, Problem problem) implements Workload {

        @Override
        public String text() {
            return join(Stream.of("enumerate", problem.data().inputWidth() + "", problem.units() + "", problem.data().size() + "",
                    problem.settings().steps() + "", problem.settings().loss().id(),
                    ExactNumber.write(problem.settings().learningRate()))) + samples(problem.data());
        }
    }

    private static String join(Stream<String> words) {
        return words.collect(Collectors.joining(" ")) + "\n";
    }

    private static String samples(DataSet data) {
        return IntStream.range(0, data.size()).mapToObj(i -> join(Stream.concat(data.inputs().get(i).entries().stream(),
                data.targets().get(i).entries().stream()).map(ExactNumber::write))).collect(Collectors.joining());
    }

    /**
     * The parameters of a network with one hidden layer and biases: incoming weights, bias, outgoing weight of each unit, the
     * last bias.
     */
    static Stream<String> unitByUnit(Network network) {
        Layer hidden = network.layers().get(0);
        Layer last = network.layers().get(1);
        return Stream.concat(IntStream.range(0, hidden.units()).boxed()
                .flatMap(j -> Stream.concat(hidden.weights().row(j).entries().stream(),
                Stream.of(hidden.bias().orElseThrow().get(j), last.weights().get(0, j)))),
                last.bias().orElseThrow().entries().stream()).map(ExactNumber::write);
    }

    /** A training from one random network on data that another one labels. */
    static Train train(String name, List<Integer> widths, int samples, Settings settings) {
        Network start = Generator.generate(new Request(widths, 2, 1, false, true)).teacher();
        DataSet data = Generator.generate(new Request(widths, samples, 2, samples % 2 == 0, true)).data();
        return new Train(name, start, data, settings);
    }

    /** As {@link #train}, with start and data over dyadic fractions with numerators and denominators of so many bits. */
    static Train dyadic(String name, List<Integer> widths, int samples, Settings settings, int bits) {
        Train small = train(name, widths, samples, settings);
        Random random = new Random(bits);
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : small.network().layers()) {
            layers.add(new Layer(new Matrix(layer.weights().rows().stream().map(row -> dyadic(row.size(), bits, random))
                    .toList()), layer.bias().map(bias -> dyadic(bias.size(), bits, random)), layer.activation()));
        }
        List<Vector> inputs = small.data().inputs().stream().map(input -> dyadic(input.size(), bits, random)).toList();
        return new Train(name, new Network(layers), new DataSet(inputs, small.data().targets()), settings);
    }

    private static Vector dyadic(int size, int bits, Random random) {
        BigFraction unit = new BigFraction(1, 2).pow(bits - 1);
        return new Vector(IntStream.range(0, size).mapToObj(k -> new BigFraction(new BigInteger(bits, random))
                .multiply(unit).subtract(BigFraction.ONE)).toList());
    }

    /** All networks of two inputs and two units with biases, parameters -1, 0 and 1, on XOR. */
    static Enumerate xor(int epochs) {
        DataSet data = new DataSet(Stream.of("0 0", "0 1", "1 0", "1 1").map(input -> Vector.of(input.split(" "))).toList(),
                Stream.of("-1", "1", "1", "-1").map(Vector::of).toList());
        Settings settings = Settings.defaults(4 * epochs).withLoss(Loss.PERCEPTRON).withLearningRate(BigFraction.ONE);
        return new Enumerate("all 3^9 ternary 2-2-1 networks on XOR, " + epochs + " perceptron epochs",
                new Problem(2, true, List.of(BigFraction.MINUS_ONE, BigFraction.ZERO, BigFraction.ONE), data, settings));
    }
}
