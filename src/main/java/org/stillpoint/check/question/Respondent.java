package org.stillpoint.check.question;

/** Somebody who answers questions one after the other, and may remember those before. */
public interface Respondent extends AutoCloseable {

    Ability ability();

    /** @throws NoAnswerException if there is no answer that can be understood */
    Answer ask(Question question);

    /** Ends whatever answers. */
    @Override
    void close();
}
