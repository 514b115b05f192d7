package org.stillpoint.graph.training;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.operation.Arithmetic;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.graph.operation.Updates;
import org.stillpoint.tensor.Shape;

/**
 * An optimiser that is given all gradients clipped by their common norm (Pascanu, Mikolov, Bengio, "On the difficulty of training
 * recurrent neural networks", 2013).
 */
record ClippedNorm(Optimiser inner, BigFraction bound) implements Optimiser {

    @Override
    public Draft.Line update(Draft draft, Draft.Line parameter, Shape shape, Draft.Line gradient) {
        return inner.update(draft, parameter, shape, gradient);
    }

    @Override
    public List<Gradient> prepared(Draft draft, List<Gradient> gradients) {
        Draft.Line norm = gradients.stream().map(gradient -> draft.update("squared norm of " + gradient.line().name(),
                        Forward.innerProduct().operation(), gradient.line(), gradient.line()))
                .reduce((sum, square) -> draft.update("squared norm", Arithmetic.NUMBERS.sum().operation(), sum, square))
                .orElseThrow();
        return inner.prepared(draft, gradients.stream().map(gradient -> new Gradient(
                draft.update(gradient.line().name() + ", clipped", Updates.normClip(bound), gradient.line(), norm),
                gradient.shape())).toList());
    }
}
