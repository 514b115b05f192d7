package org.stillpoint.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.Subject;
import org.stillpoint.symmetry.Consequence;
import org.stillpoint.symmetry.Consequences;

/** The exercises of the claims of this repository. */
class ExercisesTest {

    private static final List<Claim> CLAIMS = Catalogued.claims();
    private static final Map<String, String> WITNESSES = Catalogued.witnesses();

    /** Their starts are found by the command {@code symmetry} too, by rules that are no part of the exercises. */
    private static final Set<String> OF_STARTS = Set.of("ZERO-2", "ZERO-3", "ZERO-4", "ZERO-5", "ZERO-6", "ZERO-7", "ZERO-11",
            "ZERO-15", "PART-2", "PART-8", "PART-9", "SYM-2", "SYM-5");

    @TestFactory
    Stream<DynamicTest> everyClaimHasAnExerciseWhoseSolutionShowsWhatItSays() {
        return CLAIMS.stream().map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
            for (long seed = 0; seed < 5; seed++) {
                Exercise exercise = Exercises.of(claim, WITNESSES, seed);

                assertThat(exercise.question()).isNotEmpty();
                assertThat(exercise.solution()).isNotEmpty();
                assertThat(exercise.commands("x")).isNotEmpty();
            }
        }));
    }

    /** Rounding cannot be worked out with exact numbers; exercises are about networks, and these claims about any program. */
    @Test
    void onlyRoundingAndWhatHoldsOfAnyArchitectureIsToBeExplainedAndNotCalculated() {
        assertThat(CLAIMS).filteredOn(claim -> Exercises.of(claim, WITNESSES, 1) instanceof Explained)
                .allMatch(claim -> claim.id().equals("SYM-14") || Subject.of(claim) == Subject.ARCHITECTURES)
                .extracting(Claim::id).contains("SYM-14").doesNotContain("LORA-1");
    }

    @Test
    void aClaimWhoseWitnessDidNotRunIsCalculatedWithOtherNumbersOrExplained() {
        assertThat(CLAIMS).allSatisfy(claim -> assertThat(Exercises.of(claim, Map.of(), 1)).isNotInstanceOf(Replayed.class));
    }

    @Test
    void theStartOfAnExerciseIsThatOfItsClaim() {
        assertThat(CLAIMS).filteredOn(claim -> OF_STARTS.contains(claim.id())).hasSize(OF_STARTS.size()).allSatisfy(claim -> {
            Given given = Exercises.of(claim, WITNESSES, 1).given().orElseThrow();

            assertThat(Consequences.of(given.network(), Optional.of(given.data()))).extracting(Consequence::claim)
                    .as("of " + given.network()).contains(claim.id());
        });
    }

    @Test
    void anotherSeedGivesOtherNumbers() {
        Claim claim = CLAIMS.stream().filter(each -> each.id().equals("SYM-1")).findFirst().orElseThrow();

        assertThat(Exercises.of(claim, WITNESSES, 1)).isEqualTo(Exercises.of(claim, WITNESSES, 1))
                .isNotEqualTo(Exercises.of(claim, WITNESSES, 2));
    }
}
