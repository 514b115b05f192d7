package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * Fractions in lowest terms out of numerators over powers of a base. The numerator is divided by each prime as often as that
 * goes. A factor that may not be prime is coprime to it as soon as it is to its remainder; only where it is not either is the
 * fraction left to find a greatest common divisor.
 */
public final class LowestTerms {

    private static final long MASK = 0xffff_ffffL;

    private final CoprimeBase base;
    private final CoprimePair coprime = new CoprimePair();
    private final RecentDenominators denominators;
    private final Magnitude magnitude = new Magnitude();
    private final int[] left;
    private int[] wholeExponents;
    private long whole;

    public LowestTerms(CoprimeBase base) {
        this.base = base;
        this.denominators = new RecentDenominators(base);
        this.left = new int[base.size()];
    }

    public BigFraction fraction(long numerator, int[] exponents) {
        if (numerator == 0) {
            return BigFraction.ZERO;
        }
        int shift = Math.min(exponents[0], Long.numberOfTrailingZeros(numerator));
        left[0] = exponents[0] - shift;
        // without a sign, as the absolute value of the least long has 64 bits
        long rest = Math.abs(numerator) >>> shift;
        long denominator = whole(exponents) >>> shift;
        for (int i = 1; i < left.length; i++) {
            Factor factor = base.get(i);
            int times = factor.isPrime() && exponents[i] > 0 ? factor.valuation(rest, exponents[i]) : 0;
            left[i] = exponents[i] - times;
            for (; times > 0; times--) {
                rest *= factor.inverse();
                denominator *= factor.inverse();
            }
        }
        BigInteger quotient = BigInteger.valueOf(numerator < 0 ? -rest : rest);
        return whole == 0 ? fraction(quotient) : coprime.fraction(quotient, denominators.get(denominator));
    }

    /** The denominator, or 0 if it does not fit in a long or may have other divisors than the factors. */
    private long whole(int[] exponents) {
        if (exponents != wholeExponents) {
            wholeExponents = exponents;
            whole = base.isPrime() && base.bitsAtMost(exponents) < Long.SIZE ? base.longProduct(exponents) : 0;
        }
        return whole;
    }

    public BigFraction fraction(BigInteger numerator, int[] exponents) {
        return numerator.bitLength() < Long.SIZE ? fraction(numerator.longValue(), exponents)
                : fraction(reduce(numerator, exponents));
    }

    /** What is left of a numerator that is not 0, divided by the primes of the base that a denominator has too. */
    public BigInteger reduce(BigInteger numerator, int[] exponents) {
        int shift = Math.min(exponents[0], numerator.getLowestSetBit());
        System.arraycopy(exponents, 0, left, 0, left.length);
        left[0] -= shift;
        if (isPrimeLeft()) {
            magnitude.set(numerator, shift);
            if (divide()) {
                return magnitude.toBigInteger(numerator.signum());
            }
        }
        return numerator.shiftRight(shift);
    }

    /** What was left of the denominator when the last numerator was {@linkplain #reduce reduced}. */
    public int[] left() {
        return left.clone();
    }

    private boolean isPrimeLeft() {
        for (int i = 1; i < left.length; i++) {
            if (left[i] > 0 && base.isPrime(i)) {
                return true;
            }
        }
        return false;
    }

    /** @param limbs of 32 bits, the lowest first, not changed */
    public BigFraction fraction(int signum, int[] limbs, int[] exponents) {
        int used = limbs.length;
        while (used > 0 && limbs[used - 1] == 0) {
            used--;
        }
        if (used < 2 || used == 2 && limbs[1] > 0) {
            long rest = used == 0 ? 0 : limbs[0] & MASK | (used == 1 ? 0 : (long) limbs[1] << Integer.SIZE);
            return fraction(signum < 0 ? -rest : rest, exponents);
        }
        int zeros = 0;
        while (limbs[zeros] == 0) {
            zeros++;
        }
        int shift = Math.min(exponents[0], Integer.SIZE * zeros + Integer.numberOfTrailingZeros(limbs[zeros]));
        System.arraycopy(exponents, 0, left, 0, left.length);
        left[0] -= shift;
        magnitude.set(limbs, used, shift);
        divide();
        return fraction(magnitude.toBigInteger(signum));
    }

    /** Divides the magnitude by the odd primes that are left as often as that goes; answers whether it did. */
    private boolean divide() {
        boolean divided = false;
        for (int i = 1; i < left.length; i++) {
            if (left[i] > 0 && base.isPrime(i)) {
                int times = base.get(i).division().divide(magnitude, left[i]);
                left[i] -= times;
                divided |= times > 0;
            }
        }
        return divided;
    }

    /** A fraction of a numerator over what is left, which has no prime in common with it. */
    private BigFraction fraction(BigInteger numerator) {
        return base.isPrime() ? coprime.fraction(numerator, denominators.get(left)) : fractionOfOthers(numerator);
    }

    /** As {@link #fraction(BigInteger)}, where other factors than primes may be left. */
    private BigFraction fractionOfOthers(BigInteger numerator) {
        BigInteger rest = numerator;
        boolean isCoprime = true;
        for (int i = 1; i < left.length; i++) {
            if (left[i] > 0 && !base.isPrime(i)) {
                BigInteger factor = base.factor(i);
                BigInteger[] quotient = rest.divideAndRemainder(factor);
                while (quotient[1].signum() == 0 && left[i] > 0) {
                    rest = quotient[0];
                    left[i]--;
                    quotient = rest.divideAndRemainder(factor);
                }
                isCoprime &= left[i] == 0 || quotient[1].gcd(factor).equals(BigInteger.ONE);
            }
        }
        BigInteger denominator = denominators.get(left);
        return isCoprime ? coprime.fraction(rest, denominator) : new BigFraction(rest, denominator);
    }
}
