package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        RationalLoss loss = Loss.fromId(id).rational();
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

    /** A network of one layer, whose inputs are as many as its outputs, as in the data here. */
    private static Network behind(Activation last, int outputs) {
        return Network.of(new Layer(Matrix.constant(outputs, outputs, BigFraction.ONE), Optional.empty(), last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"perceptron", "hinge", "logistic"})
    void aLossOfLabelsTakesNoOtherTargets(String id) {
        Loss loss = Loss.fromId(id);
        Network one = behind(Activation.IDENTITY, 1);

        loss.requireTargets(one, targets("1", "-1", "2/2"));
        loss.requireTargets(behind(Activation.IDENTITY, 2), targets("1 -1", "-1 -1"));
        assertThatThrownBy(() -> loss.requireTargets(one, targets("1", "0", "-1/2"))).isInstanceOf(TargetException.class)
                .hasMessage("sample 2 has target 0, expected 1 or -1, the labels of the " + id + " loss")
                .extracting(e -> ((TargetException) e).sample()).isEqualTo(1);
        assertThatThrownBy(() -> loss.requireTargets(behind(Activation.IDENTITY, 2), targets("-1 2")))
                .hasMessageContaining("sample 1 has target 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"squared", "absolute"})
    void aLossOfDistancesTakesEveryTarget(String id) {
        assertThatCode(() -> Loss.fromId(id).requireTargets(behind(Activation.IDENTITY, 1), targets("0", "-1/2", "7")))
                .doesNotThrowAnyException();
    }

    @Test
    void crossEntropyBehindSigmoidTakesProbabilitiesOnly() {
        Network sigmoid = behind(Activation.SIGMOID, 2);

        assertThatCode(() -> Loss.CROSS_ENTROPY.requireTargets(sigmoid, targets("0 1", "1/3 1/2", "1 1")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Loss.CROSS_ENTROPY.requireTargets(sigmoid, targets("0 1", "1/2 3/2")))
                .isInstanceOf(TargetException.class)
                .hasMessage("sample 2 has target 3/2, expected a probability from 0 to 1 for the cross-entropy loss");
        assertThatThrownBy(() -> Loss.CROSS_ENTROPY.requireTargets(sigmoid, targets("-1 1")))
                .hasMessage("sample 1 has target -1, expected a probability from 0 to 1 for the cross-entropy loss");
    }

    @Test
    void crossEntropyBehindSoftmaxTakesProbabilitiesThatSumToExactlyOne() {
        Network softmax = behind(Activation.SOFTMAX, 3);

        assertThatCode(() -> Loss.CROSS_ENTROPY.requireTargets(softmax, targets("0 1 0", "1/3 1/3 1/3")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Loss.CROSS_ENTROPY.requireTargets(softmax, targets("0 1 0", "0.33 0.33 0.33")))
                .isInstanceOf(TargetException.class)
                .hasMessage("sample 2 has a target whose entries sum to 99/100, expected 1, as probabilities of the outputs do "
                        + "for the cross-entropy loss behind softmax");
        assertThatThrownBy(() -> Loss.CROSS_ENTROPY.requireTargets(softmax, targets("-1 1 1")))
                .hasMessageContaining("sample 1 has target -1, expected a probability");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "tanh", "rational-sigmoid", "relu"})
    void crossEntropyIsRefusedBehindAnyOtherLastLayer(String last) {
        assertThatThrownBy(() -> Loss.CROSS_ENTROPY.requireTargets(behind(Activation.fromId(last), 1), targets("1")))
                .isInstanceOf(DomainException.class).isNotInstanceOf(TargetException.class)
                .hasMessage("the cross-entropy loss behind a last layer of " + last + ", expected sigmoid or softmax");
    }

    @Test
    void everyLossIsFoundByItsNameAndNoOther() {
        assertThat(Loss.all()).hasSize(6).allSatisfy(loss -> assertThat(Loss.fromId(loss.id())).isEqualTo(loss));
        assertThatThrownBy(() -> Loss.fromId("Hinge")).isInstanceOf(DomainException.class)
                .hasMessage("unknown loss \"Hinge\", expected one of perceptron, hinge, squared, absolute, logistic, "
                        + "cross-entropy");
    }

    @Test
    void onlyARationalLossIsExact() {
        assertThat(Loss.SQUARED.rational()).isEqualTo(Loss.SQUARED);
        assertThatThrownBy(Loss.LOGISTIC::rational).isInstanceOf(DomainException.class)
                .hasMessage("loss logistic is not exact over the rationals, expected one of perceptron, hinge, "
                        + "squared, absolute");
    }
}
