package org.stillpoint.graph.training;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/** Where errors begin: a term of the loss, whose derivative by a slot of the forward part is known. */
public sealed interface Seed {

    /** The slot by which that is the derivative. */
    int output();

    /** The term is the slot itself, so that the derivative is 1. */
    record One(int output) implements Seed {
    }

    /**
     * The derivative is an operation of output and target, times a weight.
     *
     * @param target a slot of the forward part, or one that is given
     */
    record Derivative(int output, int target, Operation error, BigFraction weight) implements Seed {
    }
}
