package org.stillpoint.engine.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;

class PilotTest {

    private static final int PRECISION = 640;

    @ParameterizedTest
    @CsvSource({"sigmoid, sigmoid, squared", "tanh, identity, squared", "softplus, sigmoid, cross-entropy",
        "relu, identity, hinge"})
    void thePilotTellsAboutHowManyBitsACertifiedRunLoses(String hidden, String output, String loss) {
        Network start = Network.of(
                new Layer(Matrix.of(Vector.of("0.31", "-0.7"), Vector.of("0.52", "0.44")),
                        Optional.of(Vector.of("0.11", "-0.23")), Activation.fromId(hidden)),
                new Layer(Matrix.of(Vector.of("0.61", "-0.39")), Optional.of(Vector.of("0.07")), Activation.fromId(output)));
        DataSet data = new DataSet(List.of(Vector.of("0", "1"), Vector.of("1", "0"), Vector.of("1", "1")),
                List.of(Vector.of("1"), Vector.of("1"), Vector.of(loss.equals("hinge") ? "-1" : "0")));
        Settings settings = new Settings(Loss.fromId(loss), new BigFraction(1, 10), 100, 3, BigFraction.ZERO, BigFraction.ZERO,
                BigFraction.ZERO);
        Problem problem = Problem.of(start, Optional.empty(), data, settings, Optional.empty(), Masks.NONE);
        State<Mixed> beginning = new Steps<>(problem, new MixedField(Precision.of(PRECISION))).start();
        Steps<Ball> steps = new Steps<>(problem, new BallField(Precision.of(PRECISION)));
        State<Ball> state = steps.start();
        while (state.steps() < settings.steps()) {
            state = steps.next(state, Sides.NOBODY);
        }

        assertThat(Pilot.of(problem, beginning).lost()).isCloseTo(Width.radius(state.parameters()),
                offset(4)).isGreaterThan(8);
    }
}
