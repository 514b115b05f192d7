package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;

class LayerMovesTest {

    @Test
    void weightsAndBiasesThatDifferAreCountedLayerByLayer() {
        Network start = Network.of(
                new Layer(Matrix.of(Vector.of("1", "2"), Vector.of("3", "4")), Optional.of(Vector.of("0", "0")), Activation.RELU),
                new Layer(Matrix.of(Vector.of("1", "1")), Optional.empty(), Activation.IDENTITY));
        Network end = Network.of(
                new Layer(Matrix.of(Vector.of("1", "5"), Vector.of("5", "5")), Optional.of(Vector.of("0", "1/2")),
                        Activation.RELU),
                new Layer(Matrix.of(Vector.of("1", "2/2")), Optional.empty(), Activation.IDENTITY));

        assertThat(LayerMoves.between(start, RealNetwork.of(end))).containsExactly(new LayerMoves(3, 4, 1, 2, 0),
                new LayerMoves(0, 2, 0, 0, 0));
    }

    @Test
    void aParameterThatIsEnclosedTogetherWithItsStartIsNotDecided() {
        Network start = Network.zeros(List.of(3, 1), true);
        Real around = new Enclosure(new BigDecimal("-0.1"), new BigDecimal("0.1"));
        Real above = new Enclosure(new BigDecimal("0.1"), new BigDecimal("0.2"));
        Real below = new Enclosure(new BigDecimal("-0.2"), new BigDecimal("-0.1"));
        Real edge = new Enclosure(new BigDecimal("0.0"), new BigDecimal("0.2"));

        RealNetwork end = new RealNetwork(start,
                List.of(new RealLayer(List.of(List.of(around, above, below)), Optional.of(List.of(edge)))));

        assertThat(LayerMoves.between(start, end)).containsExactly(new LayerMoves(2, 3, 0, 1, 2));
    }

    @Test
    void aParameterThatCameBackDidNotMove() {
        // one weight, x = 1, y = 1 and -1 in turn under absolute loss of rate 1: 0 -> 1 -> 0
        Network zero = Network.zeros(List.of(1, 1), false);
        DataSet data = new DataSet(List.of(Vector.of("1"), Vector.of("1")), List.of(Vector.of("1"), Vector.of("-1")));
        Settings settings = Settings.defaults(1).withLoss(Loss.ABSOLUTE).withLearningRate(BigFraction.ONE);

        assertThat(LayerMoves.between(zero, RealNetwork.of(Training.descend(zero, data, settings, Engine.FAST))))
                .containsExactly(new LayerMoves(1, 1, 0, 0, 0));
        assertThat(LayerMoves.between(zero, RealNetwork.of(Training.descend(zero, data, settings.withSteps(2), Engine.FAST))))
                .containsExactly(new LayerMoves(0, 1, 0, 0, 0));
    }
}
