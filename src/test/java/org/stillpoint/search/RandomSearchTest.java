package org.stillpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.Json;
import org.stillpoint.parallel.Workers;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.WitnessFormat;

class RandomSearchTest {

    private static final Scope NOTHING = new Scope(1, 1, 0, 1, 1);
    private static final int TRIES = 5_000;

    private static Search search(String name) {
        return Searches.all().stream().filter(search -> search.name().equals(name)).findFirst().orElseThrow();
    }

    /** Those that find something keep it in a file. */
    private static Stream<Search> falseClaims() {
        return Searches.all().stream().filter(search -> Files.exists(
                Path.of("proofs", "witnesses", search.name() + WitnessFormat.COUNTEREXAMPLE_SUFFIX)));
    }

    private static RandomSearch.Beyond beyond(Search search, Scope scope, long seed) {
        return new RandomSearch(search, scope, seed).run(TRIES, tries -> { }, smaller -> { });
    }

    private static String text(Counterexample found) {
        return Json.write(WitnessFormat.write(found));
    }

    /** The scopes miss the counterexamples by a step, an input, a unit, or the height of a number. */
    @ParameterizedTest
    @CsvSource({"Q-3,'2,2,1,1,1'", "Q-4,'2,2,1,1,1'", "Q-A-two-cycle,'1,1,1'", "SYM-10,'2,1,1'", "ACT-2-moves,'2,2,2,1,1'",
            "PART-5,'2,1,4'", "SYM-12,'2,1,2'", "PART-6-separates,'2,2,2,1,1'"})
    void whatANarrowScopeMissesIsFoundAndShrunkToTheSmallestThereIs(String name, String narrow) {
        Search search = search(name);
        Scope scope = search.scope().with(narrow);
        Counterexample smallest = search.run(search.scope()).counterexample().orElseThrow();

        assertThat(search.run(scope).counterexample()).isEmpty();
        Counterexample found = beyond(search, scope, 1).counterexample().orElseThrow();

        assertThat(Parts.of(found)).isEqualTo(Parts.of(smallest));
        assertThat(found.statement()).isEqualTo(smallest.statement());
    }

    @TestFactory
    Stream<DynamicTest> whatIsFoundForEachFalseClaimIsAmongTheCandidatesOfItsSearch() {
        return falseClaims().map(search -> DynamicTest.dynamicTest(search.name(), () -> {
            Counterexample found = beyond(search, search.scope(), 2).counterexample().orElseThrow();

            assertThat(found.holds()).isTrue();
            assertThat(Parts.of(found).labels()).allMatch(label -> label.abs().equals(BigFraction.ONE));
            assertThat(found.settings().learningRate().signum()).isPositive();
            assertThat(found.search().orElseThrow().scope()).contains("seed 2", "not exhaustive", "then shrunk");
        }));
    }

    @TestFactory
    Stream<DynamicTest> theSameSeedGivesTheSameBytes() {
        return falseClaims().map(search -> DynamicTest.dynamicTest(search.name(), () ->
                assertThat(text(beyond(search, search.scope(), 2).counterexample().orElseThrow()))
                        .isEqualTo(text(beyond(search, search.scope(), 2).counterexample().orElseThrow()))));
    }

    /** Everything that is told on the way, and what it ends with. */
    private static List<Object> told(String name) {
        List<Object> told = new ArrayList<>();
        told.add(new RandomSearch(search(name), NOTHING, 3).run(400, told::add, told::add));
        return told;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q-5", "Q-A-useless", "LAW-2", "ZERO-2"})
    void theNumberOfWorkersChangesNothing(String name) {
        List<Object> told = Workers.with(1, () -> told(name));

        assertThat(Workers.with(2, () -> told(name))).isEqualTo(told);
        assertThat(Workers.with(5, () -> told(name))).isEqualTo(told);
    }

    @Test
    void anotherSeedLooksElsewhere() {
        Search search = search("Q-A-useless");

        assertThat(Stream.of(1L, 2L, 3L).map(seed -> beyond(search, search.scope(), seed).tries()).distinct())
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZERO-2", "ZERO-3", "SYM-5"})
    void aTrueClaimEndsWithNoneInItsTries(String name) {
        List<Integer> told = new ArrayList<>();

        RandomSearch.Beyond outcome = new RandomSearch(search(name), NOTHING, 3).run(400, told::add, smaller -> { });

        assertThat(outcome.counterexample()).isEmpty();
        assertThat(outcome.tries()).isEqualTo(400);
        assertThat(told).hasSize(400).isSorted();
        assertThat(outcome.scope()).contains("400 random candidates with seed 3", "not exhaustive");
    }

    @Test
    void everyCounterexampleOnTheWayHoldsAndNoneIsLargerThanTheOneBefore() {
        Search search = search("Q-5");
        List<Counterexample> told = new ArrayList<>();

        Counterexample smallest = new RandomSearch(search, search.scope(), 2).run(TRIES, tries -> { }, told::add).counterexample()
                .orElseThrow();

        assertThat(told).hasSizeGreaterThan(2).allMatch(Counterexample::holds).endsWith(smallest);
        assertThat(told.stream().map(found -> Parts.of(found).numbers().size() + found.settings().steps()).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,1,2,2,1", "2,2,2,1,1"})
    void drawsAreCountedWithoutMakingThem(String text) {
        for (Search search : Searches.all()) {
            EveryDraw draws = new EveryDraw();
            Scope scope = search.scope().with(text);
            scope.sizes().forEach(size -> search.candidates(size, draws).forEach(candidate -> { }));

            assertThat(EveryDraw.count(scope.sizes(), (size, counting) -> search.candidates(size, counting).count()))
                    .as(search.name()).isEqualTo(draws.passed());
        }
    }
}
