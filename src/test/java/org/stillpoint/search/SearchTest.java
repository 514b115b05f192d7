package org.stillpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.parallel.Workers;

class SearchTest {

    private static List<String> words(List<BigFraction> numbers) {
        return numbers.stream().map(ExactNumber::write).toList();
    }

    @Test
    void numbersComeInTheOrderOfTheirHeight() {
        assertThat(words(Numbers.alphabet(3))).containsExactly("1", "-1", "2", "-2", "1/2", "-1/2",
                "3", "-3", "1/3", "-1/3", "3/2", "-3/2", "2/3", "-2/3");
    }

    @Test
    void listsOfOneHeightAndTheHeightsBelowAreAllListsWithoutRepetition() {
        List<List<BigFraction>> lists = new ArrayList<>(Numbers.lists(3, 1).toList());
        lists.addAll(Numbers.lists(3, 2).toList());

        assertThat(new HashSet<>(lists)).hasSize(6 * 6 * 6).hasSize(lists.size());
        assertThat(Numbers.lists(3, 1)).hasSize(2 * 2 * 2);
    }

    @Test
    void moreListsThanMemoryHoldsCanBeBegun() {
        assertThat(Numbers.lists(100, 4).skip(1_000).findFirst()).isPresent();
        assertThat(search("ZERO-2").run(new Scope(2, 4, 20, 4, 4), Search.Position.START, 500, position -> { }).cases())
                .isEqualTo(500);
    }

    @Test
    void sizesAreInOrderAndEachOccursOnce() {
        List<Size> sizes = new Scope(3, 2, 1, 2, 2).sizes().toList();

        assertThat(sizes).hasSize((2 + 4 + 8) * 2 * 2 * 2).doesNotHaveDuplicates();
        assertThat(sizes).isSortedAccordingTo(Comparator.comparingInt(Size::layers)
                .thenComparingInt(size -> size.widths().stream().mapToInt(Integer::intValue).sum())
                .thenComparing(size -> size.widths().toString())
                .thenComparingInt(Size::samples).thenComparingInt(Size::steps).thenComparingInt(Size::height));
    }

    @Test
    void theFirstHitIsTheLastCaseCounted() {
        Search search = search("Q-5");
        List<Search.Position> told = new ArrayList<>();

        Search.Result outcome = search.run(search.scope(), Search.Position.START, Long.MAX_VALUE, told::add);

        assertThat(outcome.counterexample().orElseThrow().search().orElseThrow().cases()).isEqualTo(outcome.cases());
        assertThat(told).isNotEmpty().allMatch(position -> position.cases() < outcome.cases());
        assertThat(search.run(search.scope(), Search.Position.START, outcome.cases() - 1, position -> { }).counterexample())
                .isEmpty();
        assertThat(search.run(search.scope(), Search.Position.START, outcome.cases(), position -> { }).counterexample())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"Q-5,'2,2,4'", "ZERO-2,'2,2,1'", "SYM-5,'2,2,1,2,1'"})
    void aSearchThatGoesOnWhereAnotherStoppedEndsAsOneThatNeverStopped(String name, String text) {
        Search search = search(name);
        Scope scope = search.scope().with(text);
        List<Search.Position> told = new ArrayList<>();
        Search.Result whole = search.run(scope, Search.Position.START, Long.MAX_VALUE, told::add);

        assertThat(told).hasSizeGreaterThan(1);
        for (Search.Position position : List.of(told.get(0), told.get(told.size() / 2), told.get(told.size() - 1))) {
            Search.Result rest = search.run(scope, position, Long.MAX_VALUE, later -> { });
            assertThat(rest.cases()).isEqualTo(whole.cases());
            assertThat(rest.counterexample()).isEqualTo(whole.counterexample());
            assertThat(rest.decided()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"Q-5,'2,2,4'", "LAW-2,'2,2,2,2,1'", "PART-7,'2,2,2,2,1'", "SYM-5,'2,2,1,2,1'"})
    void whatIsFoundAndWhatIsCountedDoesNotDependOnTheNumberOfWorkers(String name, String text) {
        Search search = search(name);
        Scope scope = search.scope().with(text);

        assertThat(Stream.of(2, 5).map(workers -> Workers.with(workers, () -> search.run(scope))))
                .containsOnly(Workers.with(1, () -> search.run(scope)));
    }

    @Test
    void aSearchThatStopsAtItsBoundIsUndecided() {
        Search.Result outcome = search("ZERO-2").run(search("ZERO-2").scope(), Search.Position.START, 10, position -> { });

        assertThat(outcome.decided()).isFalse();
        assertThat(outcome.cases()).isEqualTo(10);
    }

    @Test
    void everyStartIsACase() {
        Search.Result outcome = search("SYM-5").run(new Scope(2, 1, 1, 1, 1));

        assertThat(outcome.cases()).as("3^4 starts for the sign of one input and one label").isEqualTo(81 * 2 * 2);
        assertThat(outcome.counterexample()).isEmpty();
    }

    @Test
    void oneInputIsTooFewForTwoEntriesOfARowToDiffer() {
        assertThat(search("Q-3").run(new Scope(1, 2, 1, 2, 2)).counterexample()).isEmpty();
    }

    @Test
    void numbersOfHeightOneAreTooFewForQThree() {
        Search.Result outcome = search("Q-3").run(new Scope(2, 2, 1, 1, 1));

        assertThat(outcome.counterexample()).isEmpty();
        assertThat(outcome.cases()).isPositive();
    }

    @Test
    void theLossOfALinearClassifierHasNoMidpointAboveTheMean() {
        Search.Result outcome = search("Q-A-not-convex").run(new Scope(1, 2, 0, 2, 1));

        assertThat(outcome.counterexample()).isEmpty();
        assertThat(outcome.cases()).isPositive();
    }

    @Test
    void candidatesOfAFamilyStartWhereItSays() {
        Network zero = Network.zeros(List.of(1, 1, 1), true);

        assertThat(search("Q-A-useless").run(search("Q-A-useless").scope()).counterexample().orElseThrow().network())
                .isEqualTo(zero);
        assertThat(search("Q-3").run(search("Q-3").scope()).counterexample().orElseThrow().settings())
                .isEqualTo(Settings.defaults(1).withLearningRate(BigFraction.ONE));
    }

    @Test
    void whatAScopeLeavesOutStaysAsItIs() {
        Scope scope = new Scope(3, 2, 2, 2, 1);

        assertThat(scope.with("2,1,0")).isEqualTo(new Scope(2, 1, 0, 2, 1));
        assertThat(scope.with("2,1,0,3")).isEqualTo(new Scope(2, 1, 0, 3, 1));
        assertThat(scope.with("2,1,0,3,4")).hasToString("2,1,0,3,4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2,2", "2,2,1,2,2,2", "2,x,1", "-1,2,1", "0,2,1", "5,2,1", "2,5,1", "2,2,21", "2,2,1,9",
            "2,2,1,2,9", "99999999999,1,1"})
    void whatIsNoScopeIsRefused(String text) {
        assertThatThrownBy(() -> new Scope(2, 2, 1, 2, 2).with(text)).isInstanceOf(DomainException.class)
                .hasMessageContaining("expected");
    }

    private static Search search(String name) {
        return Searches.all().stream().filter(search -> search.name().equals(name)).findFirst().orElseThrow();
    }
}
