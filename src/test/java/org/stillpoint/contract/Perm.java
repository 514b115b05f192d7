package org.stillpoint.contract;

import java.util.HashMap;
import java.util.Map;

/** A list of swaps,
        each the first of the two neighbours that are exchanged. As in {@link Activations} there may be more outside the length; what is not held is 0. */
public record Perm(int length, Map<Integer, Integer> held) {

    public Perm {
        held = new HashMap<>(held);
        held.values().removeIf(swap -> swap == 0);
        held = Map.copyOf(held);
    }

    /** A list of swaps, with nothing outside it. */
    public static Perm of(int... swaps) {
        Map<Integer, Integer> held = new HashMap<>();
        for (int i = 0; i < swaps.length; i++) {
            held.put(i, swaps[i]);
        }
        return new Perm(swaps.length, held);
    }

    public int at(int i) {
        return held.getOrDefault(i, 0);
    }
}
