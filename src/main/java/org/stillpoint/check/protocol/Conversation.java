package org.stillpoint.check.protocol;

import java.time.Duration;
import java.util.List;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.NoAnswerException;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.format.FormatException;

/** Questions to one run of a program. After a {@link NoAnswerException} the program has been ended. */
public final class Conversation implements Respondent {

    private final ProgramProcess program;
    private final Duration limit;
    private final Ability ability;
    private int asked;

    private Conversation(ProgramProcess program, Duration limit, Ability ability) {
        this.program = program;
        this.limit = limit;
        this.ability = ability;
    }

    /**
     * Starts a program and asks what it can do.
     *
     * @param limit for each answer
     * @throws NoAnswerException if it cannot be started or does not say what it can do
     */
    public static Conversation start(List<String> command, Duration limit) {
        ProgramProcess program = ProgramProcess.start(command);
        String line = program.ask("hello", AbilityFormat.HELLO, limit);
        try {
            return new Conversation(program, limit, AbilityFormat.read(line, String.join(" ", command)));
        } catch (FormatException e) {
            throw program.failure(e.getMessage());
        }
    }

    @Override
    public Ability ability() {
        return ability;
    }

    /**
     * The answer to the next question; requests are counted from 1.
     *
     * @param question one that the program takes
     */
    @Override
    public Answer ask(Question question) {
        if (!ability.takes(question)) {
            throw new IllegalArgumentException("a question that the program does not take");
        }
        asked++;
        String request = QuestionFormat.write(asked, question, ability.arithmetic()).toString();
        String line = program.ask("request " + asked, request, limit);
        try {
            return AnswerFormat.read(line, asked, question, ability.arithmetic());
        } catch (FormatException e) {
            throw program.failure(e.getMessage());
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
