package org.stillpoint.engine.fast;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/**
 * Momentum and decay. Velocities are kept times the learning rate, so that a step takes them from the parameters as they are;
 * with a learning rate of 0 they are kept themselves, and nothing moves.
 *
 * @param momentum what a velocity is multiplied by
 * @param decay what a weight adds of itself to its velocity, times what velocities are kept times
 * @param remembers whether the momentum is not 0
 * @param decays whether the decay is not 0
 * @param moves whether the learning rate is not 0
 */
record UpdateRule(Scalar momentum, Scalar decay, boolean remembers, boolean decays, boolean moves) {

    static UpdateRule of(Settings settings, CoprimeBase base) {
        BigFraction decay = decay(settings);
        return new UpdateRule(Scalar.of(base, settings.momentum()), Scalar.of(base, decay),
                settings.momentum().signum() != 0, decay.signum() != 0, settings.learningRate().signum() != 0);
    }

    /** What velocities are kept times. */
    static BigFraction velocityScale(Settings settings) {
        return settings.learningRate().signum() == 0 ? BigFraction.ONE : settings.learningRate();
    }

    static BigFraction decay(Settings settings) {
        return settings.weightDecay().signum() == 0 ? BigFraction.ZERO
                : settings.weightDecay().multiply(velocityScale(settings));
    }

    /** Whether a unit moves even where its gradient is 0. */
    boolean isRestless() {
        return remembers || decays;
    }
}
