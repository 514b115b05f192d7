package org.stillpoint.check.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.question.Respondents;
import org.stillpoint.check.verdict.Memory;

/** Whether a wrong answer comes again in a fresh process, and if not, after which earlier requests it does. */
final class Reproduction {

    private static final int CASES = 3;

    private final Respondents respondents;
    private final List<Answered> answered;

    /** @param answered in the order in which one process was asked */
    Reproduction(Respondents respondents, List<Answered> answered) {
        this.respondents = respondents;
        this.answered = answered;
    }

    /**
     * Empty if the first wrong cases get the same answers again, asked after no others.
     *
     * @param right by case, whether the answer is right
     */
    Optional<Memories.Found> memory(List<Boolean> right) {
        List<Integer> wrong = IntStream.range(0, answered.size()).filter(n -> !right.get(n)).limit(CASES).boxed().toList();
        List<Optional<Answer.Numbers>> again = answers(wrong.stream().map(n -> answered.get(n).question()).toList());
        return IntStream.range(0, wrong.size()).boxed()
                .filter(w -> !Memories.same(again.get(w), Optional.of(answered.get(wrong.get(w)).answer())))
                .flatMap(w -> memory(wrong.get(w)).stream()).findFirst();
    }

    private Optional<Memories.Found> memory(int n) {
        Optional<Answer.Numbers> wrong = Optional.of(answered.get(n).answer());
        if (Memories.same(wrong, last(List.of(answered.get(n).question())))) {
            return Optional.empty();
        }
        for (int earlier = 1; earlier < 2 * (n + 1); earlier *= 2) {
            List<Question> requests = upTo(n, Math.min(earlier, n));
            if (Memories.same(wrong, last(requests))) {
                return Optional.of(new Memories.Found(Memory.EARLIER_KEPT, fewer(requests, wrong), wrong.orElseThrow()));
            }
        }
        return Optional.of(new Memories.Found(Memory.RANDOM, List.of(answered.get(n).question()), wrong.orElseThrow()));
    }

    private List<Question> upTo(int n, int earlier) {
        return answered.subList(n - earlier, n + 1).stream().map(Answered::question).toList();
    }

    /** One of the earlier requests alone, if that is enough. */
    private List<Question> fewer(List<Question> requests, Optional<Answer.Numbers> wrong) {
        Question last = requests.get(requests.size() - 1);
        return requests.subList(0, requests.size() - 1).stream().map(earlier -> List.of(earlier, last))
                .filter(two -> Memories.same(wrong, last(two))).findFirst().orElse(requests);
    }

    private Optional<Answer.Numbers> last(List<Question> questions) {
        List<Optional<Answer.Numbers>> answers = answers(questions);
        return answers.get(answers.size() - 1);
    }

    private List<Optional<Answer.Numbers>> answers(List<Question> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        try (Respondent fresh = respondents.start()) {
            return questions.stream().map(question -> fresh.ask(question) instanceof Answer.Numbers numbers
                    ? Optional.of(numbers) : Optional.<Answer.Numbers>empty()).toList();
        }
    }
}
