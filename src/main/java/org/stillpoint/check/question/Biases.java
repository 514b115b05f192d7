package org.stillpoint.check.question;

import java.util.List;
import org.stillpoint.domain.Named;

/** Whether the layers of a program have biases. */
public enum Biases implements Named {
    ALWAYS("always"), NEVER("never"), OPTIONAL("optional");

    private final String id;

    Biases(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** @throws org.stillpoint.domain.DomainException if none has this name */
    public static Biases fromId(String id) {
        return Named.find("biases", List.of(values()), id);
    }

    /** Whether a layer with a bias, or one without, can be asked about. */
    boolean take(boolean bias) {
        return this == OPTIONAL || bias == (this == ALWAYS);
    }
}
