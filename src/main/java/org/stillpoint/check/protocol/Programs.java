package org.stillpoint.check.protocol;

import java.time.Duration;
import java.util.List;
import org.stillpoint.check.question.Respondents;

/**
 * Runs of a program.
 *
 * @param command with arguments, at least one word
 * @param limit for each answer
 */
public record Programs(List<String> command, Duration limit) implements Respondents {

    public Programs {
        command = List.copyOf(command);
    }

    @Override
    public Conversation start() {
        return Conversation.start(command, limit);
    }
}
