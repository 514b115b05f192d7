package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds pairwise coprime odd numbers such that each of some denominators is a product of their powers and one of 2. None has a
 * prime divisor below 1024 but itself, so that those below 2^20 are prime. Where all primes are found by division, as mostly,
 * that is all; what it leaves is split by greatest common divisors.
 */
final class CoprimeFactors {

    private long[] primes = new long[4];
    private int count;
    private final List<BigInteger> unsplit = new ArrayList<>(0);

    private CoprimeFactors() {
    }

    static List<BigInteger> of(Collection<BigInteger> denominators) {
        CoprimeFactors found = new CoprimeFactors();
        for (BigInteger denominator : denominators) {
            found.add(denominator);
        }
        return found.coprime();
    }

    private void add(BigInteger denominator) {
        int twos = denominator.getLowestSetBit();
        if (denominator.bitLength() < Long.SIZE) {
            add(denominator.longValue() >>> twos);
        } else if (denominator.bitLength() > twos + 1) {
            addLong(denominator.shiftRight(twos));
        }
    }

    private void add(long odd) {
        long rest = odd;
        for (int i = 0; i < count && rest != 1; i++) {
            while (rest % primes[i] == 0) {
                rest /= primes[i];
            }
        }
        for (int k = 0; k < SmallPrimes.count() && rest != 1; k++) {
            int p = SmallPrimes.get(k);
            if (rest < p * p) {
                addPrime(rest);
                return;
            }
            long quotient = SmallPrimes.divideOut(rest, k);
            if (quotient != rest) {
                addPrime(p);
                rest = quotient;
            }
        }
        if (rest > 1) {
            addRest(rest);
        }
    }

    /** What no small prime divides. */
    private void addRest(long rest) {
        if (rest < SmallPrimes.SQUARED_LIMIT) {
            addPrime(rest);
        } else {
            unsplit.add(BigInteger.valueOf(rest));
        }
    }

    private void addPrime(long prime) {
        if (count == primes.length) {
            primes = Arrays.copyOf(primes, 2 * count);
        }
        primes[count++] = prime;
    }

    private void addLong(BigInteger odd) {
        BigInteger rest = odd;
        for (int k = 0; k < SmallPrimes.count(); k++) {
            BigInteger prime = BigInteger.valueOf(SmallPrimes.get(k));
            if (rest.remainder(prime).signum() == 0) {
                rest = divideOut(rest, prime);
                if (!isKnown(SmallPrimes.get(k))) {
                    addPrime(SmallPrimes.get(k));
                }
            }
            if (rest.bitLength() < Long.SIZE) {
                add(rest.longValue());
                return;
            }
        }
        unsplit.add(rest);
    }

    private static BigInteger divideOut(BigInteger number, BigInteger divisor) {
        BigInteger rest = number;
        BigInteger[] quotient = rest.divideAndRemainder(divisor);
        while (quotient[1].signum() == 0) {
            rest = quotient[0];
            quotient = rest.divideAndRemainder(divisor);
        }
        return rest;
    }

    private boolean isKnown(long prime) {
        for (int i = 0; i < count; i++) {
            if (primes[i] == prime) {
                return true;
            }
        }
        return false;
    }

    private List<BigInteger> coprime() {
        List<BigInteger> factors = new ArrayList<>(count);
        addPrimes(factors, false);
        for (BigInteger number : unsplit) {
            refine(number, factors);
        }
        addPrimes(factors, true);
        return factors;
    }

    /** The small primes divide nothing else, so they come last. */
    private void addPrimes(List<BigInteger> factors, boolean small) {
        for (int i = 0; i < count; i++) {
            if (primes[i] < SmallPrimes.LIMIT == small) {
                factors.add(BigInteger.valueOf(primes[i]));
            }
        }
    }

    /** Adds a number, splitting it and whatever it shares a divisor with. */
    private static void refine(BigInteger number, List<BigInteger> factors) {
        if (number.equals(BigInteger.ONE)) {
            return;
        }
        for (int i = 0; i < factors.size(); i++) {
            BigInteger factor = factors.get(i);
            if (factor.equals(number)) {
                return;
            }
            BigInteger common = factor.gcd(number);
            if (!common.equals(BigInteger.ONE)) {
                factors.remove(i);
                refine(common, factors);
                refine(factor.divide(common), factors);
                refine(number.divide(common), factors);
                return;
            }
        }
        factors.add(number);
    }
}
