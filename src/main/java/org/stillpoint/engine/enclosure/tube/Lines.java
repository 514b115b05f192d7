package org.stillpoint.engine.enclosure.tube;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.RationalActivation;

/**
 * An activation that is made of lines. On the tube's side it is one of them, and it is taken to be that line everywhere. At a
 * kink, where the whole tube has the same pre-activation, it is flat but for the derivative that it is said to have there.
 */
final class Lines implements Curve {

    private static final int MOST = 2;
    private static final int SIDES = 2 * MOST + 1;

    private final Intervals slopes = new Intervals(SIDES);
    private final Intervals shifts = new Intervals(SIDES);
    private final boolean[] kinks = new boolean[SIDES];

    Lines(RationalActivation activation, KinkDerivatives derivatives) {
        for (int side = -MOST; side <= MOST; side++) {
            BigFraction point = new BigFraction(side);
            BigFraction slope = derivatives.function(activation).derivative(point, derivatives.kappa());
            BigFraction value = activation.kernel().value(point);
            kinks[side + MOST] = activation.hasKinkAt(point);
            slopes.set(side + MOST, slope);
            shifts.set(side + MOST, kinks[side + MOST] ? value : value.subtract(slope.multiply(point)));
        }
    }

    @Override
    public void apply(Intervals z, int i, int side, Intervals value, Intervals slope, Intervals curvature) {
        int at = side + MOST;
        slope.set(i, slopes, at);
        curvature.set(i, 0, 0);
        value.set(i, shifts, at);
        if (!kinks[at]) {
            value.addProduct(i, slopes, at, z, i);
        }
    }
}
