package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.kernel.ActivationFunction;

class KinkDerivativesTest {

    private static final BigFraction KAPPA = new BigFraction(1, 7);
    private static final BigFraction OWN = new BigFraction(2, 9);

    @ParameterizedTest
    @CsvSource({"relu, 0, 1/7", "leaky-relu, 0, 1/7", "abs, 0, 1/7", "hard-tanh, 1, 1", "hard-tanh, -1, 1"})
    void kappaIsTheDerivativeAtEveryKinkButThoseOfHardTanh(Activation activation, int kink, String derivative) {
        KinkDerivatives all = KinkDerivatives.all(KAPPA);

        assertThat(all.function(activation).derivative(new BigFraction(kink), KAPPA)).isEqualTo(all.at(activation))
                .isEqualTo(ExactNumber.parse(derivative));
    }

    @ParameterizedTest
    @CsvSource({"relu, 0", "leaky-relu, 0", "abs, 0", "hard-tanh, 1", "hard-tanh, -1"})
    void anOwnDerivativeGoesBeforeKappaAtTheKinkAndNowhereElse(Activation activation, int kink) {
        KinkDerivatives kinks = new KinkDerivatives(KAPPA, Map.of(activation, OWN));
        ActivationFunction function = kinks.function(activation);

        assertThat(function.derivative(new BigFraction(kink), KAPPA)).isEqualTo(kinks.at(activation)).isEqualTo(OWN);
        for (int n = -5; n <= 5; n++) {
            BigFraction z = new BigFraction(kink).add(new BigFraction(2 * n + 1, 4));
            assertThat(function.value(z)).isEqualTo(activation.rational().kernel().value(z));
            assertThat(function.derivative(z, KAPPA)).isEqualTo(activation.rational().kernel().derivative(z, KAPPA));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "softsign", "rational-sigmoid", "tanh", "elu", "softmax"})
    void anActivationWithoutAKinkHasNoDerivativeThere(Activation activation) {
        assertThatThrownBy(() -> new KinkDerivatives(KAPPA, Map.of(activation, OWN))).isInstanceOf(DomainException.class)
                .hasMessage(activation.id() + " has no kink, expected one of relu, leaky-relu, abs, hard-tanh");
    }

    @Test
    void anotherKappaLeavesTheOwnOnesAlone() {
        KinkDerivatives kinks = new KinkDerivatives(KAPPA, Map.of(Activation.ABS, OWN)).withKappa(BigFraction.ONE);

        assertThat(kinks.at(Activation.ABS)).isEqualTo(OWN);
        assertThat(kinks.at(Activation.RELU)).isEqualTo(BigFraction.ONE);
    }

    @Test
    void everySlopeOfLeakyReluHasTheDerivativeOfLeakyReluAtItsKink() {
        Activation steep = RationalActivation.leakyRelu(new BigFraction(1, 5));
        KinkDerivatives kinks = new KinkDerivatives(KAPPA, Map.of(Activation.LEAKY_RELU, OWN));

        assertThat(kinks.at(steep)).isEqualTo(OWN);
        assertThat(kinks.function(steep).derivative(BigFraction.ZERO, KAPPA)).isEqualTo(OWN);
        assertThat(KinkDerivatives.all(KAPPA).function(steep).derivative(BigFraction.ZERO, KAPPA)).isEqualTo(KAPPA);
        assertThatThrownBy(() -> new KinkDerivatives(KAPPA, Map.of(steep, OWN))).isInstanceOf(DomainException.class)
                .hasMessage("leaky-relu:1/5 has no kink of its own, expected one of relu, leaky-relu, abs, hard-tanh");
    }

    @Test
    void leakyReluOfSlopeOneIsALineAndHasNoKink() {
        Activation line = RationalActivation.leakyRelu(BigFraction.ONE);

        assertThat(line.hasKinkAt(BigFraction.ZERO)).isFalse();
        assertThat(new KinkDerivatives(KAPPA, Map.of(Activation.LEAKY_RELU, OWN)).function(line)
                .derivative(BigFraction.ZERO, KAPPA)).isEqualTo(BigFraction.ONE);
    }

    @Test
    void ownDerivativesAreInTheOrderOfTheActivations() {
        assertThat(new KinkDerivatives(KAPPA, Map.of(Activation.HARD_TANH, OWN, Activation.RELU, OWN, Activation.ABS, KAPPA))
                .own().keySet()).containsExactly(Activation.RELU, Activation.ABS, Activation.HARD_TANH);
    }

    @Test
    void aSmoothActivationIsNoFunctionOfTheKernel() {
        assertThatThrownBy(() -> KinkDerivatives.all(KAPPA).function(Activation.TANH)).isInstanceOf(DomainException.class)
                .hasMessage("activation tanh is not exact over the rationals, expected one of identity, relu, leaky-relu, abs, "
                        + "hard-tanh, softsign, rational-sigmoid");
    }
}
