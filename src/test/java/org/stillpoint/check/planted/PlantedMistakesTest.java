package org.stillpoint.check.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.check.mistake.Mistakes;
import org.stillpoint.check.verdict.Explanation;
import org.stillpoint.check.verdict.Memory;
import org.stillpoint.check.verdict.Smallest;
import org.stillpoint.check.verdict.Verdict;

/** Mistakes that are planted in programs which were right are found, and those of the catalogue are named. */
class PlantedMistakesTest {

    /** They show only where there is more: as many units, or samples, as this. */
    private static final int FEW = 2;
    private static final Set<String> SHOWN_BY_MORE = Set.of();

    private static int planted;
    private static int found;
    private static int named;

    @AfterAll
    static void theCountsAreSaid() {
        System.out.println("mistakes planted " + planted + ", found " + found + ", named " + named);
    }

    @TestFactory
    Stream<DynamicTest> aMistakeOfTheCatalogueIsNamed() {
        return Plantings.single().stream().map(subject -> dynamicTest(subject.toString(), () -> {
            Verdict verdict = wrong(subject);

            assertNamed(subject, verdict);
            assertSmall(subject, verdict);
        }));
    }

    @TestFactory
    Stream<DynamicTest> twoMistakesAreNamedTogether() {
        return Plantings.pairs().stream().map(subject -> dynamicTest(subject.toString(), () ->
                assertNamed(subject, wrong(subject))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsKeptFromEarlierRequestsIsNamed() {
        return Plantings.memories().stream().map(subject -> dynamicTest(subject.toString(), () -> {
            Verdict verdict = wrong(subject);

            assertThat(verdict.memory().map(Memory::id)).contains(subject.mistakes().get(0).mistake());
            named++;
        }));
    }

    @TestFactory
    Stream<DynamicTest> aMistakeThatNobodyHasANameForIsFoundAndNotCalledByAnother() {
        return Plantings.unnamed().stream().map(subject -> dynamicTest(subject.toString(), () -> {
            Verdict verdict = wrong(subject);

            assertThat(verdict.diagnosis().filter(PlantedMistakesTest::explainsAll)).isEmpty();
        }));
    }

    @Test
    void theMistakesThatAreSaidToBeNamedAreInTheCatalogue() {
        Set<String> known = Mistakes.all().stream().map(mistake -> mistake.id()).collect(Collectors.toSet());

        assertThat(Stream.concat(Plantings.single().stream(), Plantings.pairs().stream())
                .flatMap(subject -> subject.mistakes().stream()).map(Planted::mistake)).allMatch(known::contains);
        assertThat(Plantings.unnamed().stream().flatMap(subject -> subject.mistakes().stream()).map(Planted::mistake))
                .noneMatch(known::contains);
    }

    private static Verdict wrong(Subject subject) {
        planted++;
        Verdict verdict = subject.judged();
        assertThat(verdict.isRight()).as("%s is right", subject).isFalse();
        found++;
        return verdict;
    }

    private static void assertNamed(Subject subject, Verdict verdict) {
        Optional<Explanation> explanation = verdict.diagnosis();

        assertThat(explanation).as("%s, %s", subject, verdict.shape()).isPresent().get().matches(PlantedMistakesTest::explainsAll);
        assertThat(explanation.get().group()).anySatisfy(hypothesis -> assertThat(hypothesis.made())
                .extracting(made -> made.mistake().id())
                .containsExactlyInAnyOrderElementsOf(subject.mistakes().stream().map(Planted::mistake).toList()));
        named++;
    }

    private static boolean explainsAll(Explanation explanation) {
        return explanation.explains() == explanation.of();
    }

    private static void assertSmall(Subject subject, Verdict verdict) {
        Smallest smallest = verdict.smallest().orElseThrow();
        List<Integer> widths = smallest.request().network().widths();
        boolean few = widths.stream().allMatch(width -> width <= FEW) && smallest.request().data().size() <= FEW;

        assertThat(few).as("%s shows in %s with %d samples", subject, widths, smallest.request().data().size())
                .isNotEqualTo(SHOWN_BY_MORE.contains(subject.mistakes().get(0).mistake()));
    }
}
