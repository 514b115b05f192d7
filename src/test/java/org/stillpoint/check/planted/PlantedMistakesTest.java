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
import org.stillpoint.check.verdict.VerdictText;
import org.stillpoint.domain.Activation;
import org.stillpoint.parallel.Workers;

/** Mistakes that are planted in programs which were right are found, and those of the catalogue are named. */
class PlantedMistakesTest {

    /** Units of a layer, and samples, that are enough to show nearly every mistake. */
    private static final int FEW = 2;

    /** They need a last batch that is shorter; and of 2 samples a mean that is divided by 1 is the sum, which is a convention. */
    private static final Set<String> SHOWN_BY_MORE = Set.of("partial-batch-left-out", "partial-batch-filled-up",
            "partial-batch-divided-by-full-size", "divided-by-one-sample-less");

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

    /** Several mistakes give its answers, and the verdict names all of them. */
    @Test
    void theVerdictDoesNotDependOnTheNumberOfWorkers() {
        Subject subject = Subject.of(Style.RECURSIVE, "abs-slope-1").with(Activation.ABS);
        String byOne = Workers.with(1, () -> VerdictText.of(subject.judged(), ""));

        assertThat(Workers.with(2, () -> VerdictText.of(subject.judged(), ""))).isEqualTo(byOne);
        assertThat(Workers.with(5, () -> VerdictText.of(subject.judged(), ""))).isEqualTo(byOne);
    }

    @TestFactory
    Stream<DynamicTest> whatIsKeptFromEarlierRequestsIsNamed() {
        return Plantings.memories().stream().map(subject -> dynamicTest(subject.toString(), () -> {
            Verdict verdict = wrong(subject);

            String mistake = subject.mistakes().get(0).mistake();
            assertThat(verdict.memory()).contains(Memory.all().stream().filter(memory -> memory.id().equals(mistake)).findFirst()
                    .orElse(Memory.EARLIER_KEPT));
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

        assertThat(explanation).as("%s, %s", subject, verdict.shape()).isPresent().get()
                .matches(PlantedMistakesTest::explainsAll);
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
