package org.stillpoint.graph.training;

import java.util.List;
import org.stillpoint.tensor.Shape;

/** An optimiser that is given each gradient changed. */
record ChangedGradients(Optimiser inner, Change change) implements Optimiser {

    /** What is done to the gradient of a parameter. */
    interface Change {
        Draft.Line of(Draft draft, Draft.Line parameter, Shape shape, Draft.Line gradient);
    }

    @Override
    public Draft.Line update(Draft draft, Draft.Line parameter, Shape shape, Draft.Line gradient) {
        return inner.update(draft, parameter, shape, change.of(draft, parameter, shape, gradient));
    }

    @Override
    public List<Gradient> prepared(Draft draft, List<Gradient> gradients) {
        return inner.prepared(draft, gradients);
    }
}
