package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {

    private static final BigFraction FIFTH = new BigFraction(1, 5);

    @Test
    void everyActivationIsFoundByItsName() {
        assertThat(Activation.all()).hasSize(14).allSatisfy(each -> assertThat(Activation.fromId(each.id())).isSameAs(each));
    }

    @ParameterizedTest
    @CsvSource({"leaky-relu:1/5, leaky-relu:1/5", "leaky-relu:2/10, leaky-relu:1/5", "leaky-relu:0.2, leaky-relu:1/5",
        "leaky-relu:0.01, leaky-relu", "leaky-relu:1/100, leaky-relu", "leaky-relu:-0, leaky-relu:0",
        "leaky-relu:-3, leaky-relu:-3"})
    void theNameOfALeakyReluHasItsSlopeInLowestTerms(String written, String id) {
        Activation activation = Activation.fromId(written);

        assertThat(activation.id()).isEqualTo(id);
        assertThat(activation).isEqualTo(Activation.fromId(id)).hasSameHashCodeAs(Activation.fromId(id)).hasToString(id);
    }

    @Test
    void leakyRelusOfOtherSlopesAreOtherActivations() {
        assertThat(RationalActivation.leakyRelu(FIFTH)).isNotEqualTo(Activation.LEAKY_RELU)
                .isNotEqualTo(RationalActivation.leakyRelu(new BigFraction(1, 6)));
        assertThat(RationalActivation.leakyRelu(new BigFraction(1, 100))).isSameAs(Activation.LEAKY_RELU);
    }

    @Test
    void aLeakyReluHasItsSlopeBelowZeroAndOneAbove() {
        RationalActivation sigma = RationalActivation.leakyRelu(FIFTH);

        assertThat(sigma.kernel().value(new BigFraction(-3))).isEqualTo(new BigFraction(-3, 5));
        assertThat(sigma.kernel().value(new BigFraction(3))).isEqualTo(new BigFraction(3));
        assertThat(sigma.kernel().derivative(BigFraction.MINUS_ONE, BigFraction.TWO)).isEqualTo(FIFTH);
        assertThat(sigma.kernel().derivative(BigFraction.ONE, BigFraction.TWO)).isEqualTo(BigFraction.ONE);
        assertThat(sigma.hasKinkAt(BigFraction.ZERO)).isTrue();
        assertThat(sigma.hasKinkAt(BigFraction.ONE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "leaky-relu:; \"\" is not an exact number, expected one such as 3/4, -2, 0.125 or 1e-3",
        "leaky-relu:x; \"x\" is not an exact number, expected one such as 3/4, -2, 0.125 or 1e-3",
        "leaky-relu:NaN; \"NaN\" is not an exact number, expected one such as 3/4, -2, 0.125 or 1e-3",
        "leaky-relu:1/0; \"1/0\" has denominator zero, expected a positive one",
        "leaky-relu:1e-300; a slope of 997 bits, expected at most 256"})
    void aLeakyReluNeedsAShortExactSlope(String id, String message) {
        assertThatThrownBy(() -> Activation.fromId(id)).isInstanceOf(DomainException.class).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu:1/5", "tanh:1", "leaky-relu1/5"})
    void noOtherActivationHasASlope(String id) {
        assertThatThrownBy(() -> Activation.fromId(id)).hasMessageStartingWith("unknown activation \"" + id + "\", expected");
    }

    @Test
    void theSmoothOnesAreNotExact() {
        for (SmoothActivation smooth : SmoothActivation.values()) {
            assertThat(smooth.isRational()).isFalse();
            assertThatThrownBy(smooth::rational).isInstanceOf(DomainException.class).hasMessage("activation " + smooth.id()
                    + " is not exact over the rationals, expected one of identity, relu, leaky-relu, abs, hard-tanh, softsign, "
                    + "rational-sigmoid");
        }
        assertThat(RationalActivation.all()).allMatch(each -> each.isRational() && each.rational() == each);
    }

    @Test
    void zeroIsPassedOnAsZeroByAllButTheSigmoidsSoftplusAndSoftmax() {
        assertThat(Activation.all().stream().filter(each -> !each.mapsZeroToZero())).containsExactlyInAnyOrder(
                Activation.RATIONAL_SIGMOID, Activation.SIGMOID, Activation.SOFTPLUS, Activation.SOFTMAX);
    }

    @Test
    void aNetworkIsRationalIfEveryActivationIs() {
        assertThat(network(Activation.RELU, Activation.RATIONAL_SIGMOID).isRational()).isTrue();
        assertThat(network(Activation.TANH, Activation.IDENTITY).isRational()).isFalse();
        assertThat(network(Activation.RELU, Activation.SOFTMAX).isRational()).isFalse();
        assertThat(network(Activation.RELU, Activation.SOFTMAX).outputActivation()).isEqualTo(Activation.SOFTMAX);
    }

    private static Network network(Activation hidden, Activation last) {
        Matrix one = Matrix.constant(1, 1, BigFraction.ONE);
        return new Network(List.of(new Layer(one, Optional.empty(), hidden), new Layer(one, Optional.empty(), last)));
    }
}
