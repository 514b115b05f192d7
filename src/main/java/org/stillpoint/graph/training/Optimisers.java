package org.stillpoint.graph.training;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.operation.Arithmetic;
import org.stillpoint.graph.operation.NumberOperations;
import org.stillpoint.graph.operation.Updates;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;

/**
 * Optimisers that are coordinatewise, as {@link org.stillpoint.optimiser} has them, with their sources. All are fed a "rate",
 * those with momentum a "momentum".
 */
public final class Optimisers {

    private Optimisers() {
    }

    /** {@code p <- p - rate g}. */
    public static Optimiser descent() {
        return (draft, parameter, shape, gradient) -> stepped(draft, parameter, shape, gradient);
    }

    /** {@code v <- g + momentum v}, {@code p <- p - rate v}. */
    public static Optimiser momentum() {
        return (draft, parameter, shape, gradient) ->
                stepped(draft, parameter, shape, velocity(draft, parameter, shape, gradient));
    }

    /** {@code v <- g + momentum v}, {@code p <- p - rate (g + momentum v)}. */
    public static Optimiser nesterov() {
        return (draft, parameter, shape, gradient) -> stepped(draft, parameter, shape,
                advanced(draft, "move of " + parameter.name(), shape, gradient, velocity(draft, parameter, shape, gradient),
                        draft.rate("momentum")));
    }

    /**
     * {@code s <- s + g^2}, {@code p <- p - rate g / (sqrt(s) + epsilon)}. A root that is not rational is refused.
     *
     * @param epsilon above 0
     */
    public static Optimiser adagrad(BigFraction epsilon) {
        return (draft, parameter, shape, gradient) -> {
            Draft.Line squares = remembered(draft, "squares of ", parameter, shape,
                    Arithmetic.of(shape).sum().operation(), squared(draft, shape, gradient));
            return stepped(draft, parameter, shape, quotient(draft, parameter, gradient, squares, epsilon));
        };
    }

    /**
     * {@code s <- rho s + (1 - rho) g^2}, {@code p <- p - rate g / (sqrt(s) + epsilon)}. A root that is not rational is refused.
     *
     * @param rho from 0 to below 1
     * @param epsilon above 0
     */
    public static Optimiser rmsProp(BigFraction rho, BigFraction epsilon) {
        return (draft, parameter, shape, gradient) -> {
            Draft.Line squares = remembered(draft, "squares of ", parameter, shape, Updates.runningMean(rho),
                    squared(draft, shape, gradient));
            return stepped(draft, parameter, shape, quotient(draft, parameter, gradient, squares, epsilon));
        };
    }

    /**
     * {@code m <- b1 m + (1 - b1) g}, {@code s <- b2 s + (1 - b2) g^2}, and in step t, from 1, with {@code m' = m / (1 - b1^t)}
     * and {@code s' = s / (1 - b2^t)}, {@code p <- p - rate m' / (sqrt(s') + epsilon)}. A root that is not rational is refused.
     *
     * @param beta1 from 0 to below 1, as beta2
     * @param epsilon above 0
     */
    public static Optimiser adam(BigFraction beta1, BigFraction beta2, BigFraction epsilon) {
        return (draft, parameter, shape, gradient) -> {
            Draft.Line mean = unbiased(draft, "beta1", beta1,
                    remembered(draft, "mean of ", parameter, shape, Updates.runningMean(beta1), gradient));
            Draft.Line squares = unbiased(draft, "beta2", beta2, remembered(draft, "squares of ", parameter, shape,
                    Updates.runningMean(beta2), squared(draft, shape, gradient)));
            return stepped(draft, parameter, shape, quotient(draft, parameter, mean, squares, epsilon));
        };
    }

    private static Draft.Line stepped(Draft draft, Draft.Line parameter, Shape shape, Draft.Line move) {
        return draft.update("next " + parameter.name(), Arithmetic.of(shape).descent(), parameter, move, draft.rate("rate"));
    }

    /** {@code x + z y}; the operation of numbers has the sum last. */
    static Draft.Line advanced(Draft draft, String name, Shape shape, Draft.Line x, Draft.Line y, Draft.Line z) {
        return shape.axes() == 0 ? draft.update(name, NumberOperations.velocityUpdate(), y, x, z)
                : draft.update(name, Updates.advance(), x, y, z);
    }

    private static Draft.Line velocity(Draft draft, Draft.Line parameter, Shape shape, Draft.Line gradient) {
        Draft.Line velocity = memory(draft, "velocity of ", parameter, shape);
        Draft.Line next = advanced(draft, "next " + velocity.name(), shape, gradient, velocity, draft.rate("momentum"));
        draft.next(velocity, next);
        return next;
    }

    /** A memory, from zero on, in the next step: an operation of what it was and what is new. */
    private static Draft.Line remembered(Draft draft, String what, Draft.Line parameter, Shape shape, Operation operation,
                                         Draft.Line update) {
        Draft.Line memory = memory(draft, what, parameter, shape);
        Draft.Line next = draft.update("next " + memory.name(), operation, memory, update);
        draft.next(memory, next);
        return next;
    }

    private static Draft.Line memory(Draft draft, String what, Draft.Line parameter, Shape shape) {
        return draft.memory(what + parameter.name(), parameter.zeros(shape));
    }

    private static Draft.Line squared(Draft draft, Shape shape, Draft.Line gradient) {
        return draft.update("square of " + gradient.name(), Arithmetic.of(shape).product().operation(), gradient, gradient);
    }

    private static Draft.Line quotient(Draft draft, Draft.Line parameter, Draft.Line x, Draft.Line squares, BigFraction epsilon) {
        return draft.update("move of " + parameter.name(), Updates.rootQuotient(epsilon), x, squares);
    }

    /** The power of the share is one state for all parameters: in step t it is multiplied up to the t-th. */
    private static Draft.Line unbiased(Draft draft, String share, BigFraction value, Draft.Line mean) {
        Draft.Line power = draft.once("next power of " + share, name -> {
            Draft.Line before = draft.memory("power of " + share, BigFraction.ONE);
            Draft.Line next = draft.update(name, Arithmetic.NUMBERS.multiple(value).operation(), before);
            draft.next(before, next);
            return next;
        });
        return draft.update(mean.name() + " without bias", Updates.unbiased(), mean, power);
    }
}
