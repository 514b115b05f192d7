package org.stillpoint.optimiser;

import org.hipparchus.fraction.BigFraction;

/** What the rules calculate with: exact rationals, or enclosures of real numbers. */
public interface Arithmetic<T> {

    T number(BigFraction value);

    T add(T a, T b);

    T subtract(T a, T b);

    T multiply(T a, T b);

    /** @param b not zero */
    T divide(T a, T b);

    /** @param exponent from 1 */
    T power(BigFraction base, int exponent);

    /**
     * The square root.
     *
     * @param square what is known to be 0 or more, whether or not an enclosure says so
     * @throws org.stillpoint.domain.DomainException if the root is not a number of this arithmetic
     */
    T squareRoot(T square);

    /** Whether the number is known to be exactly 0. */
    boolean isZero(T a);
}
