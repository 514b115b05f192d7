package org.stillpoint.graph.operation;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/**
 * Entries that are normalised together.
 *
 * @param size how many they are
 * @param variance over as many
 * @param divisor of a variance
 */
record Block(int size, BigFraction mean, BigFraction variance, UnaryOperator<BigFraction> divisor) {

    /** @param block of each entry, each of which occurs, from 0 */
    static Block[] all(Tensor x, int[] block, UnaryOperator<BigFraction> divisor) {
        int[] sizes = new int[Arrays.stream(block).max().getAsInt() + 1];
        Arrays.stream(block).forEach(b -> sizes[b]++);
        BigFraction[] means = means(x, block, sizes);
        Tensor squares = Tensor.at(x.shape(), place -> square(x.entry(place).subtract(means[block[place]])));
        BigFraction[] variances = means(squares, block, sizes);
        Block[] all = new Block[sizes.length];
        Arrays.setAll(all, b -> new Block(sizes[b], means[b], variances[b], divisor));
        return all;
    }

    /** The mean of the entries of x in each block. */
    static BigFraction[] means(Tensor x, int[] block, int[] sizes) {
        BigFraction[] sums = new BigFraction[sizes.length];
        Arrays.fill(sums, BigFraction.ZERO);
        for (int place = 0; place < block.length; place++) {
            sums[block[place]] = sums[block[place]].add(x.entry(place));
        }
        Arrays.setAll(sums, b -> sums[b].divide(sizes[b]));
        return sums;
    }

    BigFraction distance(BigFraction entry) {
        return entry.subtract(mean);
    }

    /** A number over the divisor, which is not asked for where the number is 0. */
    BigFraction quotient(BigFraction number) {
        return number.signum() == 0 ? number : number.divide(divisor.apply(variance));
    }

    private static BigFraction square(BigFraction number) {
        return number.multiply(number);
    }
}
