package org.stillpoint.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

class UnitClassesTest {

    private static final Matrix TWINS_AND_ONE = Matrix.of(Vector.of("1", "2"), Vector.of("3", "4"), Vector.of("1", "2"));

    @Test
    void unitsWithEqualRowBiasAndColumnFormAClass() {
        assertThat(UnitClasses.of(network(TWINS_AND_ONE, Optional.empty(), Vector.of("5", "5", "5"))))
                .containsExactly(new LayerSymmetry(3, List.of(List.of(0, 2), List.of(1))));
    }

    @Test
    void aDifferentBiasSeparatesUnits() {
        assertThat(UnitClasses.of(network(TWINS_AND_ONE, Optional.of(Vector.of("0", "0", "1")), Vector.of("5", "5", "5"))).get(0)
                .distinct()).isEqualTo(3);
    }

    @Test
    void aDifferentOutgoingWeightSeparatesUnits() {
        assertThat(UnitClasses.of(network(TWINS_AND_ONE, Optional.empty(), Vector.of("5", "5", "-5"))).get(0).distinct())
                .isEqualTo(3);
    }

    @Test
    void everyHiddenLayerHasItsOwnClasses() {
        assertThat(UnitClasses.of(Network.constant(List.of(2, 3, 4, 1), true, BigFraction.ONE)))
                .containsExactly(new LayerSymmetry(3, List.of(List.of(0, 1, 2))),
                        new LayerSymmetry(4, List.of(List.of(0, 1, 2, 3))));
        assertThat(UnitClasses.of(Network.zeros(List.of(2, 1), true))).isEmpty();
    }

    @Test
    void aUnitWithoutIncomingWeightsIsDeadUnlessItsBiasActivatesIt() {
        Matrix rows = Matrix.of(Vector.of("0", "0"), Vector.of("0", "0"), Vector.of("0", "0"), Vector.of("0", "-1"));

        assertThat(DeadUnits.of(network(rows, Optional.of(Vector.of("0", "-1", "1", "-1")), Vector.of("1", "1", "1", "1"))))
                .containsExactly(List.of(0, 1));
        assertThat(DeadUnits.of(network(rows, Optional.empty(), Vector.of("1", "1", "1", "1"))))
                .containsExactly(List.of(0, 1, 2));
        assertThat(DeadUnits.of(Network.zeros(List.of(2, 1), true))).isEmpty();
    }

    @Test
    void aUnitThatNoSampleActivatesIsDeadOnTheData() {
        Matrix rows = Matrix.of(Vector.of("1", "0"), Vector.of("-1", "0"), Vector.of("0", "1"));
        DataSet data = new DataSet(List.of(Vector.of("1", "0"), Vector.of("2", "-1")), List.of(Vector.of("1"), Vector.of("-1")));

        assertThat(DeadUnits.on(network(rows, Optional.empty(), Vector.of("1", "1", "1")), data)).containsExactly(List.of(1, 2));
    }

    private static Network network(Matrix hidden, Optional<Vector> bias, Vector outgoing) {
        return Network.of(new Layer(hidden, bias, Activation.RELU),
                new Layer(Matrix.of(outgoing), Optional.empty(), Activation.IDENTITY));
    }
}
