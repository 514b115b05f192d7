package org.stillpoint.check.suite;

import java.util.Optional;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;

/**
 * A question.
 *
 * @param claim the name in the catalogue of the claim that it was made for, if any
 */
public record Case(Optional<String> claim, Question question) {

    /** How much there is to look at: numbers of the network, for each step, and of the data. */
    public int size() {
        int passes = question instanceof TrainingQuestion training ? 1 + training.settings().steps() : 1;
        return question.network().parameters().size() * passes
                + question.data().size() * (question.data().inputWidth() + question.data().targetWidth());
    }
}
