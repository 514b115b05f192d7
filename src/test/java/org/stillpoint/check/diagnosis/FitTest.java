package org.stillpoint.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.suite.Case;
import org.stillpoint.check.suite.Decided;
import org.stillpoint.check.verdict.ShownConvention;

class FitTest {

    private static final List<Case> CASES = Programs.cases(120);
    private static final Fit FIT = new Fit(Programs.FLOAT64);

    static Stream<Arguments> ways() {
        return Arrays.stream(Convention.values()).flatMap(convention -> IntStream.range(0, convention.ways().size())
                .mapToObj(way -> Arguments.of(convention, way)));
    }

    private static List<Answered> answers(Conventions conventions) {
        return CASES.stream().filter(one -> Decided.is(one.question(), conventions, Programs.FLOAT64))
                .map(one -> Programs.right(one, conventions)).toList();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRightProgramIsFittedUnderEachConventionWhichIsShown(Convention convention, int way) {
        List<Answered> answers = answers(Conventions.usual().with(convention, way));

        List<Conventions> fitting = FIT.all(Hypothesis.RIGHT, List.of(Conventions.NONE), answers);
        Fit.Counted best = FIT.best(Hypothesis.RIGHT, answers).get(0);

        assertThat(fitting).isNotEmpty();
        assertThat(best.admitted()).isEqualTo(answers.size());
        assertThat(answers).allMatch(one -> FIT.admits(Hypothesis.RIGHT, best.conventions().orUsual(), one));
        assertThat(shown(best.conventions(), answers, convention)).allMatch(Optional.of(convention.ways().get(way))::equals);
    }

    /** What is said of a convention, if it is one that is spoken of. */
    private static Stream<Optional<String>> shown(Conventions conventions, List<Answered> answers, Convention convention) {
        return new ConventionsShown(FIT, Hypothesis.RIGHT, conventions, answers).of(Programs.ABILITY).stream()
                .filter(one -> one.convention() == convention).map(ShownConvention::way);
    }

    @Test
    void aProgramThatChangesItsSlopeAtZeroIsFittedByNone() {
        List<Answered> answers = new ArrayList<>(answers(Conventions.usual()));
        Conventions other = Conventions.usual().with(Convention.RELU_AT_0, 1);
        int changed = 0;
        for (int n = 0; n < answers.size(); n += 2) {
            Answered inconsistent = Programs.right(answers.get(n).asked(), other);
            changed += inconsistent.equals(answers.get(n)) ? 0 : 1;
            answers.set(n, inconsistent);
        }

        assertThat(changed).isPositive();
        assertThat(FIT.all(Hypothesis.RIGHT, List.of(Conventions.NONE), answers)).isEmpty();
        assertThat(FIT.best(Hypothesis.RIGHT, answers).get(0).admitted()).isLessThan(answers.size());
    }

    @Test
    void whatNoCaseDependsOnStaysOpenAndIsNotShown() {
        List<Answered> one = answers(Conventions.usual()).stream().filter(answered -> answered.question().data().size() == 1
                && answered.question().network().layers().size() == 1).limit(1).toList();

        Conventions fitting = FIT.best(Hypothesis.RIGHT, one).get(0).conventions();

        assertThat(fitting.wayOf(Convention.RELU_AT_0)).isEmpty();
        assertThat(shown(fitting, one, Convention.RELU_AT_0)).containsExactly(Optional.empty());
    }
}
