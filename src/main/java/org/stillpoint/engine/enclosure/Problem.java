package org.stillpoint.engine.enclosure;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.reference.KernelArrays;
import org.stillpoint.optimiser.Coordinatewise;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Optimiser;

/**
 * What is trained, on what, and how, with all numbers exact.
 *
 * @param velocity before the first step, in the shape of the start; zero if it is empty
 * @param descent the rate, the momentum and the decay of gradient descent
 * @param optimiser moves the parameters instead, if there is one
 */
public record Problem(Network start, Optional<Network> velocity, DataSet data, Settings settings, GradientDescent descent,
                      Optional<Coordinatewise> optimiser, Masks masks) {

    /**
     * @param optimiser empty for the gradient descent of the settings
     * @throws DomainException if the data does not fit the network, a smooth loss is not made for them, or the optimiser's
     *     formulas are not known
     */
    public static Problem of(Network start, Optional<Network> velocity, DataSet data, Settings settings,
                             Optional<Optimiser> optimiser, Masks masks) {
        KernelArrays.requireFit(start, data);
        if (!settings.loss().isRational()) {
            settings.loss().requireTargets(start, data);
        }
        GradientDescent descent = optimiser.isPresent() && optimiser.get() instanceof GradientDescent given ? given
                : new GradientDescent(settings.learningRate(), settings.momentum(), settings.weightDecay());
        return new Problem(start, velocity, data, settings, descent,
                optimiser.filter(rule -> !(rule instanceof GradientDescent)).map(Problem::coordinatewise), masks);
    }

    private static Coordinatewise coordinatewise(Optimiser optimiser) {
        if (optimiser instanceof Coordinatewise rule) {
            return rule;
        }
        throw new DomainException("an optimiser whose formulas are not known, expected one that moves each parameter on its own");
    }

    public int layers() {
        return start.layers().size();
    }

    public int units(int layer) {
        return start.layers().get(layer).units();
    }

    public Activation activation(int layer) {
        return start.layers().get(layer).activation();
    }

    public Loss loss() {
        return settings.loss();
    }

    public int samples() {
        return data.size();
    }

    /** The first sample of the batch of a step, which is counted from 0. */
    public int first(int step) {
        return step % settings.batches(samples()) * settings.batchSize();
    }

    /** The first sample behind the batch of a step. */
    public int end(int step) {
        return (int) Math.min((long) first(step) + settings.batchSize(), samples());
    }

    /** How many numbers are remembered of each parameter. */
    public int memories() {
        return optimiser.isPresent() ? optimiser.get().memories() : remembersVelocity() ? 1 : 0;
    }

    /** Without momentum the next step does not ask what the velocity was. */
    public boolean remembersVelocity() {
        return optimiser.isEmpty() && descent.momentum().signum() != 0;
    }

    public BigFraction share(int step) {
        return new BigFraction(1, end(step) - first(step));
    }
}
