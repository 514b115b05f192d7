package org.stillpoint.training;

import java.util.Optional;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.reference.KernelCourse;
import org.stillpoint.engine.reference.ReferenceEngine;
import org.stillpoint.optimiser.Nesterov;
import org.stillpoint.optimiser.Optimiser;

/**
 * How a training moves the parameters, and from which velocity.
 *
 * @param optimiser with constants of its own; empty for gradient descent with the rate, momentum and decay of the settings
 * @param velocity before the first step, in the shape of the network that training starts at; zero if it is empty
 */
public record UpdateRule(Optional<Optimiser> optimiser, Optional<Network> velocity) {

    /** The gradient descent of the settings, at rest before the first step. */
    public static final UpdateRule DESCENT = new UpdateRule(Optional.empty(), Optional.empty());

    /** @throws DomainException if there is a velocity and the optimiser remembers none */
    public UpdateRule {
        if (velocity.isPresent() && optimiser.isPresent() && !(optimiser.get() instanceof Nesterov)) {
            throw new DomainException("a velocity for an optimiser without one, expected the descent of the settings or "
                    + "Nesterov's momentum");
        }
    }

    /**
     * A training on the kernel that has taken no step yet.
     *
     * @throws DomainException if the velocity is not in the shape of the network, the data does not fit it, or an activation or
     *     the loss is not rational
     */
    KernelCourse onKernel(Network start, DataSet data, Settings settings) {
        velocity.ifPresent(v -> ParameterSpace.requireOneShape(start, v));
        return optimiser.isPresent()
                ? ReferenceEngine.optimisation(start, velocity, data, settings, optimiser.get())
                : ReferenceEngine.descent(start, velocity, data, settings, settings.loss().rational());
    }
}
