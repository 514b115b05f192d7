package org.stillpoint.teaching;

import java.util.List;
import org.stillpoint.domain.Named;

/** What a sheet of exercises is about. */
public enum Topic implements Named {

    ZEROS("zeros", "zero initialisation", Tasks.ZEROS),
    SYMMETRY("symmetry", "symmetry", Tasks.SYMMETRY),
    BACKPROPAGATION("backpropagation", "backpropagation", Tasks.BACKPROPAGATION),
    KINKS("kinks", "kinks", Tasks.KINKS),

    /** Everything. */
    MIXED("mixed", "backpropagation and special starts", Tasks.all());

    private final String id;
    private final String words;
    private final List<Task> tasks;

    Topic(String id, String words, List<Task> tasks) {
        this.id = id;
        this.words = words;
        this.tasks = tasks;
    }

    /** The name used on the command line. */
    @Override
    public String id() {
        return id;
    }

    /** The name in a title. */
    String words() {
        return words;
    }

    List<Task> tasks() {
        return tasks;
    }

    /** @throws org.stillpoint.domain.DomainException if no topic has this name */
    public static Topic fromId(String id) {
        return Named.find("topic", List.of(values()), id);
    }
}
