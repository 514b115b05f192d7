package org.stillpoint.graph.model;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/** A term of the loss. The loss is the sum of all its terms. */
public sealed interface LossTerm {

    /** The node whose error this term begins. */
    Node output();

    /** A node that is a number, and the term itself. */
    record Value(Node output) implements LossTerm {
    }

    /**
     * A loss of an output for a target, given by its derivative.
     *
     * @param error of output and target, the derivative by the output, in its shape
     * @param weight what the loss is multiplied by, such as one over the number of samples
     */
    record Derivative(Node output, Node target, Operation error, BigFraction weight) implements LossTerm {
    }
}
