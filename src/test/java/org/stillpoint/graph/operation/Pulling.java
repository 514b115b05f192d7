package org.stillpoint.graph.operation;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Tensor;

/**
 * A pull beside the derivative that the definition of its forward operation has on dual numbers: for an error g of the result
 * and a direction b of the operand, {@code <g, D f(b)> = <pull(g), b>}.
 */
final class Pulling {

    private Pulling() {
    }

    /** What is wrong with a pull, in one draw; empty if nothing is. */
    static Optional<String> disagreement(ForwardCase forward, int operand, Pull pull, Random random) {
        List<Tensor> operands = forward.operands().apply(random);
        Tensor direction = Draws.tensor(random, operands.get(operand).shape());
        Tensor change = forward.definition(operands, operand, direction).slopes();
        Tensor g = Draws.tensor(random, change.shape());
        Tensor error = error(pull, g, operands);
        if (!error.shape().equals(direction.shape())) {
            return Optional.of("an error of the shape " + error.shape() + " of " + operands);
        }
        BigFraction by = error.innerProduct(direction);
        BigFraction expected = g.innerProduct(change);
        return by.equals(expected) ? Optional.empty()
                : Optional.of(by + " and not " + expected + " of " + operands + " with g " + g + " along " + direction);
    }

    /** The error of an operand. */
    static Tensor error(Pull pull, Tensor g, List<Tensor> operands) {
        Object x = operands.get(0).value();
        Object y = ForwardCase.last(operands).value();
        Operation error = pull.error();
        return Tensor.ofValue(pull.slope().map(slope -> slope.apply(x, y, y))
                .map(s -> error.apply(g.value(), s, s)).orElseGet(() -> error.apply(g.value(), x, y)));
    }
}
