package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.suite.Case;

/**
 * What a program answers, one case after the other.
 *
 * @param answered small cases first
 * @param unsupported the cases that it does not do
 */
record Interview(List<Answered> answered, int unsupported) {

    /** So few answers are no verdict, unless fewer are asked for. */
    private static final int FEWEST = 10;

    Interview {
        answered = answered.stream().sorted(Comparator.comparingInt(one -> one.asked().size())).toList();
    }

    /**
     * Asks all cases, and others if the program does not do most of them, until it has answered as many.
     *
     * @param others more cases; those among them that were asked already are left out
     * @throws NoVerdictException if too few cases are answered
     */
    static Interview of(Respondent respondent, List<Case> cases, Supplier<List<Case>> others) {
        Asking asking = new Asking(respondent);
        cases.forEach(asking::ask);
        if (2 * asking.answered.size() < cases.size()) {
            for (Case one : others.get()) {
                if (asking.answered.size() < cases.size()) {
                    asking.ask(one);
                }
            }
        }
        int expected = Math.max(1, Math.min(FEWEST, cases.size()));
        if (asking.answered.size() < expected) {
            throw new NoVerdictException("the program answered " + asking.answered.size() + " of " + asking.seen.size() + " cases"
                    + asking.why + ", expected at least " + expected);
        }
        return new Interview(asking.answered, asking.seen.size() - asking.answered.size());
    }

    /** An interview under way. */
    private static final class Asking {

        private final Respondent respondent;
        private final Set<Question> seen = new HashSet<>();
        private final List<Answered> answered = new ArrayList<>();
        private String why = "";

        Asking(Respondent respondent) {
            this.respondent = respondent;
        }

        void ask(Case one) {
            if (!seen.add(one.question())) {
                return;
            }
            Answer answer = respondent.ask(one.question());
            if (answer instanceof Answer.Numbers numbers) {
                answered.add(new Answered(one, numbers));
            } else if (answer instanceof Answer.Unsupported unsupported) {
                why = ", and said of the last of the others \"" + unsupported.why() + "\"";
            }
        }
    }
}
