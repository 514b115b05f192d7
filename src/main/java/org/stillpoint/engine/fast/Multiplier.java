package org.stillpoint.engine.fast;

import java.math.BigInteger;

/**
 * An integer to multiply with.
 *
 * @param zeros how many limbs of its absolute value are 0 below the first that is not
 * @param limbs the others, the lowest first, each with the sign of the integer
 */
record Multiplier(int zeros, long[] limbs) {

    /** Of a limb, without its sign. */
    static final int BITS = 60;

    static final long MASK = (1L << BITS) - 1;

    static Multiplier of(BigInteger value) {
        if (value.signum() == 0) {
            return new Multiplier(0, new long[0]);
        }
        int zeros = value.getLowestSetBit() / BITS;
        BigInteger rest = value.abs().shiftRight(BITS * zeros);
        long[] limbs = new long[(rest.bitLength() + BITS - 1) / BITS];
        for (int d = 0; d < limbs.length; d++) {
            limbs[d] = value.signum() * (rest.shiftRight(BITS * d).longValue() & MASK);
        }
        return new Multiplier(zeros, limbs);
    }
}
