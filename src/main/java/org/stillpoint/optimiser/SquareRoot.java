package org.stillpoint.optimiser;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;

/** Square roots that are rational. */
final class SquareRoot {

    private static final int LONGEST = 80;

    private SquareRoot() {
    }

    /**
     * The quotient of a number and {@code epsilon + sqrt(square)}; a number that is zero needs no root.
     *
     * @param square from 0
     * @param epsilon above 0
     * @throws DomainException if the root is needed and not rational
     */
    static <T> T quotient(Arithmetic<T> in, T number, T square, T epsilon) {
        return in.isZero(number) ? number : in.divide(number, in.add(in.squareRoot(square), epsilon));
    }

    /** @throws DomainException if the root is not rational */
    static BigFraction of(BigFraction square) {
        return ExactNumber.squareRoot(square).orElseThrow(() -> new DomainException("the square root of " + shown(square)
                + " is not rational, expected a step whose roots are: numbers here are exact rationals, and this one would "
                + "have to be rounded (--engine enclosure encloses it)"));
    }

    private static String shown(BigFraction square) {
        String exact = ExactNumber.write(square);
        return exact.length() <= LONGEST ? exact : "a fraction of " + exact.length() + " characters";
    }
}
