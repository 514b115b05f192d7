package org.stillpoint.arbitraries;

import java.util.Arrays;

/**
 * How long a number can be: at most {@code 2^magnitude} in absolute value, over a denominator that divides a product of powers of
 * the {@link Bases}. Sums take the larger power of each base, as fractions with related denominators do, and products add them.
 */
final class Size {

    /** That of a number that is certainly 0, and so takes no part in any product or sum. */
    static final Size ZERO = new Size(new long[0], 0);

    /** That of 1 and -1. */
    static final Size ONE = new Size(new long[0], 0);

    private final long[] powers;
    private final int magnitude;

    /** @param powers of each base in turn; of those beyond its end it has power 0 */
    Size(long[] powers, int magnitude) {
        this.powers = powers;
        this.magnitude = magnitude;
    }

    boolean isZero() {
        return this == ZERO;
    }

    Size times(Size other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        long[] sum = longer(other);
        long[] added = sum.length == powers.length ? other.powers : powers;
        for (int i = 0; i < added.length; i++) {
            sum[i] += added[i];
        }
        return new Size(sum, magnitude + other.magnitude);
    }

    Size plus(Size other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        Size either = or(other);
        return new Size(either.powers, either.magnitude + 1);
    }

    /** That of a number which is of one size or of the other. */
    Size or(Size other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        long[] most = longer(other);
        long[] compared = most.length == powers.length ? other.powers : powers;
        for (int i = 0; i < compared.length; i++) {
            most[i] = Math.max(most[i], compared[i]);
        }
        return new Size(most, Math.max(magnitude, other.magnitude));
    }

    /**
     * That of the sum of as many such numbers, over the denominator that they have in common.
     *
     * @param from the first base that stands for a different denominator in each of them, and {@code to} the one behind the last
     */
    Size summed(int terms, int from, int to) {
        long[] raised = powers.clone();
        for (int i = from; i < Math.min(to, raised.length); i++) {
            raised[i] *= terms;
        }
        return isZero() ? ZERO : new Size(raised, magnitude + 32 - Integer.numberOfLeadingZeros(terms));
    }

    /** The bits of numerator and denominator, whichever is longer. */
    long bits(Bases bases) {
        long bits = magnitude + 1;
        for (int i = 0; i < powers.length; i++) {
            bits += powers[i] * bases.bits(i);
        }
        return bits;
    }

    private long[] longer(Size other) {
        return Arrays.copyOf(powers.length >= other.powers.length ? powers : other.powers,
                Math.max(powers.length, other.powers.length));
    }
}
