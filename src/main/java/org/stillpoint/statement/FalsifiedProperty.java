package org.stillpoint.statement;

import java.util.List;
import java.util.Set;

/**
 * A property of the tests failed on what is given. A replay computes the trace again; the property itself runs in the build.
 *
 * @param property its full name
 * @param message what it reported
 */
public record FalsifiedProperty(String property, String message) implements Statement {

    static final String KIND = "falsified-property";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> claims() {
        return Set.of();
    }

    @Override
    public List<Comparison> premises(Run run) {
        return List.of();
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        return List.of();
    }
}
