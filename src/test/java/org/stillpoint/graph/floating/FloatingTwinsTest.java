package org.stillpoint.graph.floating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.graph.certificate.TrainingQuestion;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.kernel.graph.Feed;

/** Equal units in floating point: equal for ever if they are computed in one order, and not if one sum has another. */
class FloatingTwinsTest {

    private static final int STEPS = 10_000;
    private static final TwinNetworks DEEP = new TwinNetworks(List.of(7, 6, 8), false);

    @ParameterizedTest
    @EnumSource
    void certifiedTwinsAreEqualBitForBitAfterEachOfTenThousandSteps(Format format) {
        TrainingProgram program = DEEP.program(new Random(3), Optimisers.momentum());
        FloatingTraining training = FloatingTraining.of(program, format);
        List<Object[]> states = training.states(STEPS, TwinNetworks.feed(program, format, 5, 0.01));

        assertThat(DEEP.twins()).allMatch(training::certifies);
        for (List<String> twins : DEEP.twins()) {
            List<Integer> slots = twins.stream().map(program::slot).toList();
            assertThat(FloatingTraining.parting(states, slots)).as("the step that parts %s", twins).isZero();
            assertThat(states.stream().map(state -> state[slots.get(0)]).distinct()).as("values of %s", twins)
                    .hasSizeGreaterThan(STEPS / 20);
        }
        assertThat(states.get(STEPS)).allMatch(value -> Double.isFinite(((Number) value).doubleValue()));
    }

    @ParameterizedTest
    @EnumSource
    void theStepsAreThoseOfTheLoopThatTheTheoremIsAbout(Format format) {
        TrainingProgram program = DEEP.program(new Random(3), Optimisers.descent());
        FloatingTraining training = FloatingTraining.of(program, format);
        Feed feed = TwinNetworks.feed(program, format, 5, 0.01);

        assertThat(training.state(200, feed)).isEqualTo(training.states(200, feed).get(200));
    }

    @ParameterizedTest
    @EnumSource
    void withOneSumInAnotherOrderThereIsNoCertificateAndTheTwinsPartByARoundingError(Format format) {
        TwinNetworks reversed = new TwinNetworks(DEEP.widths(), true);
        TrainingProgram program = reversed.program(new Random(3), Optimisers.descent());
        FloatingTraining training = FloatingTraining.of(program, format);
        List<Object[]> states = training.states(STEPS, TwinNetworks.feed(program, format, 5, 0.01));

        assertThat(training.findings().equalState()).isEmpty();
        List<List<Integer>> twins = reversed.twins().stream().map(names -> names.stream().map(program::slot).toList()).toList();
        int first = twins.stream().mapToInt(slots -> FloatingTraining.parting(states, slots)).filter(step -> step > 0).min()
                .orElse(0);
        assertThat(first).isPositive();
        double unit = format == Format.DOUBLE ? Math.ulp(1.0) : Math.ulp(1f);
        assertThat(apart(states.get(first), twins)).isBetween(unit / 1000, 4 * unit);
        assertThat(apart(states.get(STEPS), twins)).isPositive();
    }

    private static double apart(Object[] state, List<List<Integer>> twins) {
        return twins.stream().mapToDouble(slots -> Math.abs(((Number) state[slots.get(0)]).doubleValue()
                - ((Number) state[slots.get(1)]).doubleValue())).max().orElse(0);
    }

    @Test
    void inFractionsTheSameTwinsStayEqualThoughTheyHaveNoCertificateEither() {
        TwinNetworks reversed = new TwinNetworks(List.of(3, 2, 2), true);
        TrainingProgram program = reversed.program(new Random(3), Optimisers.descent());
        Feed tenths = (step, slot) -> new BigFraction(1 + (7 * step + slot) % 9, 10);

        assertThat(TrainingQuestion.about(program).forEver().equalState()).isEmpty();
        List<Object> state = program.run(4, tenths);
        assertThat(state).isNotEqualTo(program.start());
        assertThat(reversed.twins()).allMatch(twins -> twins.stream().map(program::slot).map(state::get).distinct().count() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void theSmallestTwinsThatPartHaveThreeInputsAndPartInTheFirstStepByHalfAUnitInTheLastPlaceOfOne(Format format) {
        PartingTwins smallest = PartingTwins.smallest(format, 3).orElseThrow();

        assertThat(smallest.tenths()).isEqualTo(format == Format.DOUBLE ? List.of(1, 1, 4) : List.of(1, 1, 5));
        assertThat(smallest.apart().doubleValue()).isEqualTo(format == Format.DOUBLE ? Math.ulp(1.0) / 2 : Math.ulp(1f) / 2);
        assertThat(PartingTwins.smallest(format, 2)).isEmpty();
        assertThat(PartingTwins.step(format, smallest.tenths(), false).areEqual()).isTrue();
        assertThat(smallest.areEqualInFractions()).isTrue();
    }
}
