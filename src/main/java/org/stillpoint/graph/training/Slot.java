package org.stillpoint.graph.training;

import java.util.Optional;
import org.stillpoint.tensor.Shape;

/**
 * What is known of a slot besides its operation.
 *
 * @param name no other slot of its program has it
 * @param shape of what it holds: of every slot that is given to a step, and of every node of the forward graph
 */
public record Slot(String name, Role role, Optional<Shape> shape) {
}
