package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** The numerators of a row in integers of some size: its parameters, and behind them their velocities if they have any. */
interface Numerators {

    /** Which steps they take. */
    enum Kind {
        /** Linear ones with coefficients that {@link SmallCoefficients} has. */
        SMALL,
        /** Linear ones with longer coefficients. */
        WIDE,
        /** Any. */
        BIG
    }

    /** At least the bits of every numerator, the sign included. */
    int bits();

    /** Writes the integer parts of the first numerators over 2^shift, which leaves at most 64 bits, the sign included. */
    void leading(int shift, long[] parts);

    BigInteger get(int k);

    /** Numerator k over a product of powers of the base, in lowest terms. */
    BigFraction fraction(int k, LowestTerms lowest, int[] denominator);
}
