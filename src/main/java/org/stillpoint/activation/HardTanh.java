package org.stillpoint.activation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;

/** z cut off at -1 and 1. Its derivative is 1 between them, 0 beyond, and at both a number of its own, whatever kappa is. */
public final class HardTanh implements ActivationFunction {

    private final BigFraction atKinks;

    /** The derivative at -1 and 1 is 1. */
    public HardTanh() {
        this(BigFraction.ONE);
    }

    /** @param atKinks the derivative at -1 and 1 */
    public HardTanh(BigFraction atKinks) {
        this.atKinks = atKinks;
    }

    @Override
    public BigFraction value(BigFraction z) {
        return side(z) <= 0 ? z : new BigFraction(z.signum());
    }

    @Override
    public BigFraction derivative(BigFraction z, BigFraction kappa) {
        return switch (side(z)) {
            case -1 -> BigFraction.ONE;
            case 1 -> BigFraction.ZERO;
            default -> atKinks;
        };
    }

    /** -1 between the kinks, 0 at one of them, 1 beyond. */
    private static int side(BigFraction z) {
        return Integer.signum(z.abs().compareTo(BigFraction.ONE));
    }
}
