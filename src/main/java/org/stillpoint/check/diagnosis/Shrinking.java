package org.stillpoint.check.diagnosis;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.suite.Case;
import org.stillpoint.check.suite.Decided;

/** Makes a wrong case smaller, as long as the program itself still answers it wrongly. */
final class Shrinking {

    private static final int MOST_ASKED = 600;

    private final Respondent respondent;
    private final Conventions conventions;
    private final Elementary elementary;
    private final Predicate<Answered> stillWrong;
    private final Set<Question> seen = new HashSet<>();
    private boolean atKinks;

    /** @param stillWrong whether an answer shows the same as that of the case to be made smaller */
    Shrinking(Respondent respondent, Conventions conventions, Elementary elementary, Predicate<Answered> stillWrong) {
        this.respondent = respondent;
        this.conventions = conventions;
        this.elementary = elementary;
        this.stillWrong = stillWrong;
    }

    /**
     * A case from which nothing can be taken, unless that takes too many requests; off the kinks if this one is, as a kink
     * would distract from what is wrong.
     */
    Answered smallest(Answered wrong) {
        atKinks = !Decided.kinks(wrong.question(), elementary).isEmpty();
        Answered smallest = wrong;
        Optional<Answered> next = Optional.of(wrong);
        while (next.isPresent()) {
            smallest = next.get();
            next = smaller(smallest);
        }
        return smallest;
    }

    private Optional<Answered> smaller(Answered wrong) {
        Iterator<Question> smaller = Smaller.than(wrong.question()).iterator();
        while (smaller.hasNext() && seen.size() < MOST_ASKED) {
            Question question = smaller.next();
            if (respondent.ability().takes(question) && Decided.is(question, conventions, elementary) && seen.add(question)
                    && (atKinks || Decided.kinks(question, elementary).isEmpty())
                    && respondent.ask(question) instanceof Answer.Numbers answer) {
                Answered asked = new Answered(new Case(wrong.asked().claim(), question), answer);
                if (stillWrong.test(asked)) {
                    return Optional.of(asked);
                }
            }
        }
        return Optional.empty();
    }
}
