package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/**
 * x from zero on, and a line of a slope of its own below: leaky ReLU (Maas, Hannun, Ng, "Rectifier Nonlinearities Improve
 * Neural Network Acoustic Models", 2013). It is zero if x is, whatever the slope. Its pull: the error times {@link
 * KinkedSlope}(slope, kappa).
 */
public final /*@ nullable_by_default @*/ class LeakyRectifier implements Operation {

    public final BigFraction slope;

    /*@ public normal_behavior
      @ requires slope != null;
      @ ensures this.slope == slope;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ LeakyRectifier(BigFraction slope) {
        if (slope == null) {
            throw new IllegalArgumentException("a leaky rectifier has no slope, expected a number");
        }
        this.slope = slope;
    }

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction number = Operand.number(x);
        if (number.signum() < 0) {
            return slope.multiply(number);
        }
        return number;
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
