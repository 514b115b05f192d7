package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    private static DataSet targets(String... literals) {
        List<Vector> targets = Stream.of(literals).map(literal -> Vector.of(literal.split(" "))).toList();
        return new DataSet(targets, targets);
    }

    @ParameterizedTest
    @EnumSource(names = {"PERCEPTRON", "HINGE"})
    void aLossOfLabelsTakesNoOtherTargets(Loss loss) {
        loss.requireTargets(targets("1", "-1", "2/2"));
        loss.requireTargets(targets("1 -1", "-1 -1"));
        assertThatThrownBy(() -> loss.requireTargets(targets("1", "0", "-1/2"))).isInstanceOf(TargetException.class)
                .hasMessage("sample 2 has target 0, expected 1 or -1, the labels of the " + loss.id() + " loss")
                .extracting(e -> ((TargetException) e).sample()).isEqualTo(1);
        assertThatThrownBy(() -> loss.requireTargets(targets("-1 2"))).hasMessageContaining("sample 1 has target 2");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQUARED", "ABSOLUTE"})
    void aLossOfDistancesTakesEveryTarget(Loss loss) {
        assertThatCode(() -> loss.requireTargets(targets("0", "-1/2", "7"))).doesNotThrowAnyException();
    }

    @Test
    void everyLossIsFoundByItsNameAndNoOther() {
        assertThat(Loss.values()).allSatisfy(loss -> assertThat(Loss.fromId(loss.id())).isEqualTo(loss));
        assertThatThrownBy(() -> Loss.fromId("Hinge")).isInstanceOf(DomainException.class)
                .hasMessage("unknown loss \"Hinge\", expected one of perceptron, hinge, squared, absolute");
    }
}
