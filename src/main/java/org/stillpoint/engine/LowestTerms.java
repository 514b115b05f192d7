package org.stillpoint.engine;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Fractions in lowest terms out of numerators over powers of a base, without a greatest common divisor where the base is prime. */
final class LowestTerms {

    private final CoprimeBase base;

    LowestTerms(CoprimeBase base) {
        this.base = base;
    }

    BigFraction fraction(BigInteger numerator, int[] exponents) {
        if (numerator.signum() == 0) {
            return BigFraction.ZERO;
        }
        BigInteger rest = numerator;
        BigInteger denominator = BigInteger.ONE;
        boolean reduced = true;
        for (int i = 1; i < exponents.length; i++) {
            if (exponents[i] > 0) {
                Stripped stripped = strip(rest, base.factor(i), exponents[i]);
                rest = stripped.rest;
                reduced &= base.isPrime(i) || stripped.count == exponents[i];
                denominator = denominator.multiply(base.power(i, exponents[i] - stripped.count));
            }
        }
        int twos = Math.min(exponents[0], rest.getLowestSetBit());
        rest = rest.shiftRight(twos);
        denominator = denominator.shiftLeft(exponents[0] - twos);
        return reduced
                ? new BigFraction(new CoprimeNumerator(rest, denominator), denominator)
                : new BigFraction(rest, denominator);
    }

    /** Divides by a factor as often as it goes, at most so many times; the powers grow, as the factor may be there very often. */
    private static Stripped strip(BigInteger number, BigInteger factor, int atMost) {
        BigInteger rest = number;
        int count = 0;
        int step = 1;
        BigInteger power = factor;
        while (count < atMost) {
            BigInteger[] quotient = count + step <= atMost ? rest.divideAndRemainder(power) : null;
            if (quotient != null && quotient[1].signum() == 0) {
                rest = quotient[0];
                count += step;
                step *= 2;
                power = power.multiply(power);
            } else if (step == 1) {
                break;
            } else {
                step = 1;
                power = factor;
            }
        }
        return new Stripped(rest, count);
    }

    private record Stripped(BigInteger rest, int count) {
    }
}
