package org.stillpoint.contract;

import java.util.HashMap;
import java.util.Map;

/** An integer at each integer, as the memory of an array of indices has in the logic; what is not held is 0. */
public record Indices(Map<Integer, Integer> held) {

    public Indices {
        held = new HashMap<>(held);
        held.values().removeIf(index -> index == 0);
        held = Map.copyOf(held);
    }

    /** These from 0 on, and 0 everywhere else. */
    public static Indices of(int... indices) {
        Map<Integer, Integer> held = new HashMap<>();
        for (int i = 0; i < indices.length; i++) {
            held.put(i, indices[i]);
        }
        return Kept.once(new Indices(held));
    }

    int at(int i) {
        return held.getOrDefault(i, 0);
    }
}
