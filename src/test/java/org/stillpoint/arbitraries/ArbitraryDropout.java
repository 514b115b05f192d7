package org.stillpoint.arbitraries;

import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Dropout;

/**
 * Masks scattered by a seed, another one for each sample in each step; a number in two is zero.
 *
 * @param hidden the units of each hidden layer
 */
public record ArbitraryDropout(long seed, List<Integer> hidden) implements Dropout {

    @Override
    public List<Vector> masks(int step, int sample) {
        Random random = new Random(seed + 31L * step + 1009L * sample);
        return hidden.stream().map(units -> Vector.of(random.ints(units, 0, 4)
                .mapToObj(i -> i < 2 ? BigFraction.ZERO : new BigFraction(i, 2)).toArray(BigFraction[]::new))).toList();
    }
}
