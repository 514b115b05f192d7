package org.stillpoint.contract;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The integers that are marked, inside and outside an array of truth values. */
public record Marks(Set<Integer> marked) {

    public Marks {
        marked = Set.copyOf(marked);
    }

    /** Those of the indices at which true stands. */
    public static Marks of(boolean... marks) {
        return Kept.once(new Marks(IntStream.range(0, marks.length).filter(i -> marks[i]).boxed().collect(Collectors.toSet())));
    }
}
