package org.stillpoint.graph.training;

import java.util.List;
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

    /**
     * What becomes of all gradients before each moves its parameter: nothing, unless the optimiser says otherwise.
     *
     * @return as many, in the same order and of the same shapes
     */
    default List<Gradient> prepared(Draft draft, List<Gradient> gradients) {
        return gradients;
    }

    /** The derivative of the loss by a parameter. */
    record Gradient(Draft.Line line, Shape shape) {
    }

    /** With "decay" times the parameter added to its gradient, for parameters of these names: g + q p. */
    default Optimiser withDecay(Predicate<String> names) {
        return new ChangedGradients(this, (draft, parameter, shape, gradient) -> names.test(parameter.name())
                ? Optimisers.advanced(draft, gradient.name() + " with decay", shape, gradient, parameter, draft.rate("decay"))
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
        return new ChangedGradients(this, (draft, parameter, shape, gradient) ->
                draft.update(gradient.name() + ", clipped", Updates.clip(bound), gradient));
    }

    /**
     * With all gradients made shorter together, so that the norm of all their entries is at most a bound. Where it is longer, a
     * norm that is not rational is refused.
     *
     * @param bound above 0
     */
    default Optimiser withNormClipping(BigFraction bound) {
        return new ClippedNorm(this, bound);
    }
}
