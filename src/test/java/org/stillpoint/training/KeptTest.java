package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

class KeptTest {

    /**
     * One weight, squared loss, x = 1, y = 0, rate 1/2: 1, 1/2, 1/4, ..., so that a step makes a number of one bit more than
     * steps.
     */
    private static final Network ONE = Network.of(new Layer(Matrix.of(Vector.of("1")), Optional.empty(), Activation.IDENTITY));
    private static final DataSet DATA = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("0")));
    private static final Settings SETTINGS = Settings.defaults(5).withLoss(Loss.SQUARED).withLearningRate(BigFraction.ONE_HALF);

    private static Kept<TrainingResult> upTo(int limit, Engine engine) {
        return Kept.of(SETTINGS, allowed -> Training.train(ONE, DATA, allowed, engine, (step, bits) -> {
            if (bits.exact() > limit) {
                throw new StoppedException(new Stop(step, bits.exact(), limit));
            }
        }));
    }

    @ParameterizedTest
    @EnumSource
    void aTrainingWithinTheLimitTakesEveryStep(Engine engine) {
        Kept<TrainingResult> kept = upTo(6, engine);

        assertThat(kept.stopped()).isEmpty();
        assertThat(kept.result()).isEqualTo(Training.train(ONE, DATA, SETTINGS));
    }

    @ParameterizedTest
    @EnumSource
    void theStepsBeforeTheOneBeyondTheLimitAreKept(Engine engine) {
        Kept<TrainingResult> kept = upTo(4, engine);

        assertThat(kept.stopped()).contains(new Stop(4, 5, 4));
        assertThat(kept.result()).isEqualTo(Training.train(ONE, DATA, SETTINGS.withSteps(3)));
        assertThat(kept.result().network().parameters()).containsExactly(new BigFraction(1, 8));
    }

    @ParameterizedTest
    @EnumSource
    void ifTheFirstStepIsBeyondTheLimitTheStartIsKept(Engine engine) {
        Kept<TrainingResult> kept = upTo(1, engine);

        assertThat(kept.stopped()).contains(new Stop(1, 2, 1));
        assertThat(kept.result().network()).isEqualTo(ONE);
        assertThat(kept.result().steps()).isZero();
    }
}
