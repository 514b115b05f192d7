package org.stillpoint.lint.fact;

import java.util.List;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Units of a layer, by a tensor that has a slice for each.
 *
 * @param layer its name in the file
 * @param tensor of which the units are indices along an axis
 * @param axis that one, from 0
 * @param incoming whether that axis counts the units that the layer makes; else it counts those that it takes
 * @param indices from 0, ascending
 */
public record Units(String layer, Weights tensor, int axis, boolean incoming, List<Integer> indices) {

    public Units {
        indices = List.copyOf(indices);
    }

    /** Whether these are all units along the axis. */
    public boolean areAll() {
        return indices.size() == tensor.dimensions().size(axis);
    }
}
