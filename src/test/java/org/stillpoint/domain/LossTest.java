package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {

    @ParameterizedTest
    @CsvSource({
        "perceptron,  1/2,  1,   0,  0",
        "perceptron, -1/2,  1, 1/2, -1",
        "perceptron,    0,  1,   0, -1",
        "perceptron,    0, -1,   0,  1",
        "hinge,       1/2,  1, 1/2, -1",
        "hinge,         1,  1,   0,  0",
        "hinge,        -1, -1,   0,  0",
        "hinge,         0, -1,   1,  1",
        "squared,       3,  1,   2,  2",
        "squared,       1,  1,   0,  0",
        "absolute,      3,  1,   2,  1",
        "absolute,    1/2,  1, 1/2, -1",
        "absolute,      1,  1,   0,  0"})
    void aLossHasTheValueAndTheDerivativeOfItsFormula(String id, String output, String target, String value, String derivative) {
        Loss loss = Loss.fromId(id);
        Vector f = Vector.of(output);
        Vector y = Vector.of(target);

        assertThat(loss.value(f, y)).isEqualTo(ExactNumber.parse(value));
        assertThat(loss.at(f.entries().toArray(BigFraction[]::new), y.entries().toArray(BigFraction[]::new)))
                .containsExactly(ExactNumber.parse(derivative));
    }

    @Test
    void aLossOfSeveralOutputsIsTheSum() {
        assertThat(Loss.ABSOLUTE.value(Vector.of("1", "2"), Vector.of("0", "5"))).isEqualTo(new BigFraction(4));
        assertThatThrownBy(() -> Loss.ABSOLUTE.value(Vector.of("1", "2"), Vector.of("0"))).isInstanceOf(DomainException.class);
    }

    @Test
    void everyLossIsFoundByItsNameAndNoOther() {
        assertThat(Loss.values()).allSatisfy(loss -> assertThat(Loss.fromId(loss.id())).isEqualTo(loss));
        assertThatThrownBy(() -> Loss.fromId("Hinge")).isInstanceOf(DomainException.class)
                .hasMessage("unknown loss, expected one of perceptron, hinge, squared, absolute");
    }
}
