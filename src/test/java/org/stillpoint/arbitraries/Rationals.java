package org.stillpoint.arbitraries;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;

/** Exact numbers. */
public final class Rationals {

    /** How many ways of making a value anew there are. */
    public static final int WAYS = 5;

    private static final BigInteger HUGE = BigInteger.TEN.pow(40);

    private Rationals() {
    }

    /** Zero one time in five, else a numerator from -6 to 6 over a denominator from 1 to 4, so that ties are frequent. */
    public static Arbitrary<BigFraction> small() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(BigFraction.ZERO)),
                Tuple.of(4, Combinators.combine(Arbitraries.integers().between(-6, 6), Arbitraries.integers().between(1, 4))
                        .as(BigFraction::new)));
    }

    /** As {@link #small}, but one time in fifty with up to forty digits above and below the line. */
    public static Arbitrary<BigFraction> any() {
        return Arbitraries.frequencyOf(Tuple.of(49, small()), Tuple.of(1, huge()));
    }

    /** From 1/4 to 6 and from -1/4 to -6. */
    public static Arbitrary<BigFraction> nonZero() {
        return Combinators.combine(positive(), Arbitraries.of(true, false)).as((q, plus) -> plus ? q : q.negate());
    }

    /** From 1/4 to 6. */
    public static Arbitrary<BigFraction> positive() {
        return Combinators.combine(Arbitraries.integers().between(1, 6), Arbitraries.integers().between(1, 4))
                .as(BigFraction::new);
    }

    /** The same value as the result of a calculation; way from 0, of {@value #WAYS}. */
    public static BigFraction madeAnew(BigFraction value, BigFraction detour, int way) {
        return switch (way) {
            case 0 -> new BigFraction(value.getNumerator().multiply(BigInteger.TEN),
                    value.getDenominator().multiply(BigInteger.TEN));
            case 1 -> new BigFraction(value.getNumerator().negate(), value.getDenominator().negate());
            case 2 -> value.add(detour).subtract(detour);
            case 3 -> value.multiply(new BigFraction(7, 3)).divide(new BigFraction(7, 3));
            default -> value.negate().negate();
        };
    }

    /** With up to forty digits above and below the line. */
    public static Arbitrary<BigFraction> huge() {
        return Combinators.combine(
                Arbitraries.bigIntegers().between(HUGE.negate(), HUGE),
                Arbitraries.bigIntegers().between(BigInteger.ONE, HUGE)).as(BigFraction::new);
    }
}
