package org.stillpoint.check.diagnosis;

import org.stillpoint.check.mistake.Prepared;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.suite.Case;

/** A case with what the program said, prepared for those who look for what explains it. */
record Answered(Case asked, Answer.Numbers answer, Prepared prepared) {

    Answered(Case asked, Answer.Numbers answer) {
        this(asked, answer, new Prepared(asked.question()));
    }

    Question question() {
        return asked.question();
    }
}
