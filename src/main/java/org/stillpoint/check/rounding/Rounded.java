package org.stillpoint.check.rounding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import org.hipparchus.fraction.BigFraction;

/**
 * What a right program may have calculated in floating-point numbers, in whatever order.
 *
 * <p>A value of this type stands for an expression, made of sums, differences and products of <em>stored</em> numbers: those that
 * every program has in memory, which are its input, pre-activations, activations, derivatives of the loss by an output, gradients
 * and parameters. It knows four things of the expression: its exact value v; E, how far that is from the expression of the
 * numbers that the program stored in place of the exact ones; M, the value of the expression with every number replaced by a
 * bound of its absolute value and every difference by a sum; and k, on how many operations of the program a part of it may lie.
 * In the standard model, {@code fl(x op y) = (x op y)(1 + d)} with {@code |d| <= u}, the program's result then is at most
 * {@code E + gamma_k M} from v, with {@code gamma_k = k u / (1 - k u)} (N. J. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd edition, chapters 3 and 4). As k counts, in a sum of n parts, n - 1 operations for each of them, and in a
 * product those of both factors, this holds for every order and tree of each sum and product, for fused operations, which round
 * less often, and for a factor that is drawn into a sum or out of it. It does not hold for a sum within a sum that is made one with
 * it, part by part: of such a sum of n parts k may be n - 1, where the two count fewer. Nor does it hold for a stored number that
 * the program never has, as the gradient of one that subtracts each sample's part from the parameters by itself.
 *
 * <p>Where all stored numbers are exact multiples of powers of 2, the expression is one of the product of the powers of its
 * factors, the <em>quantum</em>, or, of a sum, the finest of its parts. If M is at most {@code 2^p} quanta, p the bits of a
 * mantissa, then so is every part of it in every such order, and no operation rounds: the program's result is v, bit for bit. A
 * factor that is 0 takes part in nothing but its product, which is 0 however the others were rounded.
 *
 * <p>Neither covers underflow and overflow; numbers that are asked about stay away from both.
 */
public sealed interface Rounded permits Dyadic, Inexact {

    Rounded ZERO = new Dyadic(0, 0, 0, 0);
    Rounded ONE = new Dyadic(1, 1, 0, 0);
    Rounded TWO = new Dyadic(2, 2, 0, 0);

    /** A number that the program was given as it is. */
    static Rounded of(BigFraction exact) {
        return Dyadic.of(exact).orElseGet(() -> Inexact.of(exact));
    }

    static Rounded of(long number) {
        return new Dyadic(number, Math.abs(number), 0, 0);
    }

    /** A number that the program has to round first if its format does not hold it. */
    static Rounded constant(BigFraction exact, FloatFormat format) {
        return format.holds(exact) ? of(exact)
                : Inexact.around(Scaled.of(exact), Above.of(exact.abs()).shifted(-format.precision()));
    }

    /** The sum in any order. */
    static Rounded sum(Collection<Rounded> parts) {
        Rounded sum = ZERO;
        int roundings = 0;
        for (Rounded part : parts) {
            if (!part.isZero()) {
                sum = sum.plus(part);
                roundings = Math.max(roundings, part.roundings());
            }
        }
        return sum.isZero() ? ZERO : sum.withRoundings(roundings + Math.max(0, parts.size() - 1));
    }

    /** The exact value. */
    BigFraction value();

    /** How far from the exact value a stored number may be. */
    BigFraction error();

    /** k, on how many operations a part of the expression may lie. */
    int roundings();

    Rounded withRoundings(int other);

    /** Whether nothing but 0 can come out. */
    boolean isZero();

    Rounded negate();

    Rounded plus(Rounded other);

    default Rounded minus(Rounded other) {
        return plus(other.negate());
    }

    Rounded times(Rounded other);

    /** Divided by a whole number from 1, or multiplied by its reciprocal. */
    Rounded dividedBy(int divisor);

    /** The number that the program has in memory for the expression. */
    Rounded stored(FloatFormat format);

    /**
     * The sign of a stored number, -1, 0 or 1.
     *
     * @throws UndecidedSignException if right programs may differ in it
     */
    int sign();

    /**
     * A stored number without its fraction, as whole-number arithmetic keeps it: towards 0, or downwards.
     *
     * @param mode {@link RoundingMode#DOWN} or {@link RoundingMode#FLOOR}
     * @throws UndecidedSignException if right programs may differ in it
     */
    default Rounded whole(RoundingMode mode) {
        BigInteger least = whole(value().subtract(error()), mode);
        if (!least.equals(whole(value().add(error()), mode))) {
            throw new UndecidedSignException();
        }
        return of(new BigFraction(least));
    }

    private static BigInteger whole(BigFraction number, RoundingMode mode) {
        return new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator()), 0, mode).toBigInteger();
    }

    /** Whether right programs can have this number in memory, if they store this one. */
    boolean admits(BigFraction answer);
}
