package org.stillpoint.graph.operation;

import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Operation;

/**
 * A forward operation with all that a graph needs to know of it. Two of equal parts are equal.
 *
 * @param operands how many there are, 1 or 2
 * @param shape of the result
 * @param pulls one for each operand; empty where no error goes, as to indices, masks and targets
 */
public record Differentiable(Operation operation, int operands, ShapeRule shape, List<Optional<Pull>> pulls) {

    public Differentiable {
        pulls = List.copyOf(pulls);
        if (operands < 1 || operands > 2 || pulls.size() != operands) {
            throw new DomainException(operands + " operands and " + pulls.size()
                    + " pulls, expected one or two operands with a pull, or none, for each");
        }
    }

    /** An operation that has its own rule of shapes. */
    @SafeVarargs
    static <T extends Operation & ShapeRule> Differentiable of(T operation, Optional<Pull>... pulls) {
        return new Differentiable(operation, pulls.length, operation, List.of(pulls));
    }

    static <T extends Operation & ShapeRule> Differentiable unary(T operation, Pull pull) {
        return of(operation, Optional.of(pull));
    }

    static <T extends Operation & ShapeRule> Differentiable binary(T operation, Pull first, Pull second) {
        return of(operation, Optional.of(first), Optional.of(second));
    }
}
