package org.stillpoint.lint.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is known of units.
 *
 * @param place where in the model the tensor of the units stands
 * @param certified whether it follows from a certificate that the proved checker accepted; else it is a heuristic
 * @param conditions what it supposes
 * @param claims identifiers of the claims of the catalogue that it rests on, the first one first
 * @param value what the units pass on, where that is the same number for all data, as text
 * @param explanation why, a line for each step; empty if there is none
 */
public record Fact(Kind kind, Units units, Place place, boolean certified, Set<Condition> conditions, List<String> claims,
                   Optional<String> value, String explanation) {

    public Fact {
        conditions = Set.copyOf(conditions);
        claims = List.copyOf(claims);
    }
}
