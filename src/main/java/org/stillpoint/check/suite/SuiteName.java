package org.stillpoint.check.suite;

import java.util.List;
import org.stillpoint.domain.Named;

/** What kind of questions is asked. */
public enum SuiteName implements Named {

    ALL("all"),

    /** Gradients where nothing is at a kink. */
    SMOOTH("smooth"),

    /** Gradients where a pre-activation or the loss is at a kink. */
    KINKS("kinks"),

    /** Gradients of networks that begin with zeros, twins or dead units, or are as small as can be. */
    STARTS("starts"),

    /** Networks after some steps. */
    TRAINING("training");

    private final String id;

    SuiteName(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** @throws org.stillpoint.domain.DomainException if none has this name */
    public static SuiteName fromId(String id) {
        return Named.find("suite", List.of(values()), id);
    }
}
