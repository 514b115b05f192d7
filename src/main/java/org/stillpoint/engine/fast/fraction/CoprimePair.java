package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * Makes fractions of numbers that are known to be coprime. A fraction asks for their greatest common divisor when it is made and
 * divides both by it, which costs more than all the steps of a short training. So it is given stand-ins: asked for their divisor
 * they answer 2, and divided by it each becomes the number that is meant.
 */
final class CoprimePair {

    private final StandIn numerator = new StandIn();
    private final StandIn denominator = new StandIn();

    /** @param d positive */
    BigFraction fraction(BigInteger n, BigInteger d) {
        numerator.meant = n;
        denominator.meant = d;
        return new BigFraction(numerator, denominator);
    }

    private static final class StandIn extends BigInteger {

        private static final long serialVersionUID = 1L;
        private static final byte[] TWO = {2};

        private transient BigInteger meant;

        StandIn() {
            super(TWO);
        }

        @Override
        public BigInteger gcd(BigInteger other) {
            return BigInteger.TWO;
        }

        @Override
        public BigInteger divide(BigInteger common) {
            return meant;
        }
    }
}
