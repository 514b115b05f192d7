package org.stillpoint.training;

import java.util.Optional;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
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
            throw new DomainException("a velocity for an optimiser without one, expected the descent of the settings or Nesterov's momentum");
        }
    }

    /** A training on the kernel that has taken no step yet. */
    KernelCourse onKernel(Network start, DataSet data, Settings settings) {
        return optimiser.isPresent()
                ? new OptimiserCourse(start, velocity, data, settings, settings.loss(), optimiser.get())
                : new Descent(start, velocity, data, settings, settings.loss());
    }
}
