package org.stillpoint.cli;

import java.util.List;
import org.stillpoint.domain.Named;

/** The engines by name. */
enum EngineName implements Named {

    REFERENCE("reference"), FAST("fast"), ENCLOSURE("enclosure");

    private final String id;

    EngineName(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** @throws DomainException if no engine has this name */
    static EngineName fromId(String id) {
        return Named.find("engine", List.of(values()), id);
    }
}
