package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** One factor of a base: its powers, and how often it divides. */
final class Factor {

    private final BigInteger value;
    private final boolean prime;
    private final int bits;
    private final long inverse;
    private final long most;
    private Map<Integer, BigInteger> powers;
    private PrimeDivision division;

    /** @param value 2, or an odd number that is prime or none of whose divisors is {@link SmallPrimes small} */
    Factor(BigInteger value) {
        this.value = value;
        boolean isLong = value.bitLength() < Long.SIZE;
        long number = value.longValue();
        this.prime = isLong && number < SmallPrimes.SQUARED_LIMIT;
        this.bits = isLong ? Long.SIZE - Long.numberOfLeadingZeros(number - 1) : value.subtract(BigInteger.ONE).bitLength();
        this.inverse = SmallPrimes.inverse(number);
        this.most = isLong ? SmallPrimes.most(number) : 0;
    }

    BigInteger value() {
        return value;
    }

    /** Whether it is known to be prime, so that a number it does not divide is coprime to it. */
    boolean isPrime() {
        return prime;
    }

    /** As many bits as a product with it has more, at most. */
    int bits() {
        return bits;
    }

    /** The inverse modulo 2^64, if it is odd. */
    long inverse() {
        return inverse;
    }

    /** How often it divides a number, of 64 bits without a sign and not 0, if it is odd; at most so many times. */
    int valuation(long number, int atMost) {
        int count = 0;
        long quotient = number * inverse;
        while (count < atMost && Long.compareUnsigned(quotient, most) <= 0) {
            quotient *= inverse;
            count++;
        }
        return count;
    }

    /** The way to divide long numbers by it, if it is prime. */
    PrimeDivision division() {
        if (division == null) {
            division = PrimeDivision.of(value.intValue());
        }
        return division;
    }

    /** A power, kept for the next time. */
    BigInteger power(int exponent) {
        if (exponent == 1) {
            return value;
        }
        if (prime && SmallPowers.has(value.intValue(), exponent)) {
            return SmallPowers.get(value.intValue(), exponent);
        }
        if (powers == null) {
            powers = new HashMap<>();
        }
        BigInteger power = powers.get(exponent);
        if (power == null) {
            BigInteger before = powers.get(exponent - 1);
            power = before == null ? value.pow(exponent) : before.multiply(value);
            powers.put(exponent, power);
        }
        return power;
    }

    /** A power that fits in a long. */
    long longPower(int exponent) {
        long factor = value.longValue();
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= factor;
        }
        return power;
    }
}
