package org.stillpoint.graph.operation;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Tensor;

/**
 * An operation to be tested.
 *
 * @param operands three that it takes, by chance; those that it does not look at are of any shape
 */
record OperationCase(Operation operation, Function<Random, List<Tensor>> operands) {

    /** A smooth activation, or its slope, which takes so few entries that more holds of it than it says. */
    boolean takesLittle() {
        return operation instanceof Activated activated && !activated.activation().isRational()
                || operation instanceof ActivationSlope slope && !slope.activation().isRational();
    }

    @Override
    public String toString() {
        return operation.toString();
    }
}
