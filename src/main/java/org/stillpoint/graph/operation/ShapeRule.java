package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.tensor.Shape;

/** Which shape the result of an operation has. */
@FunctionalInterface
public interface ShapeRule {

    /**
     * The shape of the result; that of a number has no axes.
     *
     * @param operands as many as the operation has
     * @throws IllegalArgumentException in one line, if the operation does not take operands of these shapes
     */
    Shape of(List<Shape> operands);
}
