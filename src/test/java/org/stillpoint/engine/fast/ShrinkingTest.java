package org.stillpoint.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Shrinking;
import org.stillpoint.arbitraries.TrainingRun;

class ShrinkingTest {

    @ParameterizedTest
    @ValueSource(longs = {3, 14, 159})
    void nothingStaysThatTheFailureDoesNotNeed(long seed) {
        TrainingRun failing = BulkTrainings.of(seed);

        TrainingRun smallest = Shrinking.smallest(failing, run -> true);

        assertThat(smallest.settings().steps()).isZero();
        assertThat(smallest.data().size()).isEqualTo(1);
        assertThat(smallest.network().widths()).containsOnly(1);
        assertThat(smallest.network().layers()).hasSameSizeAs(failing.network().layers())
                .allMatch(layer -> layer.bias().isEmpty());
        assertThat(smallest.network().parameters()).containsOnly(BigFraction.ZERO);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 27, 182})
    void whatTheFailureNeedsStays(long seed) {
        TrainingRun failing = BulkTrainings.longOne(seed, 9);
        Predicate<TrainingRun> fails = run -> run.settings().steps() >= 4 && run.network().inputs() == failing.network().inputs()
                && run.network().layers().get(0).bias().isPresent() == failing.network().layers().get(0).bias().isPresent();

        TrainingRun smallest = Shrinking.smallest(failing, fails);

        assertThat(fails.test(smallest)).isTrue();
        assertThat(smallest.settings().steps()).isEqualTo(4);
        assertThat(smallest.network().widths().subList(1, 3)).containsOnly(1);
        assertThat(smallest.network().parameters()).containsOnly(BigFraction.ZERO);
    }
}
