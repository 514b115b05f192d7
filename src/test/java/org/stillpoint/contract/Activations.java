package org.stillpoint.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A list of objects, activation functions as a rule. Unlike the other lists it may hold something outside its length, as an
 * array's memory may in the logic: two are equal if they have one length and agree at every integer. What is not held is null.
 */
public final class Activations {

    private final int count;
    private final Map<Integer, Object> held;

    /**
     * @param count the length, at least 0
     * @param held what stands at an index, if not null
     */
    public Activations(int count, Map<Integer, Object> held) {
        this.count = count;
        this.held = new HashMap<>(held);
        this.held.values().removeIf(Objects::isNull);
    }

    static Activations of(Object[] entries) {
        Map<Integer, Object> held = new HashMap<>();
        for (int i = 0; i < entries.length; i++) {
            held.put(i, entries[i]);
        }
        return new Activations(entries.length, held);
    }

    public int count() {
        return count;
    }

    public Object get(int i) {
        return held.get(i);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Activations others && others.count == count && others.held.keySet().equals(held.keySet())
                && held.keySet().stream().allMatch(i -> others.held.get(i) == held.get(i));
    }

    @Override
    public int hashCode() {
        return 31 * count + held.keySet().hashCode();
    }

    @Override
    public String toString() {
        return count + " functions " + held;
    }
}
