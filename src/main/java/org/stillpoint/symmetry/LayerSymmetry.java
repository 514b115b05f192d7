package org.stillpoint.symmetry;

import java.util.List;

/**
 * The units of a hidden layer, sorted into classes.
 *
 * @param classes each unit, from 0, in exactly one class; units of a class have equal incoming row, bias and outgoing column
 */
public record LayerSymmetry(int units, List<List<Integer>> classes) {

    public LayerSymmetry {
        classes = classes.stream().map(List::copyOf).toList();
    }

    /** The number of units that differ from each other. */
    public int distinct() {
        return classes.size();
    }
}
