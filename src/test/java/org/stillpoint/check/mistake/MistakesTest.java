package org.stillpoint.check.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.check.question.Question;

class MistakesTest {

    private static final List<Question> QUESTIONS = QuestionList.all();

    private static final List<List<BigDecimal>> RIGHT = QUESTIONS.stream()
            .map(question -> ExactAnswers.of(Hypothesis.RIGHT, Conventions.usual(), question)).toList();

    static Stream<Hypothesis> made() {
        return Mistakes.all().stream().flatMap(mistake ->
                mistake.scopes().stream().map(scope -> Hypothesis.RIGHT.and(mistake, scope)));
    }

    @Test
    void noTwoMistakesHaveOneName() {
        assertThat(Mistakes.all()).extracting(Mistake::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void aMistakeAndItsAdviceAreSentencesWithoutAFullStop() {
        assertThat(Mistakes.all()).flatExtracting(Mistake::says, Mistake::advice)
                .allMatch(sentence -> sentence.toString().matches("[A-Zf].*[^. ]"));
    }

    @Test
    void thereAreAtLeastAHundred() {
        assertThat(Mistakes.all()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("made")
    void aMistakeGivesAWrongAnswerWhateverTheConventionsOfTheQuestioner(Hypothesis mistaken) {
        int first = IntStream.range(0, QUESTIONS.size()).filter(q -> differs(mistaken, RIGHT.get(q), q)).findFirst().orElseThrow();
        List<Integer> questions = Stream.concat(Stream.of(first), IntStream.range(0, QUESTIONS.size()).boxed()).toList();
        assertThat(isRight(mistaken, questions, Conventions.NONE)).isFalse();
    }

    /** Whether a right program gives the same answers, by some ways of the conventions that are open. */
    private static boolean isRight(Hypothesis mistaken, List<Integer> questions, Conventions conventions) {
        for (int n = 0; n < questions.size(); n++) {
            int q = questions.get(n);
            try {
                if (differs(mistaken, ExactAnswers.of(Hypothesis.RIGHT, conventions, QUESTIONS.get(q)), q)) {
                    return false;
                }
            } catch (OpenConventionException e) {
                List<Integer> left = questions.subList(n, questions.size());
                return IntStream.range(0, e.convention().ways().size()).anyMatch(way ->
                        isRight(mistaken, left, conventions.with(e.convention(), way)));
            }
        }
        return true;
    }

    private static boolean differs(Hypothesis mistaken, List<BigDecimal> right, int question) {
        List<BigDecimal> answer = ExactAnswers.of(mistaken, Conventions.usual(), QUESTIONS.get(question));
        return !answer.isEmpty() && !answer.equals(right);
    }
}
