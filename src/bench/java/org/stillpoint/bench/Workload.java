package org.stillpoint.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enumeration.Problem;

/** What is timed: a training of one network, or of all small networks, or work in balls. */
sealed interface Workload permits Workload.Train, Workload.Enumerate, BallWorkload {

    String name();

    /** What the peers read, or nothing if it is beyond them. */
    String text();

    /** One training, from canonical fractions to canonical fractions. */
    record Train(String name, Network network, DataSet data, Settings settings) implements Workload {

        @Override
        public String text() {
            return peersKnow() ? join(Stream.of(header("train", network.widths(), data, settings), parameters(network))
                    .flatMap(part -> part)) + samples(data) : "";
        }

        private boolean peersKnow() {
            List<Layer> below = network.layers().subList(0, network.layers().size() - 1);
            return settings.kappa().isZero() && network.outputActivation() == Activation.IDENTITY
                    && below.stream().allMatch(layer -> layer.activation() == Activation.RELU)
                    && network.layers().stream().allMatch(layer -> layer.bias().isPresent());
        }
    }

    /** Every network of a problem. */
    record Enumerate(String name, Problem problem) implements Workload {

        @Override
        public String text() {
            return join(header("enumerate", List.of(problem.data().inputWidth(), problem.units(), 1), problem.data(),
                    problem.settings())) + samples(problem.data());
        }
    }

    private static Stream<String> header(String kind, List<Integer> widths, DataSet data, Settings settings) {
        return Stream.of(Stream.of(kind, widths.size() - 1 + ""), widths.stream().map(String::valueOf),
                Stream.of(data.size() + "", settings.steps() + "", Math.min(settings.batchSize(), data.size()) + "",
                        settings.loss().id()),
                Stream.of(settings.learningRate(), settings.momentum(), settings.weightDecay()).map(ExactNumber::write))
                .flatMap(part -> part);
    }

    private static String join(Stream<String> words) {
        return words.collect(Collectors.joining(" ")) + "\n";
    }

    private static String samples(DataSet data) {
        return IntStream.range(0, data.size()).mapToObj(i -> join(Stream.concat(data.inputs().get(i).entries().stream(),
                data.targets().get(i).entries().stream()).map(ExactNumber::write))).collect(Collectors.joining());
    }

    /** The parameters in the order of {@link Network#parameters}, as the peers read and print them. */
    static Stream<String> parameters(Network network) {
        return network.parameters().stream().map(ExactNumber::write);
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
