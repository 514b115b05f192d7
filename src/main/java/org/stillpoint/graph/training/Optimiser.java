package org.stillpoint.graph.training;

import java.util.function.Predicate;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.operation.Updates;
import org.stillpoint.tensor.Shape;

/**
 * How a parameter moves, as lines of a program: each parameter by itself, with memory of its own. Rates are numbers that are fed,
 * under names that all parameters share, so that what is proved of a program holds for every rate.
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

    /** With "decay" times the parameter added to its gradient, for parameters of these names: g + q p. */
    default Optimiser withDecay(Predicate<String> names) {
        return (draft, parameter, shape, gradient) -> update(draft, parameter, shape, names.test(parameter.name())
                ? draft.update(gradient.name() + " with decay", Updates.advance(), gradient, parameter, draft.rate("decay"))
                : gradient);
    }

    /** With "decay" times the parameter added to its gradient: g + q p. */
    default Optimiser withDecay() {
        return withDecay(name -> true);
    }

    /**
     * With each entry of the gradient cut off at a bound and at its negative.
     *
     * @param bound above 0
     */
    default Optimiser withClipping(BigFraction bound) {
        return (draft, parameter, shape, gradient) -> update(draft, parameter, shape,
                draft.update(gradient.name() + ", clipped", Updates.clip(bound), gradient));
    }
}
