package org.stillpoint.properties.graph;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.architecture.Filling;
import org.stillpoint.graph.architecture.Sizes;
import org.stillpoint.tensor.Tensor;

/** Sizes, and a seed for the numbers of an architecture. */
record Drawn(Sizes sizes, long seed) {

    static Arbitrary<Drawn> any() {
        return of(1, 2);
    }

    /** With two tokens or more, of one feature. */
    static Arbitrary<Drawn> sequences() {
        return of(2, 1);
    }

    private static Arbitrary<Drawn> of(int leastSamples, int mostFeatures) {
        return Combinators.combine(Arbitraries.integers().between(leastSamples, 3),
                Arbitraries.integers().between(1, mostFeatures), Arbitraries.integers().between(1, 2), Arbitraries.longs())
                .as((samples, features, hidden, seed) -> new Drawn(new Sizes(samples, features, hidden), seed));
    }

    /** Of any sign, many of them zero. */
    Filling numbers() {
        return filling(-3);
    }

    Filling positive() {
        return filling(1);
    }

    private Filling filling(int least) {
        Random random = new Random(seed);
        return shape -> Tensor.at(shape, place -> new BigFraction(least + random.nextInt(4 - least), 1 + random.nextInt(3)));
    }
}
