package org.stillpoint.training;

import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.fast.FastEngine;
import org.stillpoint.engine.fast.Shortcuts;
import org.stillpoint.engine.reference.KernelArrays;

/** What does the arithmetic of a training; the results are the same. */
public enum Engine {

    /** The kernel on fractions, as it is proved. */
    REFERENCE,

    /** Integers over common denominators; networks that it does not support fall back to the reference. */
    FAST;

    /** This engine, or the reference if this one does not support the activations of the network. */
    public Engine usedFor(Network network) {
        return this == FAST && FastEngine.supports(network) ? FAST : REFERENCE;
    }

    /** As {@link #usedFor(Network)}, and the reference for every rule but the gradient descent of the settings. */
    public Engine usedFor(Network network, UpdateRule rule) {
        return rule.optimiser().isPresent() ? REFERENCE : usedFor(network);
    }

    /** A training that has taken no step yet. */
    Course start(Network start, DataSet data, Settings settings, UpdateRule rule) {
        if (usedFor(start, rule) == REFERENCE) {
            return rule.onKernel(start, data, settings);
        }
        KernelArrays.requireFit(start, data);
        rule.velocity().ifPresent(velocity -> ParameterSpace.requireOneShape(start, velocity));
        return rule.velocity().isPresent()
                ? FastEngine.start(start, rule.velocity().get(), data, settings)
                : FastEngine.start(start, data, settings, Shortcuts.ALL);
    }
}
