package org.stillpoint.check.mistake;

import java.util.List;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Layer;

/** A question with its numbers as they are calculated with, for those who try many hypotheses on it. */
public final class Prepared {

    private final Question question;
    private final Parameters parameters;
    private final Rounded[][] inputs;
    private final Rounded[][] targets;

    public Prepared(Question question) {
        this.question = question;
        this.parameters = Parameters.of(question.network().layers());
        this.inputs = Parameters.rounded(question.data().inputs());
        this.targets = Parameters.rounded(question.data().targets());
    }

    public Question question() {
        return question;
    }

    List<Layer> layers() {
        return question.network().layers();
    }

    Parameters parameters() {
        return parameters;
    }

    Rounded[][] inputs() {
        return inputs;
    }

    Rounded[][] targets() {
        return targets;
    }
}
