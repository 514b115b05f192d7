package org.stillpoint.engine.fast;

import java.math.BigInteger;

/**
 * An integer to multiply with.
 *
 * @param signum 1, 0 or -1
 * @param zeros how many limbs of its absolute value are 0 below the first that is not
 * @param limbs the others, 64 bits each, the lowest first
 */
record Multiplier(int signum, int zeros, long[] limbs) {

    static Multiplier of(BigInteger value) {
        if (value.signum() == 0) {
            return new Multiplier(0, 0, new long[0]);
        }
        int zeros = value.getLowestSetBit() / Long.SIZE;
        BigInteger rest = value.abs().shiftRight(Long.SIZE * zeros);
        long[] limbs = new long[(rest.bitLength() + Long.SIZE - 1) / Long.SIZE];
        for (int d = 0; d < limbs.length; d++) {
            limbs[d] = rest.shiftRight(Long.SIZE * d).longValue();
        }
        return new Multiplier(value.signum(), zeros, limbs);
    }
}
