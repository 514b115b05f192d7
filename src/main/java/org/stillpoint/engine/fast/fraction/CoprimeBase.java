package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Pairwise coprime numbers, the first one 2, such that each denominator of a training is a product of their powers. A denominator
 * is then a vector of exponents, and a common denominator is the maximum of two of them: no greatest common divisor is ever
 * taken.
 */
public final class CoprimeBase {

    private final Factor[] factors;
    private final int[] one;
    private final boolean allPrime;
    private final Factorization factorization;

    private CoprimeBase(List<BigInteger> odd) {
        this.factors = new Factor[1 + odd.size()];
        factors[0] = new Factor(BigInteger.TWO);
        boolean primes = true;
        for (int i = 1; i < factors.length; i++) {
            factors[i] = new Factor(odd.get(i - 1));
            primes &= factors[i].isPrime();
        }
        this.allPrime = primes;
        this.one = new int[factors.length];
        this.factorization = new Factorization(factors, one);
    }

    /** The base of these positive numbers. */
    public static CoprimeBase of(Collection<BigInteger> denominators) {
        return new CoprimeBase(CoprimeFactors.of(denominators));
    }

    /** How many factors there are. */
    public int size() {
        return factors.length;
    }

    public BigInteger factor(int i) {
        return factors[i].value();
    }

    Factor get(int i) {
        return factors[i];
    }

    /** Whether every factor is known to be prime. */
    boolean isPrime() {
        return allPrime;
    }

    /** Whether a factor is known to be prime, so that a number it does not divide is coprime to it. */
    boolean isPrime(int i) {
        return factors[i].isPrime();
    }

    /** A power of factor i, kept for the next time. */
    BigInteger power(int i, int exponent) {
        return factors[i].power(exponent);
    }

    /** The exponents of 1. */
    public int[] one() {
        return one;
    }

    /**
     * The exponents of a number that is a product of powers of the base. No caller changes them: they may be kept.
     */
    public int[] exponents(BigInteger number) {
        return factorization.exponents(number);
    }

    /** One of both if it is a multiple of the other, as it mostly is. */
    public static int[] lcm(int[] a, int[] b) {
        if (a == b || isMultiple(a, b)) {
            return a;
        }
        if (isMultiple(b, a)) {
            return b;
        }
        int[] lcm = a.clone();
        for (int i = 0; i < lcm.length; i++) {
            lcm[i] = Math.max(lcm[i], b[i]);
        }
        return lcm;
    }

    private static boolean isMultiple(int[] a, int[] b) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] < b[i]) {
                return false;
            }
        }
        return true;
    }

    /** The exponents of a product; those of one of both if the other is 1. */
    public int[] product(int[] a, int[] b) {
        if (b == one) {
            return a;
        }
        if (a == one) {
            return b;
        }
        int[] product = a.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] = Math.addExact(product[i], b[i]);
        }
        return product;
    }

    /** The denominator with these exponents. */
    BigInteger product(int[] exponents) {
        if (bitsAtMost(exponents) < Long.SIZE) {
            return BigInteger.valueOf(longProduct(exponents));
        }
        BigInteger odd = BigInteger.ONE;
        for (int i = 1; i < factors.length; i++) {
            if (exponents[i] != 0) {
                odd = times(power(i, exponents[i]), odd);
            }
        }
        return odd.shiftLeft(exponents[0]);
    }

    /** The denominator with these exponents if it {@linkplain #bitsAtMost fits}. */
    public long longProduct(int[] exponents) {
        long product = 1;
        for (int i = 1; i < factors.length; i++) {
            product *= factors[i].longPower(exponents[i]);
        }
        return product << exponents[0];
    }

    private static BigInteger times(BigInteger a, BigInteger b) {
        return b.equals(BigInteger.ONE) ? a : a.multiply(b);
    }

    /** At least the bits of the denominator. */
    public int bitsAtMost(int[] exponents) {
        long sum = 1;
        for (int i = 0; i < factors.length; i++) {
            sum += (long) exponents[i] * factors[i].bits();
        }
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }

    /** The numerators over the denominator {@code to} of fractions over {@code from}, a divisor of it. */
    public BigInteger[] raise(BigInteger[] numerators, int[] from, int[] to) {
        if (Arrays.equals(from, to)) {
            return numerators;
        }
        int[] quotient = to.clone();
        for (int i = 0; i < quotient.length; i++) {
            quotient[i] -= from[i];
        }
        int shift = quotient[0];
        quotient[0] = 0;
        BigInteger odd = product(quotient);
        BigInteger[] raised = new BigInteger[numerators.length];
        for (int k = 0; k < raised.length; k++) {
            raised[k] = numerators[k].signum() == 0 ? numerators[k] : times(numerators[k], odd).shiftLeft(shift);
        }
        return raised;
    }

    /** As {@link #raise(BigInteger[], int[], int[])} for one numerator. */
    public BigInteger raise(BigInteger numerator, int[] from, int[] to) {
        BigInteger raised = numerator;
        if (from != to && numerator.signum() != 0) {
            for (int i = 1; i < to.length; i++) {
                if (to[i] != from[i]) {
                    raised = raised.multiply(power(i, to[i] - from[i]));
                }
            }
            raised = raised.shiftLeft(to[0] - from[0]);
        }
        return raised;
    }
}
