package org.stillpoint.graph.operation;

import java.util.Optional;
import org.stillpoint.kernel.graph.Operation;

/**
 * How the error of a result, g, the derivative of the loss by that result, becomes a part of the error of an operand. Of a
 * forward operation of x and y (y is x again if there is one operand only) it is {@code error(g, x, y)}. Where there is a
 * slope, that is a slot of its own, {@code s = slope(x, y, y)}, and the part is {@code error(g, s, s)}: whether a unit is dead
 * is seen in a slot that hangs on forward values only.
 */
public record Pull(Optional<Operation> slope, Operation error) {

    static Pull of(Operation error) {
        return new Pull(Optional.empty(), error);
    }

    static Pull through(Operation slope, Operation error) {
        return new Pull(Optional.of(slope), error);
    }
}
