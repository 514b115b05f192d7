package org.stillpoint.check.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.check.question.Question;

class MistakesTest {

    private static final List<Question> QUESTIONS = QuestionList.all();

    private static final Map<Integer, Map<Conventions, List<BigDecimal>>> RIGHT = new HashMap<>();

    /** Of the mistake in question, by number of the question. */
    private final Map<Integer, List<BigDecimal>> answers = new HashMap<>();

    static Stream<Hypothesis> made() {
        return Mistakes.all().stream().flatMap(mistake ->
                mistake.scopes().stream().map(scope -> Hypothesis.RIGHT.and(mistake, scope)));
    }

    @Test
    void noTwoMistakesHaveOneName() {
        assertThat(Mistakes.all()).extracting(Mistake::id).doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void aMistakeAndItsAdviceAreSentencesWithoutAFullStop() {
        assertThat(Mistakes.all()).flatExtracting(Mistake::says, Mistake::advice)
                .allMatch(sentence -> sentence.toString().matches("[A-Z].*[^. ]"));
    }

    @Test
    void thereAreAtLeastAHundred() {
        assertThat(Mistakes.all()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("made")
    void aMistakeGivesAWrongAnswerWhateverTheConventionsOfTheQuestioner(Hypothesis mistaken) {
        List<Integer> telling = IntStream.range(0, QUESTIONS.size()).boxed()
                .filter(q -> differs(mistaken, right(Conventions.usual(), q), q)).limit(2).toList();
        List<Integer> questions = Stream.concat(telling.stream(), IntStream.range(0, QUESTIONS.size()).boxed()).toList();
        assertThat(telling).isNotEmpty();
        assertThat(isRight(mistaken, questions, Conventions.NONE)).isFalse();
    }

    /** Whether a right program gives the same answers, by some ways of the conventions that are open. */
    private boolean isRight(Hypothesis mistaken, List<Integer> questions, Conventions conventions) {
        for (int n = 0; n < questions.size(); n++) {
            int q = questions.get(n);
            try {
                if (differs(mistaken, right(conventions, q), q)) {
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

    private boolean differs(Hypothesis mistaken, List<BigDecimal> right, int question) {
        List<BigDecimal> answer = answers.computeIfAbsent(question, q ->
                ExactAnswers.of(mistaken, Conventions.usual(), QUESTIONS.get(q)));
        return !answer.isEmpty() && !answer.equals(right);
    }

    private static List<BigDecimal> right(Conventions conventions, int question) {
        Map<Conventions, List<BigDecimal>> known = RIGHT.computeIfAbsent(question, q -> new HashMap<>());
        if (!known.containsKey(conventions)) {
            known.put(conventions, ExactAnswers.of(Hypothesis.RIGHT, conventions, QUESTIONS.get(question)));
        }
        return known.get(conventions);
    }
}
