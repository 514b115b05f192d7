package org.stillpoint.engine.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Precision;

class RunTest {

    private static final Precision PRECISION = Precision.of(128);
    private static final DataSet ONE = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1")));

    private static Run run(Activation activation, String weight, Settings settings) {
        Network start = Network.of(new Layer(Matrix.of(Vector.of(weight)), Optional.empty(), activation));
        return run(start, settings);
    }

    private static Run run(Network start, Settings settings) {
        Problem problem = Problem.of(start, Optional.empty(), ONE, settings, Optional.empty(), Masks.NONE);
        return new Run(problem, PRECISION, new Steps<>(problem, new MixedField(PRECISION)).start(), new ExactStates(problem), 0);
    }

    private static Settings hinge(String rate, String momentum) {
        return Settings.defaults(2000).withLearningRate(ExactNumber.parse(rate)).withMomentum(ExactNumber.parse(momentum));
    }

    private static Mixed weight(Run run) {
        return run.reached().state().parameters().weights()[0][0];
    }

    /** 1000 steps of 1/1500 lead from 1/3 to the edge of the hinge; no ball is a point on the way, but the last one is one. */
    @Test
    void aTieFarFromTheStartIsDecidedByTheTrainingOnIntegers() {
        Run run = run(Activation.IDENTITY, "1/3", hinge("1/1500", "0"));
        for (int step = 0; step < 1000; step++) {
            run.step();
        }
        assertThat(weight(run).isExact()).isFalse();

        run.step();

        assertThat(weight(run).exact()).isEqualTo(BigFraction.ONE);
    }

    /** Steps of 1/3 and 1/2 lead from 1/6 to 1, the edge of the hinge, with a velocity that matters from there. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void aTrainingGoesOnFromATieWithItsVelocity(int steps) {
        Run run = run(Activation.IDENTITY, "1/6", hinge("1/3", "1/2"));
        BigFraction exact = new BigFraction(1, 6);
        BigFraction velocity = BigFraction.ZERO;
        for (int step = 0; step < steps; step++) {
            run.step();
            BigFraction gradient = exact.compareTo(BigFraction.ONE) < 0 ? BigFraction.MINUS_ONE : BigFraction.ZERO;
            velocity = velocity.multiply(BigFraction.ONE_HALF).add(gradient);
            exact = exact.subtract(velocity.divide(3));
        }

        Mixed weight = weight(run);
        if (weight.isExact()) {
            assertThat(weight.exact()).isEqualTo(exact);
        } else {
            assertThat(PRECISION.low(weight.ball())).isLessThan(exact);
            assertThat(PRECISION.high(weight.ball())).isGreaterThan(exact);
        }
    }

    @Test
    void aTieBehindASmoothActivationIsTheEndOfTheRun() {
        Network start = Network.of(
                new Layer(Matrix.of(Vector.of("1/3"), Vector.of("1/3")), Optional.empty(), Activation.TANH),
                new Layer(Matrix.of(Vector.of("1", "-1")), Optional.empty(), Activation.ABS));
        Run run = run(start, hinge("1/3", "0"));

        assertThatThrownBy(run::step).isInstanceOf(BrokenOff.class)
                .hasMessage("step 1, sample 1, layer 2, unit 1: which side of a kink it is on is not decided with 128 bits");
        assertThat(run.done()).isZero();
    }
}
