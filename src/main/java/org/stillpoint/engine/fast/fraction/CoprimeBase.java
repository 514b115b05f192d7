package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairwise coprime numbers, the first one 2, such that each denominator of a training is a product of their powers. A denominator
 * is then a vector of exponents, and a common denominator is the maximum of two of them: no greatest common divisor is ever
 * taken.
 */
public final class CoprimeBase {

    /** Factors below are found by division, and what is left below the square is prime. */
    private static final int TRIAL_LIMIT = 1 << 10;

    /** Primes below this are known as such, and so large their chunks are; a product of one and a limb has at most 52 bits. */
    private static final int PRIME_BITS = 20;

    /** So many products of a limb and a chunk add up to less than 63 bits. */
    private static final int WEIGHTED_SUM_LENGTH = 1 << 10;
    private static final long MASK = 0xffff_ffffL;

    private final BigInteger[] factors;
    private final boolean[] prime;
    private final long[] inverses;
    private final long[] mostTimes;
    private final boolean allPrime;
    private final int[] chunks;
    private final int[] chunkExponents;
    private final int[] bits;
    private final int[] one;
    private final Map<BigInteger, int[]> exponents = new HashMap<>();
    private final int[][] weights;
    private final List<Map<Integer, BigInteger>> powers = new ArrayList<>();

    private CoprimeBase(List<BigInteger> factors) {
        this.factors = factors.toArray(BigInteger[]::new);
        this.prime = new boolean[this.factors.length];
        this.inverses = new long[this.factors.length];
        this.mostTimes = new long[this.factors.length];
        this.chunks = new int[this.factors.length];
        this.chunkExponents = new int[this.factors.length];
        this.bits = new int[this.factors.length];
        this.one = new int[this.factors.length];
        this.weights = new int[this.factors.length][];
        boolean primes = true;
        for (int i = 0; i < this.factors.length; i++) {
            powers.add(new HashMap<>());
            prime[i] = this.factors[i].bitLength() <= PRIME_BITS
                    && smallestFactor(this.factors[i].intValue()) == this.factors[i].intValue();
            for (long power = this.factors[i].bitLength() <= PRIME_BITS ? this.factors[i].intValue() : Long.MAX_VALUE;
                    power < 1 << PRIME_BITS; power *= this.factors[i].intValue()) {
                chunks[i] = (int) power;
                chunkExponents[i]++;
            }
            long factor = this.factors[i].longValue();
            inverses[i] = factor;
            for (int known = 3; known < Long.SIZE; known *= 2) {
                inverses[i] *= 2 - factor * inverses[i];
            }
            mostTimes[i] = Long.divideUnsigned(-1, factor);
            primes &= prime[i];
            bits[i] = this.factors[i].subtract(BigInteger.ONE).bitLength();
        }
        this.allPrime = primes;
    }

    /** Whether every factor is known to be prime. */
    public boolean isPrime() {
        return allPrime;
    }

    /** The inverse of factor i, an odd prime, modulo 2^64. */
    long inverse(int i) {
        return inverses[i];
    }

    /** The largest number without a sign that factor i, a prime, times it still fits in 64 bits. */
    long mostTimes(int i) {
        return mostTimes[i];
    }

    /** The base of these positive numbers. */
    public static CoprimeBase of(Collection<BigInteger> denominators) {
        List<BigInteger> factors = new ArrayList<>();
        factors.add(BigInteger.TWO);
        BigInteger[] ascending = denominators.toArray(BigInteger[]::new);
        Arrays.sort(ascending);
        for (BigInteger denominator : ascending) {
            BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
            for (BigInteger factor : factors.subList(1, factors.size())) {
                while (rest.remainder(factor).signum() == 0) {
                    rest = rest.divide(factor);
                }
            }
            splitSmallPrimes(rest, factors);
        }
        return new CoprimeBase(factors);
    }

    private static void splitSmallPrimes(BigInteger number, List<BigInteger> factors) {
        BigInteger rest = number;
        for (int p = 3; p < TRIAL_LIMIT && !rest.equals(BigInteger.ONE); p += 2) {
            BigInteger divisor = BigInteger.valueOf(p);
            if (rest.remainder(divisor).signum() == 0) {
                refine(divisor, factors);
                while (rest.remainder(divisor).signum() == 0) {
                    rest = rest.divide(divisor);
                }
            } else if (rest.bitLength() < 2 * (32 - Integer.numberOfLeadingZeros(p)) - 1) {
                break;
            }
        }
        refine(rest, factors);
    }

    /** Adds a number, splitting it and whatever it shares a divisor with. */
    private static void refine(BigInteger number, List<BigInteger> factors) {
        if (number.equals(BigInteger.ONE)) {
            return;
        }
        for (int i = 1; i < factors.size(); i++) {
            BigInteger factor = factors.get(i);
            BigInteger common = factor.gcd(number);
            if (!common.equals(BigInteger.ONE)) {
                if (factor.equals(number)) {
                    return;
                }
                factors.remove(i);
                refine(common, factors);
                refine(factor.divide(common), factors);
                refine(number.divide(common), factors);
                return;
            }
        }
        factors.add(number);
    }

    private static int smallestFactor(int number) {
        for (int p = 2; p * p <= number; p++) {
            if (number % p == 0) {
                return p;
            }
        }
        return number;
    }

    public int size() {
        return factors.length;
    }

    public BigInteger factor(int i) {
        return factors[i];
    }

    /** Whether a factor is known to be prime, so that a number it does not divide is coprime to it. */
    public boolean isPrime(int i) {
        return prime[i];
    }

    /** So large a power of factor i, a prime, is looked for at once. */
    public int chunkExponent(int i) {
        return chunkExponents[i];
    }

    /**
     * How often factor i, a prime, divides a positive number in limbs of 32 bits, the lowest first; at most
     * {@link #chunkExponent}.
     */
    public int valuation(int i, int[] magnitude) {
        int chunk = chunks[i];
        int[] weights = weights(i, magnitude.length);
        long sum = 0;
        for (int limb = 0; limb < magnitude.length; limb++) {
            sum += (magnitude[limb] & MASK) * weights[limb];
            if (limb % WEIGHTED_SUM_LENGTH == WEIGHTED_SUM_LENGTH - 1) {
                sum %= chunk;
            }
        }
        return valuation(i, (int) (sum % chunk));
    }

    /** As {@link #valuation(int, int[])}. */
    public int valuation(int i, BigInteger number) {
        return valuation(i, number.remainder(BigInteger.valueOf(chunks[i])).intValue());
    }

    /** The valuation of a number, given its remainder by the chunk. */
    private int valuation(int i, int remainder) {
        if (remainder == 0) {
            return chunkExponents[i];
        }
        int prime = factors[i].intValue();
        int count = 0;
        for (int rest = remainder; rest % prime == 0; rest /= prime) {
            count++;
        }
        return count;
    }

    /** The powers of 2^32 modulo a chunk. */
    private int[] weights(int i, int length) {
        if (weights[i] == null || weights[i].length < length) {
            int[] powers = new int[2 * length + 2];
            long power = 1 % chunks[i];
            for (int limb = 0; limb < powers.length; limb++) {
                powers[limb] = (int) power;
                power = (power << 32) % chunks[i];
            }
            weights[i] = powers;
        }
        return weights[i];
    }

    /** The exponents of 1. */
    public int[] one() {
        return one;
    }

    /**
     * The exponents of a number that is a product of powers of the base. No caller changes them: they are kept for the next time.
     */
    public int[] exponents(BigInteger number) {
        if (number.equals(BigInteger.ONE)) {
            return one;
        }
        int[] exponents = this.exponents.get(number);
        if (exponents == null) {
            exponents = factorized(number);
            this.exponents.put(number, exponents);
        }
        return exponents;
    }

    private int[] factorized(BigInteger number) {
        int[] exponents = new int[factors.length];
        exponents[0] = number.getLowestSetBit();
        BigInteger rest = number.shiftRight(exponents[0]);
        for (int i = 1; i < factors.length && !rest.equals(BigInteger.ONE); i++) {
            while (rest.remainder(factors[i]).signum() == 0) {
                rest = rest.divide(factors[i]);
                exponents[i]++;
            }
        }
        return exponents;
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

    private static BigInteger times(BigInteger a, BigInteger b) {
        return b.equals(BigInteger.ONE) ? a : a.multiply(b);
    }

    /** The denominator with these exponents. */
    public BigInteger product(int[] exponents) {
        BigInteger odd = BigInteger.ONE;
        for (int i = 1; i < factors.length; i++) {
            if (exponents[i] != 0) {
                odd = odd.equals(BigInteger.ONE) ? power(i, exponents[i]) : odd.multiply(power(i, exponents[i]));
            }
        }
        return odd.shiftLeft(exponents[0]);
    }

    /** A power of factor i, kept for the next time. */
    public BigInteger power(int i, int exponent) {
        if (exponent == 1) {
            return factors[i];
        }
        Map<Integer, BigInteger> known = powers.get(i);
        BigInteger power = known.get(exponent);
        if (power == null) {
            BigInteger before = known.get(exponent - 1);
            power = before == null ? factors[i].pow(exponent) : before.multiply(factors[i]);
            known.put(exponent, power);
        }
        return power;
    }

    /** At least the bits of the denominator. */
    public int bitsAtMost(int[] exponents) {
        long sum = 1;
        for (int i = 0; i < exponents.length; i++) {
            sum += (long) exponents[i] * bits[i];
        }
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }
}
