package org.stillpoint.arbitraries;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.optimiser.Adagrad;
import org.stillpoint.optimiser.Adam;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Nesterov;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.RmsProp;

/** Optimisers with any constants. */
public final class Optimisers {

    /** One less each of these is a square, so that the first step of RMSprop has a rational root. */
    private static final Arbitrary<BigFraction> RHO =
            Arbitraries.of(BigFraction.ZERO, new BigFraction(3, 4), new BigFraction(8, 9), new BigFraction(9, 25));
    private static final Arbitrary<BigFraction> BETA =
            Arbitraries.of(BigFraction.ZERO, BigFraction.ONE_HALF, new BigFraction(9, 10));

    private Optimisers() {
    }

    public static Arbitrary<Optimiser> any() {
        return Arbitraries.oneOf(gradientDescent(), nesterov(), adagrad(), rmsProp(), adam());
    }

    private static Arbitrary<Optimiser> gradientDescent() {
        return Combinators.combine(Rationals.small(), Rationals.small(), Rationals.small()).as(GradientDescent::new);
    }

    private static Arbitrary<Optimiser> nesterov() {
        return Combinators.combine(Rationals.small(), Rationals.small(), Rationals.small()).as(Nesterov::new);
    }

    private static Arbitrary<Optimiser> adagrad() {
        return Combinators.combine(Rationals.small(), Rationals.positive()).as(Adagrad::new);
    }

    private static Arbitrary<Optimiser> rmsProp() {
        return Combinators.combine(Rationals.small(), RHO, Rationals.positive()).as(RmsProp::new);
    }

    private static Arbitrary<Optimiser> adam() {
        return Combinators.combine(Rationals.small(), BETA, BETA, Rationals.positive()).as(Adam::new);
    }
}
