package org.stillpoint.statement;

import java.util.List;

/**
 * A property of the tests failed on what is given. A replay computes the trace again; the property itself runs in the build.
 *
 * @param property its full name
 * @param message what it reported
 */
public record FalsifiedProperty(String property, String message) implements Statement {

    @Override
    public Companions companions() {
        return Companions.NONE;
    }

    @Override
    public List<Comparison> requires(Run run) {
        return List.of();
    }

    @Override
    public List<Comparison> shows(Run run) {
        return List.of();
    }
}
