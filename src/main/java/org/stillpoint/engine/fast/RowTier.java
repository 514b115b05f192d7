package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** The numerators of a row in integers of some size: incoming weights, bias if there is one, outgoing weights. */
interface RowTier {

    /** At least the bits of every entry, the sign included. */
    int bits();

    /** Whether the entries still fit when each has gained so many bits. */
    boolean fits(int growth);

    /** The step of {@link IntegerRow#update}. */
    void update(long[] c, int growth, long scale, long biasScale);

    /** The sign of the sum of incoming entry k times x_k. */
    int preactivationSign(int[] x);

    /** The limbs of 32 bits below those of {@link #top} and {@link #next}; -1 if top is all there is. */
    int lower();

    /** The two top limbs of entry k. */
    long top(int k);

    /** The limb below them, without a sign. */
    long next(int k);

    BigInteger numerator(int k);

    /** Entry k over a product of powers of the base. */
    BigFraction fraction(int k, LowestTerms lowest, int[] denominator);
}
