package org.stillpoint.graph.training;

import java.util.List;
import java.util.Map;
import org.stillpoint.graph.operation.Differentiable;

/**
 * Of a training program: what its forward part is, and where the derivatives of the loss stand.
 *
 * @param forward what is computed in the forward part, slot by slot from the first one that is computed
 * @param loss its terms on which parameters have an influence
 * @param errors for a slot of the forward part or a parameter, the slot of its error: of the derivative of the loss by it
 */
public record Differentiation(List<Differentiable> forward, List<Seed> loss, Map<Integer, Integer> errors) {

    public Differentiation {
        forward = List.copyOf(forward);
        loss = List.copyOf(loss);
        errors = Map.copyOf(errors);
    }
}
