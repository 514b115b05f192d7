package org.stillpoint.optimiser;

import java.util.List;
import org.stillpoint.kernel.Parameters;

/**
 * Where an optimiser stands.
 *
 * @param memory what it remembers, each entry in the shapes of the parameters
 * @param steps taken so far
 */
public record OptimiserState(Parameters parameters, List<Parameters> memory, int steps) {

    public OptimiserState {
        memory = List.copyOf(memory);
    }
}
