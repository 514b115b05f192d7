package org.stillpoint.lint.survey;

import java.security.SecureRandom;

/**
 * What entries are multiplied with in digests: a digest is the sum over the entries of their words times the key of their place,
 * which is the product of a key for each axis, modulo 2^64, in two lanes. It only tells what may be equal.
 */
@FunctionalInterface
interface Keys {

    int LANES = 2;

    /** Drawn once for each run, so that nobody can write a file whose digests agree; no answer hangs on them. */
    Keys RANDOM = of(new SecureRandom().nextLong());

    /**
     * The key of an index along an axis.
     *
     * @param lane 0 or 1
     */
    long key(int lane, int axis, long index);

    static Keys of(long seed) {
        return (lane, axis, index) -> mixed(mixed(seed + 2L * axis + lane) + index * 0x9E3779B97F4A7C15L) | 1;
    }

    /**
     * A code as the number that digests add up: one for each, 0 for 0. Codes of short formats end in zeros, these do not.
     */
    static long word(long code) {
        return code ^ code >>> 32;
    }

    /** All bits of the result hang on all of the argument. */
    private static long mixed(long bits) {
        long once = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ once >>> 27) * 0x94D049BB133111EBL;
        return twice ^ twice >>> 31;
    }
}
