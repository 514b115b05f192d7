package org.stillpoint.graph.training;

import org.stillpoint.tensor.Shape;

/**
 * How a parameter moves, as lines of a program: each parameter by itself, with memory of its own. Rates are fed, under names that
 * all parameters share.
 */
@FunctionalInterface
public interface Optimiser {

    /**
     * Appends the update of one parameter.
     *
     * @param shape of the parameter and of its gradient
     * @return the parameter in the next step
     */
    Draft.Line update(Draft draft, Draft.Line parameter, Shape shape, Draft.Line gradient);
}
