package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.suite.Case;

/**
 * What a program answers, one case after the other.
 *
 * @param unsupported the cases that it does not do
 */
record Interview(List<Answered> answered, int unsupported) {

    /** So few answers are no verdict, unless fewer are asked for. */
    private static final int FEWEST = 10;

    Interview {
        answered = List.copyOf(answered);
    }

    /** @throws NoVerdictException if too few cases are answered */
    static Interview of(Respondent respondent, List<Case> cases) {
        List<Answered> answered = new ArrayList<>();
        String why = "";
        for (Case one : cases) {
            Answer answer = respondent.ask(one.question());
            if (answer instanceof Answer.Numbers numbers) {
                answered.add(new Answered(one, numbers));
            } else if (answer instanceof Answer.Unsupported unsupported) {
                why = ", and said of the last of the others \"" + unsupported.why() + "\"";
            }
        }
        if (answered.size() < Math.min(FEWEST, cases.size()) || answered.isEmpty()) {
            throw new NoVerdictException("the program answered " + answered.size() + " of " + cases.size() + " cases" + why
                    + ", expected at least " + Math.max(1, Math.min(FEWEST, cases.size())));
        }
        return new Interview(answered, cases.size() - answered.size());
    }
}
