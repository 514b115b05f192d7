package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealGradients;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.optimiser.Adam;

/** Enclosures lie where a computation in floating point, by other formulas, has its numbers. */
class EnclosingAgainstFloatingPointTest {

    private static final Certainty TEN_DIGITS = new Certainty(10, 4096);
    private static final List<Activation> PROBABILITIES = List.of(Activation.SIGMOID, Activation.SOFTMAX);
    private static final List<Activation> OUTPUTS =
            List.of(Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.SOFTMAX);

    static Stream<Arguments> everyActivationBelowEveryOutputAndLoss() {
        return Activation.all().stream().filter(hidden -> hidden != Activation.SOFTMAX)
                .flatMap(hidden -> OUTPUTS.stream().flatMap(output -> Loss.all().stream()
                        .filter(loss -> loss != Loss.CROSS_ENTROPY || PROBABILITIES.contains(output))
                        .map(loss -> Arguments.of(hidden, output, loss))));
    }

    @ParameterizedTest
    @MethodSource("everyActivationBelowEveryOutputAndLoss")
    void gradientsAreQuotientsOfDifferences(Activation hidden, Activation output, Loss loss) {
        Network network = network(hidden, output);
        DataSet data = data(loss);
        DoubleTraining floating = new DoubleTraining(network, data, loss);
        double[] parameters = DoubleTraining.parameters(network);

        RealGradients gradients = Enclosing.gradients(network, data, loss, KinkDerivatives.all(BigFraction.ZERO), TEN_DIGITS);

        assertThat(middle(gradients.loss())).isCloseTo(floating.meanLoss(parameters, all(data)), offset(1e-9));
        assertClose(gradients.layers(), floating.gradient(parameters, all(data)), 1e-7);
    }

    @ParameterizedTest
    @MethodSource("everyActivationBelowEveryOutputAndLoss")
    void trainingWithMomentumAndDecayEndsThere(Activation hidden, Activation output, Loss loss) {
        Network network = network(hidden, output);
        DataSet data = data(loss);
        Settings settings = new Settings(loss, new BigFraction(1, 20), 4, 2, new BigFraction(1, 2), new BigFraction(1, 10),
                BigFraction.ZERO);

        RealResult result = train(network, data, settings, UpdateRule.DESCENT);

        assertClose(result.network().layers(), new DoubleTraining(network, data, loss).descend(settings), 1e-6);
    }

    @Test
    void adamTakesItsRootsEnclosed() {
        Network network = network(Activation.TANH, Activation.SIGMOID);
        DataSet data = data(Loss.CROSS_ENTROPY);
        Settings settings = Settings.defaults(10).withLoss(Loss.CROSS_ENTROPY).withBatchSize(3);
        Adam adam = new Adam(new BigFraction(1, 100), new BigFraction(9, 10), new BigFraction(999, 1000),
                new BigFraction(1, 1000));

        RealResult result = train(network, data, settings, new UpdateRule(Optional.of(adam), Optional.empty()));

        assertClose(result.network().layers(),
                new DoubleTraining(network, data, Loss.CROSS_ENTROPY).adam(settings, 0.01, 0.9, 0.999, 0.001), 1e-6);
    }

    private static RealResult train(Network network, DataSet data, Settings settings, UpdateRule rule) {
        Kept<RealResult> kept = Enclosing.train(network, data, settings, rule, TEN_DIGITS, step -> { });
        assertThat(kept.stopped()).isEmpty();
        return kept.result();
    }

    /** Far from every kink. */
    private static Network network(Activation hidden, Activation output) {
        Random random = new Random(5);
        return new Network(List.of(layer(random, 2, 3, hidden), layer(random, 3, 2, output)));
    }

    private static Layer layer(Random random, int inputs, int units, Activation activation) {
        return new Layer(new Matrix(IntStream.range(0, units).mapToObj(j -> vector(random, inputs)).toList()),
                Optional.of(vector(random, units)), activation);
    }

    private static Vector vector(Random random, int size) {
        return new Vector(IntStream.range(0, size).mapToObj(k -> new BigFraction(random.nextInt(199) - 99, 100)).toList());
    }

    private static DataSet data(Loss loss) {
        String no = loss == Loss.CROSS_ENTROPY ? "0" : "-1";
        return new DataSet(List.of(Vector.of("0.3", "-1.1"), Vector.of("0.7", "0.4"), Vector.of("-0.9", "0.8")),
                List.of(Vector.of("1", no), Vector.of(no, "1"), Vector.of("1", no)));
    }

    private static List<Integer> all(DataSet data) {
        return IntStream.range(0, data.size()).boxed().toList();
    }

    private static void assertClose(List<RealLayer> layers, double[] expected, double error) {
        List<Real> numbers = new ArrayList<>();
        for (RealLayer layer : layers) {
            layer.weights().forEach(numbers::addAll);
            layer.bias().ifPresent(numbers::addAll);
        }
        assertThat(numbers).hasSize(expected.length);
        for (int k = 0; k < expected.length; k++) {
            assertThat(middle(numbers.get(k))).as("parameter " + k).isCloseTo(expected[k], offset(error));
        }
    }

    private static double middle(Real number) {
        return number instanceof Exact exact ? exact.value().doubleValue()
                : (((Enclosure) number).low().doubleValue() + ((Enclosure) number).high().doubleValue()) / 2;
    }
}
