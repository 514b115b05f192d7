package org.stillpoint.contract;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A straight-line program. As in {@link Activations} more may stand outside its slots; two are equal if they have as many slots,
 * as many of these are given, and they agree at every integer.
 *
 * @param operations the operation of a slot, if not null; operations are told apart by identity
 */
public record Code(int given, int slots, Map<Integer, Object> operations, Indices first, Indices second, Indices third) {

    public Code {
        operations = new HashMap<>(operations);
        operations.values().removeIf(Objects::isNull);
        operations = Collections.unmodifiableMap(operations);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Code code && given == code.given && slots == code.slots && first.equals(code.first)
                && second.equals(code.second) && third.equals(code.third)
                && operations.keySet().equals(code.operations.keySet())
                && operations.keySet().stream().allMatch(s -> operations.get(s) == code.operations.get(s));
    }

    @Override
    public int hashCode() {
        return Objects.hash(given, slots, operations.keySet(), first, second, third);
    }
}
