package org.stillpoint.enclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The exponential function. Its argument, at most zero, loses a multiple of ln 2 and then 8 bits a table of powers of e; a Taylor
 * sum takes what is left.
 */
final class Exponential {

    /** Above it the exponential is refused. */
    static final int LARGEST_ARGUMENT = 2048;

    /** Bits beyond those of the precision; the errors below stay under half of what they give. */
    private static final int GUARD = 32;
    private static final int BITS_A_TABLE = 8;
    private static final int ENTRIES = 1 << BITS_A_TABLE;
    private static final int BITS_FOR_ONE_MORE_TABLE = 512;
    private static final int MOST_TABLES = 16;

    /** Of a number below {@code 2^18} so many bits behind the point say how many times ln 2 fits in. */
    private static final int FRACTION_BITS = 20;

    /** {@code 2^20 / ln 2}, rounded down. */
    private static final long LOGARITHMS_OF_TWO = 1_512_775;

    private final Precision precision;
    private final int bits;
    private final int longer;
    private final int tables;
    private volatile Tables kept;

    Exponential(Precision precision) {
        this.precision = precision;
        this.bits = precision.bits();
        this.longer = bits + GUARD;
        this.tables = Math.min(MOST_TABLES, 2 + bits / BITS_FOR_ONE_MORE_TABLE);
    }

    /**
     * {@code e^-x} for an exact number from 0, at most 2 units away. In units of {@code 2^-(p + 32)}, with p at most {@code 2^17}
     * bits: ln 2 is 2 off and is taken fewer than {@code 2^18} times; an entry of the tables is below {@code 2^23.1} off (there),
     * and the at most 16 of them are multiplied, each at most 1, with one rounding each; the Taylor sum is below {@code 2^16} off
     * (there). Together that is below {@code 2^28}, so less than 1/16 of the last unit, and rounding down adds at most 1.
     */
    Ball ofMinus(BigInteger x) {
        if (x.signum() == 0) {
            return precision.one();
        }
        if (x.bitLength() > bits + FRACTION_BITS || x.shiftRight(bits).intValue() >= bits) {
            return new Ball(BigInteger.ZERO, 1);
        }
        Tables table = tables();
        BigInteger argument = x.shiftLeft(GUARD);
        int halvings = timesLogarithmOfTwo(argument);
        BigInteger rest = halvings == 0 ? argument
                : argument.subtract(table.logarithmOfTwo.multiply(BigInteger.valueOf(halvings)));
        int tableBits = tables * BITS_A_TABLE;
        BigInteger head = rest.shiftRight(longer - tableBits);
        BigInteger tail = rest.subtract(head.shiftLeft(longer - tableBits));
        BigInteger value = table.taylor(tail);
        for (int t = tables - 1; t >= 0; t--) {
            int entry = head.intValue() & ENTRIES - 1;
            head = head.shiftRight(BITS_A_TABLE);
            if (entry != 0) {
                value = value.multiply(table.powers[t][entry]).shiftRight(longer);
            }
        }
        return new Ball(value.shiftRight(GUARD + halvings), 2);
    }

    /**
     * How many times ln 2 fits into a number, or one time less; what is left is from 0 to below 1. The number, below
     * {@code 2^17}, is rounded down at 20 bits, which makes the quotient at most 1/5 too small with the factor's error; it is too
     * small by a share of at least {@code 10^-7}, more than the error of ln 2 in the tables, so that what is left is not
     * negative.
     */
    private int timesLogarithmOfTwo(BigInteger argument) {
        long rounded = argument.shiftRight(longer - FRACTION_BITS).longValue();
        return (int) (rounded * LOGARITHMS_OF_TWO >> 2 * FRACTION_BITS);
    }

    private Tables tables() {
        Tables made = kept;
        if (made == null) {
            made = new Tables(longer, tables);
            kept = made;
        }
        return made;
    }

    /** For radius r of the argument, {@code |e^X - e^x| <= e^x (e^r - 1) <= e^x (r + r^2)} if r is at most 1. */
    Ball exp(Ball x) {
        if (x.isZero()) {
            return precision.one();
        }
        Ball middle = ofExact(x.mid());
        if (x.isExact()) {
            return middle;
        }
        if (Radius.bits(x.radius()) > bits) {
            return wide(x);
        }
        return middle.widened(reach(middle, x.radius()));
    }

    private long reach(Ball middle, long r) {
        return Radius.multiply(middle.magnitude(), Radius.add(r, Radius.multiply(r, r, bits)), bits);
    }

    /** From 0, or a little below, to the largest value or a little above. */
    private Ball wide(Ball x) {
        Ball largest = ofExact(x.mid().add(Radius.toInteger(x.radius())));
        BigInteger half = largest.mid().add(Radius.toInteger(largest.radius())).shiftRight(1).add(BigInteger.ONE);
        return new Ball(half, Radius.of(half));
    }

    /**
     * A positive argument takes more bits: {@code e^x = 2^n e^-(n ln 2 - x)}, with n at least {@code x / ln 2}, as 3/2 times the
     * whole part of x and 2 more is. What is 4 units off in the longer precision, of at least n + 16 bits more, is below one unit
     * of this one.
     */
    private Ball ofExact(BigInteger x) {
        if (x.signum() <= 0) {
            return ofMinus(x.negate());
        }
        if (x.bitLength() > bits + Integer.SIZE || x.shiftRight(bits).longValue() > LARGEST_ARGUMENT) {
            throw new TooLargeException("the exponential of a number above " + LARGEST_ARGUMENT);
        }
        int doublings = x.shiftRight(bits).intValue() * 3 / 2 + 2;
        Precision more = Precision.of((bits + doublings + 16 + 31) / 32 * 32);
        Ball small = more.exponential().ofMinusLessThan(doublings, x.shiftLeft(more.bits() - bits));
        return precision.from(more, more.timesPowerOfTwo(small, doublings));
    }

    /**
     * {@code e^-(n ln 2 - x)} for a number x up to {@code n ln 2}, at most 4 units away: with n at most {@code 2^12}, ln 2 from
     * the tables is off by too little to count, rounding down makes the argument less than 2 units too small, and its exponential
     * is 2 more off.
     */
    private Ball ofMinusLessThan(int n, BigInteger x) {
        BigInteger whole = tables().logarithmOfTwo.multiply(BigInteger.valueOf(n)).shiftRight(GUARD);
        return ofMinus(whole.subtract(x).max(BigInteger.ZERO)).widened(2);
    }

    /**
     * The slope is {@code min(1, e^z)} everywhere, from 0 to 1, and changes no faster than z does nor than {@code e^z}, and
     * neither does the value, so that neither needs to know on which side of zero its argument is.
     */
    Slope elu(Ball z) {
        if (z.mid().signum() >= 0) {
            return new Slope(z, z.sign() == Sign.UNKNOWN ? precision.one().widened(z.radius()) : precision.one());
        }
        Ball power = ofMinus(z.mid().negate());
        long reach = Radius.bits(z.radius()) > bits ? z.radius() : reach(power, z.radius());
        return new Slope(precision.subtract(power, precision.one()).widened(reach), power.widened(reach));
    }

    /** What depends on the precision only. */
    private static final class Tables {

        private final int bits;
        private final int shift;
        private final BigInteger logarithmOfTwo;
        private final BigInteger[][] powers;
        private final BigInteger[] coefficients;

        Tables(int bits, int tables) {
            this.bits = bits;
            this.shift = tables * BITS_A_TABLE;
            this.logarithmOfTwo = Constants.logarithmOfTwo(bits);
            this.powers = new BigInteger[tables][];
            for (int t = 0; t < tables; t++) {
                powers[t] = powers((t + 1) * BITS_A_TABLE, bits);
            }
            this.coefficients = coefficients(bits, shift);
        }

        /**
         * {@code e^(-i 2^-k)} for i below 256, each from the one before it: i times the error of the first one and one unit for
         * rounding. The first one's Taylor sum has at most {@code p / 8 + 2} terms, each at most 2 units off, so it is below
         * {@code 2^15.1} off, and every entry below {@code 2^23.1}.
         */
        private static BigInteger[] powers(int k, int bits) {
            BigInteger one = BigInteger.ONE.shiftLeft(bits);
            BigInteger first = one;
            BigInteger term = one;
            for (int i = 1; term.signum() != 0; i++) {
                term = term.shiftRight(k).divide(BigInteger.valueOf(i));
                first = i % 2 == 1 ? first.subtract(term) : first.add(term);
            }
            BigInteger[] powers = new BigInteger[ENTRIES];
            powers[0] = one;
            for (int i = 1; i < ENTRIES; i++) {
                powers[i] = powers[i - 1].multiply(first).shiftRight(bits);
            }
            return powers;
        }

        /** {@code 1/i!}, at the bits that its term has left, until a term is below one unit. */
        private static BigInteger[] coefficients(int bits, int shift) {
            List<BigInteger> inverse = new ArrayList<>();
            BigInteger factorial = BigInteger.ONE;
            for (int i = 0; i * shift + factorial.bitLength() <= bits + 1; i++) {
                inverse.add(BigInteger.ONE.shiftLeft(Math.max(0, bits - i * shift)).divide(factorial));
                factorial = factorial.multiply(BigInteger.valueOf(i + 1L));
            }
            return inverse.toArray(BigInteger[]::new);
        }

        /**
         * {@code e^-u} for u below {@code 2^-shift}, by Horner's rule from the last term. The partial sum that u to the power i
         * is multiplied with is kept at {@code bits - i shift} bits. A step rounds twice, and the error of the partial sum before
         * is multiplied with u and the two precisions' ratio, which is at most 1: below 2 units a term, and 1 for the terms that
         * are left out, which alternate and fall. There are fewer than {@code 2^15} terms.
         */
        BigInteger taylor(BigInteger u) {
            int last = coefficients.length - 1;
            BigInteger sum = coefficients[last];
            for (int i = last - 1; i >= 0; i--) {
                int dropped = Math.max(0, bits - (i + 1) * shift) + bits - Math.max(0, bits - i * shift);
                sum = coefficients[i].subtract(sum.multiply(u).shiftRight(dropped));
            }
            return sum;
        }
    }
}
