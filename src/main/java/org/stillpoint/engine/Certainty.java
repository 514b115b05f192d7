package org.stillpoint.engine;

import org.stillpoint.domain.DomainException;

/**
 * How well the numbers of a result are known.
 *
 * @param digits significant digits that are proved of each number
 * @param maxPrecision the most bits behind the point that are calculated with
 */
public record Certainty(int digits, int maxPrecision) {

    public static final int MAX_DIGITS = 1000;
    public static final int MAX_PRECISION = 1 << 16;

    /** The least precision that anything is calculated with. */
    public static final int MIN_PRECISION = 64;

    /** 20 digits, and at most 16 384 bits. */
    public static final Certainty DEFAULT = new Certainty(20, 16_384);

    /** @throws DomainException if a number is out of range, or the precision does not even hold the digits */
    public Certainty {
        requireFrom(digits + " digits", digits, 1, MAX_DIGITS);
        requireFrom("a precision of " + maxPrecision + " bits", maxPrecision, MIN_PRECISION, MAX_PRECISION);
        if (bits(digits) > maxPrecision) {
            throw new DomainException("a precision of at most " + maxPrecision + " bits for " + digits
                    + " digits, expected at least " + bits(digits));
        }
    }

    private static void requireFrom(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new DomainException(what + ", expected from " + least + " to " + most);
        }
    }

    /** As many bits hold the digits. */
    public int bits() {
        return bits(digits);
    }

    private static int bits(int digits) {
        return digits * 10 / 3 + 2;
    }
}
