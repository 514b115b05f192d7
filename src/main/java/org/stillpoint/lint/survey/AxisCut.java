package org.stillpoint.lint.survey;

import java.util.Arrays;
import java.util.List;
import org.stillpoint.domain.DomainException;

/**
 * An axis that is cut into groups of indices.
 *
 * @param groups the indices of each
 * @param groupOf for each index its group, -1 if it is in none
 * @param positionOf for each index its position in its group
 */
record AxisCut(int axis, List<int[]> groups, int[] groupOf, int[] positionOf) {

    /** @throws DomainException if an index is not along the axis, or in two groups */
    static AxisCut of(int axis, long size, List<int[]> groups) {
        if (size > Integer.MAX_VALUE - 8) {
            throw new DomainException("an axis of size " + size + ", expected one that can be cut into groups");
        }
        int[] groupOf = new int[(int) size];
        int[] positionOf = new int[(int) size];
        Arrays.fill(groupOf, -1);
        for (int group = 0; group < groups.size(); group++) {
            int[] members = groups.get(group);
            for (int position = 0; position < members.length; position++) {
                int index = members[position];
                if (index < 0 || index >= size) {
                    throw new DomainException("an index of " + index + ", expected one from 0 to below " + size);
                }
                if (groupOf[index] >= 0) {
                    throw new DomainException("the index " + index + " twice, expected groups that do not overlap");
                }
                groupOf[index] = group;
                positionOf[index] = position;
            }
        }
        return new AxisCut(axis, List.copyOf(groups), groupOf, positionOf);
    }
}
