package org.stillpoint.teaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.teaching.paper.PaperLatex;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;

/** Sheets of exercises by any seed. */
class SheetProperties {

    @Property(tries = 40)
    void everySeedAndTopicGivesASheet(@ForAll long seed, @ForAll Topic topic, @ForAll @IntRange(min = 1,
            max = 4) int problems) {
        Sheet sheet = Sheet.of(seed, topic, problems);

        assertThat(sheet.problems()).hasSize(problems).extracting(Problem::title).doesNotHaveDuplicates();
    }

    @Property(tries = 20)
    void theSameSeedGivesTheSameBytes(@ForAll long seed, @ForAll Topic topic) {
        assertThat(latex(Sheet.of(seed, topic, 3))).isEqualTo(latex(Sheet.of(seed, topic, 3)));
        assertThat(latex(Sheet.of(seed, topic, 3))).isNotEqualTo(latex(Sheet.of(seed + 1, topic, 3)));
    }

    @Property(tries = 20)
    void aLongerSheetBeginsWithTheSameProblems(@ForAll long seed, @ForAll Topic topic) {
        assertThat(Sheet.of(seed, topic, 4).problems()).startsWith(Sheet.of(seed, topic, 2).problems().toArray(Problem[]::new));
    }

    @Property(tries = 40)
    void stepsAreThoseOfTheOtherEngine(@ForAll long seed, @ForAll Topic topic) {
        Sheet.of(seed, topic, 4).problems().stream().map(Problem::exercise).filter(Steps.class::isInstance).map(Steps.class::cast)
                .forEach(steps -> {
                    Given given = steps.start();
                    Network end = Training.descend(given.network(), given.data(), given.settings(), Engine.FAST);

                    assertThat(steps.trace().steps().get(steps.trace().steps().size() - 1).network()).isEqualTo(end);
                });
    }

    @Property(tries = 40)
    void numbersAreShort(@ForAll long seed, @ForAll Topic topic) {
        assertThat(Sheet.of(seed, topic, 4).problems()).allSatisfy(problem -> {
            Given given = problem.exercise().given().orElseThrow();

            assertThat(given.network().parameters()).allMatch(Short::is);
            if (problem.exercise() instanceof Steps steps) {
                assertThat(steps.trace().steps()).allSatisfy(step ->
                        assertThat(step.network().parameters()).allMatch(Short::is));
            }
        });
    }

    @Example
    void numbersOfThreeDigitsOrWithLargeDenominatorsAreNotShort() {
        assertThat(Short.is(new BigFraction(-99, 16))).isTrue();
        assertThat(Short.is(new BigFraction(100))).isFalse();
        assertThat(Short.is(new BigFraction(1, 17))).isFalse();
    }

    @Example
    void aSheetMayBeLongerThanItsTopicHasTasks() {
        assertThat(Sheet.of(1, Topic.KINKS, Sheet.MOST).problems()).hasSize(Sheet.MOST);
    }

    @Example
    void aSheetWithoutProblemsOrWithTooManyIsRefused() {
        assertThatThrownBy(() -> Sheet.of(1, Topic.MIXED, 0)).isInstanceOf(DomainException.class)
                .hasMessage("0 problems, expected from 1 to 50");
        assertThatThrownBy(() -> Sheet.of(1, Topic.MIXED, 51)).isInstanceOf(DomainException.class);
    }

    @Example
    void whatIsNotSoIsNeverHandedOut() {
        assertThatThrownBy(() -> Finding.that("1 is 2", false)).hasMessageContaining("does not show that 1 is 2");
        assertThatThrownBy(() -> Identity.Equation.of("a", BigFraction.ONE, "b", BigFraction.TWO))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String latex(Sheet sheet) {
        return PaperLatex.render(sheet.title(), sheet.blocks(true));
    }
}
