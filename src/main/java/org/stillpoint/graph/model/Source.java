package org.stillpoint.graph.model;

import java.util.List;
import org.stillpoint.graph.operation.Differentiable;

/** Where the value of a node comes from. */
public sealed interface Source {

    /** Trained from this start, a number or a tensor. */
    record Parameter(Object start) implements Source {
    }

    /** The same in every step: this number or tensor. */
    record Constant(Object value) implements Source {
    }

    /** Fed in each step. */
    record Input() implements Source {
    }

    /** Computed from earlier nodes. */
    record Result(Differentiable operation, List<Node> operands) implements Source {

        public Result {
            operands = List.copyOf(operands);
        }
    }
}
