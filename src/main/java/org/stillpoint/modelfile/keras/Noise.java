package org.stillpoint.modelfile.keras;

import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Value;

/**
 * Layers that change values by chance while the model is trained. Each is an operation with something that is fed anew in every
 * step, and of which nothing is supposed: zeros times it stay zero, but units that were equal do not stay equal. When the model
 * is used, factors are 1 and terms are 0.
 */
final class Noise {

    private Noise() {
    }

    static Flow factor(Step step) throws NotUnderstood {
        boolean isNone = step.settings().number("rate").filter(rate -> rate.signum() == 0).isPresent();
        return isNone ? step.input() : factor(step, step.input());
    }

    private static Flow factor(Step step, Flow in) {
        Value value = in.value();
        return step.add(new Layer.Product(step.name(), value, fed(step, value, " (mask)"), step.like(value)), in.sizes());
    }

    static Flow term(Step step) throws NotUnderstood {
        return term(step, step.input());
    }

    private static Flow term(Step step, Flow in) {
        Value value = in.value();
        return step.add(new Layer.Sum(step.name(), value, fed(step, value, " (noise)"), step.like(value)), in.sizes());
    }

    /** What is dropped becomes another number than 0. */
    static Flow factorAndTerm(Step step) throws NotUnderstood {
        return term(step, factor(step));
    }

    private static Value fed(Step step, Value value, String what) {
        return step.builder().input(step.name() + what, value.channels(), value.axis());
    }
}
