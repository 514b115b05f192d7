package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class DomainTypesTest {

    private static final Layer TWO_TO_ONE = new Layer(Matrix.of(Vector.of("1", "2")), Optional.empty(), Activation.IDENTITY);

    @Test
    void impossibleValuesAreRefusedWithAReason() {
        refused(() -> Vector.of(new BigFraction[0]), "an empty vector, expected at least one number");
        refused(() -> new Matrix(List.of()), "a matrix without rows, expected at least one");
        refused(() -> Matrix.of(Vector.of("1", "2"), Vector.of("3")),
                "a ragged matrix: row 2 has length 1, expected 2 as in row 1");
        refused(() -> new Layer(Matrix.of(Vector.of("1")), Optional.of(Vector.of("1", "2")), Activation.RELU),
                "a bias of length 2, expected 1, one for each unit");
        refused(() -> new Network(List.of()), "a network without layers, expected at least one");
        refused(() -> Network.of(TWO_TO_ONE, TWO_TO_ONE),
                "layer 2 takes 2 inputs, expected 1, the units of layer 1");
        refused(() -> Network.of(new Layer(Matrix.of(Vector.of("1")), Optional.empty(), Activation.SOFTMAX),
                new Layer(Matrix.of(Vector.of("1")), Optional.empty(), Activation.SOFTMAX)),
                "layer 1 has activation softmax, expected it on the last layer only");
        refused(() -> new DataSet(List.of(), List.of()), "a data set without samples, expected at least one");
        refused(() -> new DataSet(List.of(Vector.of("1")), List.of()),
                "1 inputs and 0 targets, expected one target for each sample");
        refused(() -> new DataSet(List.of(Vector.of("1"), Vector.of("1", "2")), List.of(Vector.of("1"), Vector.of("1"))),
                "input 2 has length 2, expected 1 as in input 1");
        refused(() -> Settings.defaults(-1), "-1 steps, expected 0 or more");
        refused(() -> Settings.defaults(1).withBatchSize(0), "a batch size of 0, expected 1 or more");
        refused(() -> Activation.fromId("Tanh"),
                "unknown activation \"Tanh\", expected one of identity, relu, leaky-relu, abs, hard-tanh, softsign, "
                        + "rational-sigmoid, sigmoid, tanh, softplus, elu, silu, gelu, softmax");
    }

    private static void refused(ThrowingCallable construction, String message) {
        assertThatThrownBy(construction).isInstanceOf(DomainException.class).hasMessage(message);
    }

    @Test
    void aValueDoesNotChangeWithTheListItWasMadeFrom() {
        List<BigFraction> entries = new ArrayList<>(List.of(BigFraction.ONE));
        Vector vector = new Vector(entries);
        entries.set(0, BigFraction.TWO);

        assertThat(vector.get(0)).isEqualTo(BigFraction.ONE);
    }

    @Test
    void zerosHasTheWidthsAskedForAndReluInsideOnly() {
        Network zeros = Network.zeros(List.of(3, 2, 4, 1), true);

        assertThat(zeros.widths()).containsExactly(3, 2, 4, 1);
        assertThat(zeros.parameters()).hasSize(3 * 2 + 2 + 2 * 4 + 4 + 4 + 1).containsOnly(BigFraction.ZERO);
        assertThat(zeros.layers()).extracting(Layer::activation)
                .containsExactly(Activation.RELU, Activation.RELU, Activation.IDENTITY);
        assertThat(Network.zeros(List.of(3, 2, 4, 1), false).layers()).allMatch(layer -> layer.bias().isEmpty());
    }

    @Test
    void parametersComeLayerByLayerRowsFirstThenBias() {
        Network network = Network.of(
                new Layer(Matrix.of(Vector.of("1", "2"), Vector.of("3", "4")), Optional.of(Vector.of("5", "6")), Activation.RELU),
                new Layer(Matrix.of(Vector.of("7", "8")), Optional.empty(), Activation.IDENTITY));

        assertThat(new Vector(network.parameters())).hasToString("[1, 2, 3, 4, 5, 6, 7, 8]");
    }
}
