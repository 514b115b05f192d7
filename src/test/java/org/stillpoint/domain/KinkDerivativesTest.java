package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.kernel.ActivationFunction;

class KinkDerivativesTest {

    private static final BigFraction KAPPA = new BigFraction(1, 7);
    private static final BigFraction OWN = new BigFraction(2, 9);

    @ParameterizedTest
    @CsvSource({"RELU, 0, 1/7", "LEAKY_RELU, 0, 1/7", "ABS, 0, 1/7", "HARD_TANH, 1, 1", "HARD_TANH, -1, 1"})
    void kappaIsTheDerivativeAtEveryKinkButThoseOfHardTanh(Activation activation, int kink, String derivative) {
        KinkDerivatives all = KinkDerivatives.all(KAPPA);

        assertThat(all.function(activation).derivative(new BigFraction(kink), KAPPA)).isEqualTo(all.at(activation))
                .isEqualTo(ExactNumber.parse(derivative));
    }

    @ParameterizedTest
    @CsvSource({"RELU, 0", "LEAKY_RELU, 0", "ABS, 0", "HARD_TANH, 1", "HARD_TANH, -1"})
    void anOwnDerivativeGoesBeforeKappaAtTheKinkAndNowhereElse(Activation activation, int kink) {
        KinkDerivatives kinks = new KinkDerivatives(KAPPA, Map.of(activation, OWN));
        ActivationFunction function = kinks.function(activation);

        assertThat(function.derivative(new BigFraction(kink), KAPPA)).isEqualTo(kinks.at(activation)).isEqualTo(OWN);
        for (int n = -5; n <= 5; n++) {
            BigFraction z = new BigFraction(kink).add(new BigFraction(2 * n + 1, 4));
            assertThat(function.value(z)).isEqualTo(activation.kernel().value(z));
            assertThat(function.derivative(z, KAPPA)).isEqualTo(activation.kernel().derivative(z, KAPPA));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "SOFTSIGN", "RATIONAL_SIGMOID"})
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
}
