package org.stillpoint.arbitraries;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.LossDerivative;

/**
 * A loss of which nothing is known: its derivative at an output and a target is a rational scattered by a seed, the same one each
 * time it is asked for.
 */
public record ArbitraryLoss(long seed) implements LossDerivative {

    public static Arbitrary<LossDerivative> any() {
        return Arbitraries.longs().map(ArbitraryLoss::new);
    }

    /** One time in five zero, else a numerator from -6 to 6 over a denominator from 1 to 4, for each output. */
    @Override
    public BigFraction[] at(BigFraction[] output, BigFraction[] target) {
        Random random = new Random(seed + 31L * Arrays.hashCode(output) + Arrays.hashCode(target));
        BigFraction[] g = new BigFraction[output.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = random.nextInt(5) == 0 ? BigFraction.ZERO : new BigFraction(random.nextInt(13) - 6, random.nextInt(4) + 1);
        }
        return g;
    }
}
