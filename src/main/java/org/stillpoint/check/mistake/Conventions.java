package org.stillpoint.check.mistake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A way for each of some conventions; whoever needs one that is open is told so. */
public final class Conventions {

    private static final byte OPEN = -1;

    /** Every convention is open. */
    public static final Conventions NONE = new Conventions(allOpen());

    private final byte[] ways;
    private final Set<Convention> asked;

    private Conventions(byte[] ways) {
        this(ways, null);
    }

    private Conventions(byte[] ways, Set<Convention> askedOrNull) {
        this.ways = ways;
        this.asked = askedOrNull;
    }

    /** The same, which adds to a set what it is asked for. */
    public Conventions telling(Set<Convention> whatIsAsked) {
        return new Conventions(ways, whatIsAsked);
    }

    /** Whether another has the same ways of some conventions. */
    public boolean agreesWith(Conventions other, Set<Convention> some) {
        return some.stream().allMatch(convention -> ways[convention.ordinal()] == other.ways[convention.ordinal()]);
    }

    private static byte[] allOpen() {
        byte[] ways = new byte[Convention.values().length];
        Arrays.fill(ways, OPEN);
        return ways;
    }

    /** The usual way of each. */
    public static Conventions usual() {
        return new Conventions(new byte[Convention.values().length]);
    }

    /**
     * The number of the way.
     *
     * @throws OpenConventionException if it is open
     */
    int way(Convention convention) {
        if (asked != null) {
            asked.add(convention);
        }
        byte way = ways[convention.ordinal()];
        if (way == OPEN) {
            throw OpenConventionException.of(convention);
        }
        return way;
    }

    /** Empty if it is open. */
    public Optional<String> wayOf(Convention convention) {
        byte way = ways[convention.ordinal()];
        return way == OPEN ? Optional.empty() : Optional.of(convention.ways().get(way));
    }

    /** The same with another way of one convention, by its number. */
    public Conventions with(Convention convention, int way) {
        byte[] changed = ways.clone();
        changed[convention.ordinal()] = (byte) way;
        return new Conventions(changed);
    }

    /** The same with one convention open. */
    public Conventions without(Convention convention) {
        return with(convention, OPEN);
    }

    /** The same, with the usual way where one is open. */
    public Conventions orUsual() {
        byte[] filled = ways.clone();
        for (int c = 0; c < filled.length; c++) {
            filled[c] = filled[c] == OPEN ? 0 : filled[c];
        }
        return new Conventions(filled);
    }

    /** How many ways are not the usual ones. */
    public int unusual() {
        int count = 0;
        for (byte way : ways) {
            count += way > 0 ? 1 : 0;
        }
        return count;
    }

    /** Those that are not open, with their ways. */
    public Map<Convention, String> known() {
        Map<Convention, String> known = new LinkedHashMap<>();
        for (Convention convention : Convention.values()) {
            wayOf(convention).ifPresent(way -> known.put(convention, way));
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conventions conventions && Arrays.equals(ways, conventions.ways);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ways);
    }

    @Override
    public String toString() {
        return known().toString();
    }
}
