package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/**
 * A rational as an integer over powers of a base, in whatever terms it came unless it was {@linkplain #reduced reduced}.
 *
 * @param denominator the exponents of the base; nobody changes them
 */
record Scalar(BigInteger numerator, int[] denominator) {

    /** @param base one whose powers make the denominator */
    static Scalar of(CoprimeBase base, BigFraction fraction) {
        return new Scalar(fraction.getNumerator(), base.exponents(fraction.getDenominator()));
    }

    static Scalar zero(CoprimeBase base) {
        return new Scalar(BigInteger.ZERO, base.one());
    }

    static Scalar sum(CoprimeBase base, Scalar[] terms) {
        int[] common = base.one();
        for (Scalar term : terms) {
            common = term.signum() == 0 ? common : CoprimeBase.lcm(common, term.denominator);
        }
        BigInteger sum = BigInteger.ZERO;
        for (Scalar term : terms) {
            sum = term.signum() == 0 ? sum : sum.add(base.raise(term.numerator, term.denominator, common));
        }
        return new Scalar(sum, common);
    }

    /**
     * In lowest terms, as far as the factors of the base are prime. A number that is not makes all that it multiplies too long,
     * and the steps that follow multiply that.
     */
    Scalar reduced(LowestTerms lowest) {
        if (signum() == 0) {
            return this;
        }
        BigInteger rest = lowest.reduce(numerator, denominator);
        return rest == numerator ? this : new Scalar(rest, lowest.left());
    }

    int signum() {
        return numerator.signum();
    }

    Scalar times(CoprimeBase base, Scalar other) {
        return new Scalar(numerator.multiply(other.numerator), base.product(denominator, other.denominator));
    }

    Scalar times(long factor) {
        return factor == 1 ? this : new Scalar(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    Scalar over(CoprimeBase base, int divisor) {
        return divisor == 1 ? this
                : new Scalar(numerator, base.product(denominator, base.exponents(BigInteger.valueOf(divisor))));
    }

    Scalar plus(CoprimeBase base, Scalar other) {
        if (other.signum() == 0) {
            return this;
        }
        if (signum() == 0) {
            return other;
        }
        int[] common = CoprimeBase.lcm(denominator, other.denominator);
        return new Scalar(base.raise(numerator, denominator, common).add(base.raise(other.numerator, other.denominator, common)),
                common);
    }

    /** The sign of this less a fraction, whose denominator need not be of the base. */
    int compareTo(CoprimeBase base, BigFraction fraction) {
        return compareTo(base, fraction.getNumerator(), fraction.getDenominator());
    }

    /** As {@link #compareTo(CoprimeBase, BigFraction)}, a positive denominator given. */
    int compareTo(CoprimeBase base, BigInteger otherNumerator, BigInteger otherDenominator) {
        return otherNumerator.signum() == 0 ? numerator.signum() : numerator.multiply(otherDenominator)
                .compareTo(base.raise(otherNumerator, base.one(), denominator));
    }
}
