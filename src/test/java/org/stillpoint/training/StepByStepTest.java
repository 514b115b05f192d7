package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.engine.Trace;
import org.stillpoint.generation.Architecture;
import org.stillpoint.generation.Generator;
import org.stillpoint.generation.Request;
import org.stillpoint.generation.Start;

class StepByStepTest {

    private static final int STEPS = 5;

    /** Batches of which the last is shorter, with momentum and decay. */
    private static final Settings SETTINGS = Settings.defaults(STEPS).withLoss(Loss.SQUARED).withBatchSize(2)
            .withMomentum(new BigFraction(1, 2)).withWeightDecay(new BigFraction(1, 100));

    private static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 5).boxed();
    }

    private static Network start(long seed) {
        return Start.RANDOM.network(new Architecture(List.of(2, 3, 1), true, Activation.RELU, Activation.IDENTITY),
                BigFraction.ONE, seed);
    }

    private static DataSet data(long seed) {
        return Generator.generate(new Request(List.of(2, 3, 1), 3, seed, false, true)).data();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theStepsAreThoseOfTheWholeTrace(long seed) {
        Trace expected = Training.trace(start(seed), data(seed), SETTINGS);
        StepByStep training = StepByStep.from(start(seed), data(seed), SETTINGS.withSteps(0));

        for (int step = 0; step < STEPS; step++) {
            assertThat(training.done()).isEqualTo(step);
            if (step % 2 == 0) {
                assertThat(training.trace()).isEqualTo(expected.steps().get(step));
            } else {
                training.step();
            }
            assertThat(training.network()).isEqualTo(expected.steps().get(step).network());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePassOfAStepIsSeenFromTheNetworkBeforeIt(long seed) {
        List<StepTrace> expected = Training.trace(start(seed), data(seed), SETTINGS).steps();

        for (int step = 0; step < STEPS; step++) {
            Network before = step == 0 ? start(seed) : expected.get(step - 1).network();
            StepTrace pass = StepByStep.pass(before, data(seed), SETTINGS, step);

            assertThat(pass.batch()).isEqualTo(expected.get(step).batch());
            assertThat(pass.samples()).isEqualTo(expected.get(step).samples());
            assertThat(pass.gradients()).isEqualTo(expected.get(step).gradients());
        }
    }

    @Test
    void theBitsAreThoseOfTheParametersAndTheVelocity() {
        StepByStep training = StepByStep.from(start(1), data(1), SETTINGS);
        int before = training.bits().exact();

        training.step();

        assertThat(training.bits().exact()).isGreaterThan(before);
    }
}
