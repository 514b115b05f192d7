package org.stillpoint.arbitraries;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;

/** Exact numbers. */
public final class Rationals {

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

    private static Arbitrary<BigFraction> huge() {
        return Combinators.combine(
                Arbitraries.bigIntegers().between(HUGE.negate(), HUGE),
                Arbitraries.bigIntegers().between(BigInteger.ONE, HUGE)).as(BigFraction::new);
    }
}
