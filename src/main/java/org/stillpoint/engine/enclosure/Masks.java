package org.stillpoint.engine.enclosure;

import java.util.List;
import org.stillpoint.domain.Vector;

/** Numbers that the activations of hidden units are multiplied by, one vector a hidden layer; no vectors for none. */
@FunctionalInterface
public interface Masks {

    Masks NONE = (step, sample) -> List.of();

    /** @param step from 0 */
    List<Vector> of(int step, int sample);
}
