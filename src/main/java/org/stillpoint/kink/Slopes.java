package org.stillpoint.kink;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;

/** The left and the right derivative of a function of one number at a point. */
record Slopes(BigFraction left, BigFraction right) {

    /** At a kink no convention is asked: next to it each piece of an activation is a line for at least the length 1. */
    static Slopes of(RationalActivation activation, BigFraction z) {
        BigFraction slope = activation.kernel().derivative(z, BigFraction.ZERO);
        if (slope.equals(activation.kernel().derivative(z, BigFraction.ONE)) && !activation.hasKinkAt(z)) {
            return new Slopes(slope, slope);
        }
        BigFraction value = activation.kernel().value(z);
        return new Slopes(value.subtract(activation.kernel().value(z.subtract(BigFraction.ONE))),
                activation.kernel().value(z.add(BigFraction.ONE)).subtract(value));
    }

    /** By the output. On either side of its kink, a loss that has one is a line. */
    static Slopes of(RationalLoss loss, BigFraction f, BigFraction y) {
        if (!hasKinkAt(loss, f, y)) {
            BigFraction slope = loss.at(new BigFraction[] {f}, new BigFraction[] {y})[0];
            return new Slopes(slope, slope);
        }
        BigFraction value = value(loss, f, y);
        return new Slopes(value.subtract(value(loss, f.subtract(BigFraction.ONE), y)),
                value(loss, f.add(BigFraction.ONE), y).subtract(value));
    }

    private static boolean hasKinkAt(RationalLoss loss, BigFraction f, BigFraction y) {
        return switch (loss) {
            case PERCEPTRON -> f.signum() == 0 && y.signum() != 0;
            case HINGE -> f.multiply(y).equals(BigFraction.ONE);
            case ABSOLUTE -> f.equals(y);
            case SQUARED -> false;
        };
    }

    private static BigFraction value(RationalLoss loss, BigFraction f, BigFraction y) {
        return loss.value(Vector.of(f), Vector.of(y));
    }

    /** Whether they differ. */
    boolean bent() {
        return !left.equals(right);
    }

    /** How fast the function's value starts to move if its argument does so at this rate; the rate's sign is the side. */
    BigFraction ahead(BigFraction rate) {
        return rate.multiply(rate.signum() < 0 ? left : right);
    }
}
