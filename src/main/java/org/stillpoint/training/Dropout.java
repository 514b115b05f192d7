package org.stillpoint.training;

import java.util.List;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * Masks for the units of the hidden layers: unit k of layer l passes on {@code m_k sigma(z_k)}. A dropped unit has the mask 0; a
 * unit that is kept has 1, or 1/(1 - p) if kept units are scaled up. The masks are given, so that training with them is exact.
 */
@FunctionalInterface
public interface Dropout {

    /**
     * The masks of one sample in one step, one vector a hidden layer, one number a unit.
     *
     * @param step from 0
     * @param sample its index in the data set, from 0
     */
    List<Vector> masks(int step, int sample);

    /**
     * As {@link #masks}, for a network.
     *
     * @throws DomainException if they are not one for each hidden layer with a number for each of its units, or none at all
     */
    default List<Vector> masksFor(Network network, int step, int sample) {
        List<Vector> masks = masks(step, sample);
        int hidden = network.layers().size() - 1;
        if (!masks.isEmpty() && masks.size() != hidden) {
            throw new DomainException(masks.size() + " masks, expected " + hidden + ", one for each hidden layer");
        }
        for (int l = 0; l < masks.size(); l++) {
            if (masks.get(l).size() != network.layers().get(l).units()) {
                throw new DomainException("a mask of length " + masks.get(l).size() + ", expected "
                        + network.layers().get(l).units() + ", one number for each unit");
            }
        }
        return masks;
    }
}
