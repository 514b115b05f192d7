package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;

class ParameterSpaceTest {

    private static Network all(int value, boolean bias) {
        return Network.constant(List.of(2, 3, 1), bias, new BigFraction(value));
    }

    @Test
    void everyParameterMovesAlongTheDirection() {
        assertThat(ParameterSpace.addScaled(all(1, true), new BigFraction(3), all(2, true))).isEqualTo(all(7, true));
        assertThat(ParameterSpace.addScaled(all(1, false), new BigFraction(3), all(2, false))).isEqualTo(all(7, false));
    }

    @Test
    void theMidpointIsHalfWayBetween() {
        assertThat(ParameterSpace.between(all(-1, true), BigFraction.ONE_HALF, all(5, true))).isEqualTo(all(2, true));
    }

    @Test
    void networksOfDifferentShapeAreRefused() {
        assertThatThrownBy(() -> ParameterSpace.addScaled(all(1, true), BigFraction.ONE, all(1, false)))
                .isInstanceOf(DomainException.class).hasMessageContaining("layer 1 has a bias in one network only");
        Network linear = Network.of(
                new Layer(Matrix.constant(3, 2, BigFraction.ONE), Optional.empty(), Activation.IDENTITY),
                new Layer(Matrix.constant(1, 3, BigFraction.ONE), Optional.empty(), Activation.IDENTITY));
        assertThatThrownBy(() -> ParameterSpace.between(all(1, false), BigFraction.ONE_HALF, linear))
                .isInstanceOf(DomainException.class).hasMessageContaining("layer 1 has activation identity, expected relu");
        assertThatThrownBy(() ->
                ParameterSpace.between(all(1, true), BigFraction.ONE_HALF, Network.zeros(List.of(2, 2, 1), true)))
                .isInstanceOf(DomainException.class).hasMessageContaining("widths [2, 2, 1], expected [2, 3, 1]");
    }
}
