package org.stillpoint.lint.program;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;

/**
 * A number between two rationals, which are equal if it is known exactly.
 *
 * @param low at most high
 */
record Enclosed(BigFraction low, BigFraction high) {

    /** Longer ones are written as decimals. */
    private static final int SHORT = 12;
    private static final int DIGITS = 6;
    private static final int ROOT_BITS = 160;

    static Enclosed exactly(BigFraction number) {
        return new Enclosed(number, number);
    }

    boolean isExact() {
        return low.equals(high);
    }

    boolean isZero() {
        return isExact() && low.signum() == 0;
    }

    /** Of a function that does not fall. */
    Enclosed rising(UnaryOperator<BigFraction> function) {
        return new Enclosed(function.apply(low), function.apply(high));
    }

    Enclosed plus(BigFraction number) {
        return rising(end -> end.add(number));
    }

    Enclosed times(BigFraction factor) {
        BigFraction one = low.multiply(factor);
        BigFraction other = high.multiply(factor);
        return factor.signum() < 0 ? new Enclosed(other, one) : new Enclosed(one, other);
    }

    /** This number over the root of another one, which is above 0. */
    Enclosed overRootOf(BigFraction square) {
        BigInteger scaled = square.getNumerator().shiftLeft(2 * ROOT_BITS).divide(square.getDenominator());
        BigInteger root = scaled.sqrt();
        BigInteger unit = BigInteger.ONE.shiftLeft(ROOT_BITS);
        Optional<BigFraction> exact = ExactNumber.squareRoot(square);
        BigFraction below = exact.orElseGet(() -> new BigFraction(root, unit));
        BigFraction above = exact.orElseGet(() -> new BigFraction(root.add(BigInteger.ONE), unit));
        return new Enclosed(low.signum() < 0 ? low.divide(below) : low.divide(above),
                high.signum() < 0 ? high.divide(above) : high.divide(below));
    }

    /** An integer or a short fraction as it is, another number by six digits. */
    @Override
    public String toString() {
        String written = ExactNumber.write(low);
        return isExact() && written.length() <= SHORT ? written
                : "about " + new BigDecimal(low.getNumerator()).divide(new BigDecimal(low.getDenominator()),
                        new MathContext(DIGITS)).toString();
    }
}
