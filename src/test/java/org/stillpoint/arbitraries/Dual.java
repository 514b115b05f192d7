package org.stillpoint.arbitraries;

import org.hipparchus.fraction.BigFraction;

/**
 * A number {@code value + slope h} with {@code h^2 = 0}. Computing with such numbers instead of numbers gives, beside each
 * result, its derivative by h: nothing but sums, products and quotients is used, so that no rule of differentiation has to be
 * trusted.
 */
public record Dual(BigFraction value, BigFraction slope) {

    public static Dual constant(BigFraction value) {
        return new Dual(value, BigFraction.ZERO);
    }

    public Dual plus(Dual other) {
        return new Dual(value.add(other.value), slope.add(other.slope));
    }

    public Dual minus(Dual other) {
        return new Dual(value.subtract(other.value), slope.subtract(other.slope));
    }

    public Dual times(Dual other) {
        return new Dual(value.multiply(other.value), value.multiply(other.slope).add(slope.multiply(other.value)));
    }

    public Dual times(BigFraction factor) {
        return times(constant(factor));
    }

    /** Compute the quotient q for which {@code q other = this}; the value of the other must not be zero. */
    public Dual over(Dual other) {
        BigFraction quotient = value.divide(other.value);
        return new Dual(quotient, slope.subtract(quotient.multiply(other.slope)).divide(other.value));
    }

    /** Of the number for a small h above 0. */
    public int signum() {
        return value.signum() == 0 ? slope.signum() : value.signum();
    }

    /** This or its opposite, the one that is not negative for a small h above 0. */
    public Dual abs() {
        return times(new BigFraction(signum()));
    }
}
