package org.stillpoint.check.diagnosis;

import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.suite.Case;

/** A case with what the program said. */
record Answered(Case asked, Answer.Numbers answer) {

    Question question() {
        return asked.question();
    }
}
