package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.question.Respondents;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.suite.Case;
import org.stillpoint.check.suite.Decided;
import org.stillpoint.check.verdict.Memory;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Vector;

/**
 * Whether answers depend on earlier requests: the same ones are asked in two orders, of which the second begins with a network and
 * data that the first does not begin with, as the first ones may be kept for good.
 */
final class Memories {

    private static final int FEW = 40;

    private final Respondents respondents;
    private final Ability ability;
    private final Elementary elementary;

    Memories(Respondents respondents, Ability ability) {
        this.respondents = respondents;
        this.ability = ability;
        this.elementary = new Elementary(ability.arithmetic(), ability.ulps());
    }

    /**
     * What was found.
     *
     * @param requests that show it in a fresh process, the last one of them by its answer
     */
    record Found(Memory memory, List<Question> requests, Answer.Numbers answer) {
    }

    /** @param cases small ones first; the first fitting one of gradients and of trainings is asked */
    Optional<Found> find(List<Case> cases) {
        return Stream.of(GradientQuestion.class, TrainingQuestion.class).flatMap(kind -> telling(cases, kind).stream())
                .flatMap(question -> find(question).stream()).findFirst();
    }

    /** A case with several samples in which the most parameters have a gradient, or move. */
    private Optional<Question> telling(List<Case> cases, Class<? extends Question> kind) {
        return cases.stream().map(Case::question).filter(kind::isInstance).filter(question -> question.data().size() > 1)
                .limit(FEW).max((a, b) -> Integer.compare(alive(a), alive(b)))
                .or(() -> cases.stream().map(Case::question).filter(kind::isInstance).findFirst());
    }

    private int alive(Question question) {
        List<BigFraction> before = question.network().parameters();
        Prediction right = Prediction.of(Hypothesis.RIGHT, Conventions.usual(), elementary, question);
        return (int) IntStream.range(0, before.size()).filter(n -> question instanceof TrainingQuestion
                ? !right.parameters().get(n).value().equals(before.get(n)) : right.parameters().get(n).value().signum() != 0).count();
    }

    private Optional<Found> find(Question question) {
        Question otherNetwork = decidedOr(question, question.withNetwork(Smaller.withParameters(question.network(),
                question.network().parameters().stream().map(BigFraction::negate).toList())));
        Question otherData = decidedOr(question, question.withData(reversed(question.data(), question.loss())));
        List<Question> forwards = Stream.of(question, question, otherNetwork, question, otherData, question)
                .filter(ability::takes).toList();
        List<Question> backwards = new ArrayList<>(forwards);
        backwards.add(decidedOr(question, otherNetwork.withData(otherData.data())));
        Collections.reverse(backwards);
        List<Optional<Answer.Numbers>> there = answers(forwards);
        List<Optional<Answer.Numbers>> back = answers(backwards);
        boolean same = IntStream.range(0, forwards.size()).allMatch(n -> same(there.get(n), back.get(forwards.size() - n)));
        boolean repeated = IntStream.range(0, forwards.size()).filter(n -> forwards.get(n).equals(question))
                .allMatch(n -> same(there.get(0), there.get(n)));
        return same && repeated ? Optional.empty() : named(question, otherNetwork, otherData);
    }

    private Question decidedOr(Question question, Question other) {
        return Decided.is(other, Conventions.usual(), elementary) ? other : question;
    }

    /** The same inputs in another order, with targets of the same kind, negated where the loss takes that. */
    private static DataSet reversed(DataSet data, Loss loss) {
        List<Vector> inputs = new ArrayList<>();
        List<Vector> targets = new ArrayList<>();
        for (int i = data.size() - 1; i >= 0; i--) {
            inputs.add(new Vector(data.inputs().get(i).entries().stream().map(BigFraction::negate).toList()));
            targets.add(loss == Loss.CROSS_ENTROPY ? data.targets().get(i)
                    : new Vector(data.targets().get(i).entries().stream().map(BigFraction::negate).toList()));
        }
        return new DataSet(inputs, targets);
    }

    private List<Optional<Answer.Numbers>> answers(List<Question> questions) {
        try (Respondent fresh = respondents.start()) {
            return questions.stream().map(question -> fresh.ask(question) instanceof Answer.Numbers numbers
                    ? Optional.of(numbers) : Optional.<Answer.Numbers>empty()).toList();
        }
    }

    private Optional<Found> named(Question question, Question otherNetwork, Question otherData) {
        Optional<Answer.Numbers> first = answers(List.of(question)).get(0);
        if (!same(first, answers(List.of(question)).get(0))) {
            return found(Memory.RANDOM, List.of(question), first);
        }
        List<Optional<Answer.Numbers>> again = answers(List.of(question, question, question));
        if (!same(first, again.get(1))) {
            return found(repeated(question, again), List.of(question, question), again.get(1));
        }
        Optional<Answer.Numbers> network = answers(List.of(question, otherNetwork)).get(1);
        if (!same(network, answers(List.of(otherNetwork)).get(0))) {
            Memory memory = same(network, first) ? Memory.NETWORK_KEPT : Memory.EARLIER_KEPT;
            return found(memory, List.of(question, otherNetwork), network);
        }
        Optional<Answer.Numbers> data = answers(List.of(question, otherData)).get(1);
        if (!same(data, answers(List.of(otherData)).get(0))) {
            return found(same(data, first) ? Memory.DATA_KEPT : Memory.EARLIER_KEPT, List.of(question, otherData), data);
        }
        return Optional.empty();
    }

    private static Optional<Found> found(Memory memory, List<Question> requests, Optional<Answer.Numbers> answer) {
        return answer.map(numbers -> new Found(memory, requests, numbers));
    }

    private static Memory repeated(Question question, List<Optional<Answer.Numbers>> again) {
        if (question instanceof TrainingQuestion) {
            return Memory.TRAINED_KEPT;
        }
        boolean addedUp = times(again.get(0), again.get(1), 2) && times(again.get(0), again.get(2), 3);
        return addedUp ? Memory.ADDED_UP : Memory.EARLIER_KEPT;
    }

    private static boolean times(Optional<Answer.Numbers> first, Optional<Answer.Numbers> later, int factor) {
        return first.isPresent() && later.isPresent() && IntStream.range(0, first.get().parameters().size()).allMatch(n ->
                first.get().parameters().get(n).value().map(value -> value.multiply(factor))
                        .equals(later.get().parameters().get(n).value()));
    }

    /** Whether two answers have the same numbers. */
    static boolean same(Optional<Answer.Numbers> a, Optional<Answer.Numbers> b) {
        return a.isPresent() == b.isPresent() && (a.isEmpty() || values(a.get()).equals(values(b.get())));
    }

    private static List<Optional<BigFraction>> values(Answer.Numbers answer) {
        return Stream.of(answer.parameters().stream(), answer.outputs().stream().flatMap(List::stream).flatMap(List::stream),
                answer.loss().stream()).flatMap(numbers -> numbers).map(Reported::value).toList();
    }
}
