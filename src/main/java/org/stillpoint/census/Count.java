package org.stillpoint.census;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the cases of a scope come out.
 *
 * @param outcomes how many there are of each: 0 to 7 where the loss is differentiable, a sum of 1 if backpropagation with kappa 0
 *     does not give the derivative, 2 if that with 1/2 does not, and 4 if that with 1 does not; 8 where it is not differentiable
 * @param hash the SHA-256 of the outcomes in the order of the cases, one byte each
 */
public record Count(Scope scope, List<Long> outcomes, String hash) {

    /** The outcome where the loss has no derivative. */
    static final int NOT_DIFFERENTIABLE = 8;

    public Count {
        outcomes = List.copyOf(outcomes);
    }

    /** The cases where the loss has no derivative. */
    public long notDifferentiable() {
        return outcomes.get(NOT_DIFFERENTIABLE);
    }

    /** Where backpropagation with kappa does not give the derivative that there is; kappa is a number of halves: 0, 1 or 2. */
    public long wrong(int halves) {
        return IntStream.range(0, NOT_DIFFERENTIABLE).filter(outcome -> (outcome >> halves & 1) == 1)
                .mapToLong(outcomes::get).sum();
    }

    /** Where it does so with none of the three. */
    public long wrongWithAll() {
        return outcomes.get(NOT_DIFFERENTIABLE - 1);
    }
}
