package org.stillpoint.graph.operation;

import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/**
 * The error g of a normalisation of x: with d = x - m, q = v + epsilon and means over a block, {@code (g - mean(g) - p d
 * mean(g d) / q) / D}, where p = 1 and D is the root of q, or p = 2 and D = q without root. What is zero needs no root.
 */
record NormalisationError(Normalisation forward) implements OfTwo {

    @Override
    public Tensor result(Tensor g, Tensor x) {
        Shapes.requireEqual(this, g.shape(), x.shape());
        Block[] all = forward.blocks(x);
        int[] block = forward.blocks().of(x.shape());
        int[] sizes = Arrays.stream(all).mapToInt(Block::size).toArray();
        Tensor distances = Tensor.at(x.shape(), place -> all[block[place]].distance(x.entry(place)));
        BigFraction[] means = Block.means(g, block, sizes);
        BigFraction[] along = Block.means(g.zip(distances, BigFraction::multiply), block, sizes);
        return Tensor.at(x.shape(), place -> {
            Block own = all[block[place]];
            BigFraction share = along[block[place]].multiply(forward.rooted() ? 1 : 2)
                    .divide(own.variance().add(forward.epsilon()));
            return own.quotient(g.entry(place).subtract(means[block[place]])
                    .subtract(distances.entry(place).multiply(share)));
        });
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return forward + ", back";
    }
}
