package org.stillpoint.proof.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Values that fit together, from which those of a rule's variables are drawn: some for a variable of a certain name, since the
 * rules name alike what plays the same part, and others of each sort for all; pairs for variables like {@code S2} and {@code S};
 * and arguments of words over
 * objects.
 */
final class World {

    private final Draw draw;
    private final Map<String, List<Object>> bySort = new HashMap<>();
    private final Map<String, List<Object>> byName = new HashMap<>();
    private final Map<String, List<List<Object>>> pairs = new HashMap<>();
    private final Supplier<Placed> placing;
    private Placed placed;

    /** @param placing puts what the world is about into memory, once it is asked for */
    World(Draw draw, Supplier<Placed> placing) {
        this.draw = draw;
        this.placing = placing;
    }

    Draw draw() {
        return draw;
    }

    private static String sort(Object value) {
        return value instanceof Integer ? "int" : Sorts.of(value);
    }

    private static Object logical(Object value) {
        return value instanceof Integer number ? BigInteger.valueOf(number) : value;
    }

    /** Values for any variable. */
    void offer(Object... values) {
        for (Object value : values) {
            bySort.computeIfAbsent(sort(value), any -> new ArrayList<>()).add(logical(value));
        }
    }

    /** A value for the variables of some names, and for others. */
    void name(Object value, String... names) {
        offer(value);
        for (String name : names) {
            byName.computeIfAbsent(sort(value) + " " + name, any -> new ArrayList<>()).add(logical(value));
        }
    }

    /** A value that the variables of some names are to take, whatever has been said of them before. */
    void only(Object value, String... names) {
        for (String name : names) {
            byName.remove(sort(value) + " " + name);
        }
        name(value, names);
    }

    /** Values that belong together, of what is numbered 2 and of what is not. */
    void pair(Object second, Object first) {
        offer(second, first);
        pairs.computeIfAbsent(sort(first), any -> new ArrayList<>()).add(List.of(logical(second), logical(first)));
    }

    /** @param faithful whether the variables of a name take nothing but the values for them */
    Object value(String sort, String name, boolean faithful) {
        List<Object> preferred = byName.get(sort + " " + name);
        return preferred != null && (faithful || !draw.oneIn(3)) ? draw.of(preferred) : any(sort);
    }

    Object any(String sort) {
        return bySort.containsKey(sort) && !draw.oneIn(8) ? draw.of(bySort.get(sort)) : Sorts.any(sort, draw);
    }

    /** A value of what is numbered 2, and one of what is not; null if there are no pairs of the sort. */
    List<Object> pairOf(String sort) {
        return pairs.containsKey(sort) ? draw.of(pairs.get(sort)) : null;
    }

    /** Values that belong together as the arguments of a word; none if there are no such values. */
    List<Object> argumentsOf(String word) {
        if (placed == null) {
            placed = placing.get();
        }
        return placed.argumentsOf(word).stream().map(World::logical).toList();
    }
}
