package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;

/**
 * A numerator that is known to be coprime to one denominator. A fraction asks for their greatest common divisor when it is made,
 * which costs more than all the steps of a short training; asked about this very denominator, it answers 1.
 */
final class CoprimeNumerator extends BigInteger {

    private static final long serialVersionUID = 1L;

    private final transient BigInteger denominator;

    CoprimeNumerator(int signum, byte[] magnitude, BigInteger denominator) {
        super(signum, magnitude);
        this.denominator = denominator;
    }

    @Override
    public BigInteger gcd(BigInteger other) {
        return other == denominator ? ONE : super.gcd(other);
    }
}
