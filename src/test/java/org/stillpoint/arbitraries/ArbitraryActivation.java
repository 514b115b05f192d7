package org.stillpoint.arbitraries;

import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;

/** An activation of which nothing is known: value and derivative are rationals scattered by a seed. */
record ArbitraryActivation(long seed) implements ActivationFunction {

    @Override
    public BigFraction value(BigFraction z) {
        return scattered(seed + z.hashCode());
    }

    @Override
    public BigFraction derivative(BigFraction z, BigFraction kappa) {
        return scattered(seed + 31L * z.hashCode() + kappa.hashCode() + 1);
    }

    private static BigFraction scattered(long seed) {
        Random random = new Random(seed);
        return new BigFraction(random.nextInt(13) - 6, random.nextInt(4) + 1);
    }
}
