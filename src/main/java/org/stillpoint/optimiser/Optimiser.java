package org.stillpoint.optimiser;

import java.util.Collections;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Stacks;

/**
 * How parameters move, given their gradients one after another. The result of a step depends on the values of its arguments only.
 */
public interface Optimiser {

    /** How many numbers are remembered of each parameter. */
    int memories();

    /** The state before the first step: nothing has been seen, so that all memory is zero. */
    default OptimiserState start(Parameters parameters) {
        Parameters zero = Parameters.of(Stacks.zeros(parameters.weights), Matrices.zeros(parameters.biases));
        return new OptimiserState(parameters, Collections.nCopies(memories(), zero), 0);
    }

    /**
     * The state after one more step; nothing that is passed is modified.
     *
     * @param gradient in the shapes of the parameters
     * @throws org.stillpoint.domain.DomainException if the step needs a square root that is not rational
     */
    OptimiserState step(OptimiserState state, Parameters gradient);
}
