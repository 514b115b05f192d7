package org.stillpoint.training;

import java.util.List;
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
}
