package org.stillpoint.optimiser;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** The rationals; roots that are not rational are refused. */
final class ExactArithmetic implements Arithmetic<BigFraction> {

    @Override
    public BigFraction number(BigFraction value) {
        return value;
    }

    @Override
    public BigFraction add(BigFraction a, BigFraction b) {
        return a.add(b);
    }

    @Override
    public BigFraction subtract(BigFraction a, BigFraction b) {
        return a.subtract(b);
    }

    @Override
    public BigFraction multiply(BigFraction a, BigFraction b) {
        return a.multiply(b);
    }

    @Override
    public BigFraction divide(BigFraction a, BigFraction b) {
        return a.divide(b);
    }

    @Override
    public BigFraction power(BigFraction base, int exponent) {
        return base.pow(BigInteger.valueOf(exponent));
    }

    @Override
    public BigFraction squareRoot(BigFraction square) {
        return SquareRoot.of(square);
    }

    @Override
    public boolean isZero(BigFraction a) {
        return a.signum() == 0;
    }
}
