package org.stillpoint.lint.survey;

import java.util.List;

/**
 * The slices of a tensor along one of its axes: all entries with the same index along it, such as the incoming weights of a unit.
 *
 * @param axis counted from 0
 * @param zero the indices of those with zeros only
 * @param equal classes of two or more that have the same entries and are not zero, ascending
 */
public record Slices(int axis, List<Integer> zero, List<List<Integer>> equal) {

    public Slices {
        zero = List.copyOf(zero);
        equal = equal.stream().map(List::copyOf).toList();
    }
}
