package org.stillpoint.lint.survey;

import java.util.List;

/**
 * The slices of a tensor along one of its axes: all entries with the same index along it, such as the incoming weights of a unit.
 *
 * @param axis counted from 0
 * @param looked whether they were looked at; if not, nothing is known of them, and all lists are empty
 * @param zero the indices of those with zeros only
 * @param equal classes of two or more that have the same entries and are not zero, ascending; entries that are infinite are equal
 *     if they are the same infinity, and no numbers are equal to one another
 * @param tiny those that are not zero and nearly so, ascending
 */
public record Slices(int axis, boolean looked, List<Integer> zero, List<List<Integer>> equal, List<Tiny> tiny) {

    public Slices {
        zero = List.copyOf(zero);
        equal = equal.stream().map(List::copyOf).toList();
        tiny = List.copyOf(tiny);
    }

    static Slices notLooked(int axis) {
        return new Slices(axis, false, List.of(), List.of(), List.of());
    }
}
