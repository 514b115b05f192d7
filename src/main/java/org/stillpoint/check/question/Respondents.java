package org.stillpoint.check.question;

/** Where respondents come from that know nothing of earlier questions. */
@FunctionalInterface
public interface Respondents {

    /** @throws NoAnswerException if it cannot be started or does not say what it can do */
    Respondent start();
}
