package org.stillpoint.check.verdict;

import java.util.List;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.mistake.Worked;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Question;

/**
 * The smallest case that was found on which a program is wrong.
 *
 * @param requests all that a fresh process has to be asked, in order; the last one is answered wrongly
 * @param answer what the program said to the last request
 * @param expected what a right program says, with the conventions of this one
 * @param worked the way to it
 * @param wrong the numbers that differ, in the order of the answer; at least one
 */
public record Smallest(List<Question> requests, Answer.Numbers answer, Prediction expected, Worked worked,
                       List<WrongNumber> wrong) {

    public Smallest {
        requests = List.copyOf(requests);
        wrong = List.copyOf(wrong);
    }

    /** The request that is answered wrongly. */
    public Question request() {
        return requests.get(requests.size() - 1);
    }
}
