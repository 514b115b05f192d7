package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.stillpoint.domain.SmoothActivation;

/** Where smooth activations are said to be rational, their values and slopes are those of their formulas in floating point. */
class SmoothActivationsTest {

    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"SOFTMAX", "SOFTPLUS"})
    void theValueIsThatOfTheFormula(SmoothActivation activation) {
        assertThat(AtZero.value(activation, BigFraction.ZERO).get().doubleValue())
                .isCloseTo(formula(activation, 0), within(1e-15));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SOFTMAX")
    void theSlopeIsThatOfTheFormula(SmoothActivation activation) {
        assertThat(AtZero.slope(activation, BigFraction.ZERO).get().doubleValue())
                .isCloseTo((formula(activation, STEP) - formula(activation, -STEP)) / (2 * STEP), within(1e-5));
    }

    @ParameterizedTest
    @EnumSource
    void elsewhereNoneIsButEluAboveZero(SmoothActivation activation) {
        boolean elu = activation == SmoothActivation.ELU;

        assertThat(Stream.of(AtZero.value(activation, BigFraction.ONE), AtZero.slope(activation, BigFraction.ONE)))
                .allMatch(known -> known.isPresent() == elu);
        assertThat(Stream.of(AtZero.value(activation, BigFraction.MINUS_ONE), AtZero.slope(activation, BigFraction.MINUS_ONE)))
                .allMatch(known -> known.isEmpty());
    }

    private static double formula(SmoothActivation activation, double z) {
        return switch (activation) {
            case SIGMOID -> 1 / (1 + Math.exp(-z));
            case TANH -> Math.tanh(z);
            case SOFTPLUS -> Math.log1p(Math.exp(z));
            case ELU -> z > 0 ? z : Math.expm1(z);
            case SILU -> z / (1 + Math.exp(-z));
            case GELU -> z * (1 + Erf.erf(z / Math.sqrt(2))) / 2;
            case SOFTMAX -> throw new IllegalArgumentException(activation.id());
        };
    }
}
