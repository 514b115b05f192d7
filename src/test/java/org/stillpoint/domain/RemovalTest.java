package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class RemovalTest {

    private static final Network NETWORK = Network.of(
            new Layer(Matrix.of(vector(1, 2), vector(3, 4)), Optional.of(vector(5, 6)), Activation.RELU),
            new Layer(Matrix.of(vector(7, 8), vector(9, 10)), Optional.of(vector(11, 12)), Activation.IDENTITY));
    private static final DataSet DATA = new DataSet(List.of(vector(1, 2), vector(3, 4)), List.of(vector(5, 6), vector(7, 8)));

    private static Vector vector(int... entries) {
        return new Vector(IntStream.of(entries).mapToObj(BigFraction::new).toList());
    }

    @Test
    void withoutAUnitItsRowItsBiasAndItsColumnAreGone() {
        assertThat(Removal.unit(NETWORK, 0, 0)).isEqualTo(Network.of(
                new Layer(Matrix.of(vector(3, 4)), Optional.of(vector(6)), Activation.RELU),
                new Layer(Matrix.of(vector(8), vector(10)), Optional.of(vector(11, 12)), Activation.IDENTITY)));
    }

    @Test
    void withoutAnInputItsColumnIsGone() {
        assertThat(Removal.input(NETWORK, 1).parameters())
                .containsExactlyElementsOf(vector(1, 3, 5, 6, 7, 8, 9, 10, 11, 12).entries());
        assertThat(Removal.input(DATA, 1)).isEqualTo(new DataSet(List.of(vector(1), vector(3)), DATA.targets()));
    }

    @Test
    void withoutAnOutputItsRowAndItsBiasAreGone() {
        assertThat(Removal.output(NETWORK, 0).parameters())
                .containsExactlyElementsOf(vector(1, 2, 3, 4, 5, 6, 9, 10, 12).entries());
        assertThat(Removal.output(DATA, 0)).isEqualTo(new DataSet(DATA.inputs(), List.of(vector(6), vector(8))));
    }

    @Test
    void withoutALayerThoseAroundItFollowEachOther() {
        assertThat(Removal.layer(NETWORK, 0).parameters()).containsExactlyElementsOf(vector(7, 8, 9, 10, 11, 12).entries());
        assertThatThrownBy(() -> Removal.layer(Network.zeros(List.of(2, 3, 1, 1), false), 1)).isInstanceOf(DomainException.class)
                .hasMessage("layer 2 takes 1 inputs, expected 3, the units of layer 1");
    }

    @Test
    void withoutASampleItsInputAndItsTargetAreGone() {
        assertThat(Removal.sample(DATA, 0)).isEqualTo(new DataSet(List.of(vector(3, 4)), List.of(vector(7, 8))));
    }
}
