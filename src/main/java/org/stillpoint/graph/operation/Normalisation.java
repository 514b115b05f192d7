package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * {@code (x - m) / sqrt(v + epsilon)} in each block of entries, with their mean m and their variance v over as many (batch:
 * Ioffe, Szegedy, 2015; layer: Ba, Kiros, Hinton, 2016; group: Wu, He, 2018); scale and shift are operations of their own. A
 * block of equal entries becomes zeros, without a root; any other is refused where {@code v + epsilon} is no square of a
 * rational. What divides by {@code v + epsilon} itself takes every block: no normalisation of the literature, but one with the
 * same zeros and symmetries.
 *
 * @param epsilon above 0
 * @param rooted whether the root is taken
 */
record Normalisation(Blocks blocks, BigFraction epsilon, boolean rooted) implements OfOne, ShapeRule {

    Normalisation {
        ExactNumber.requirePlain(epsilon);
        if (epsilon.signum() <= 0) {
            throw new DomainException("an epsilon of " + ExactNumber.write(epsilon) + ", expected one above 0");
        }
    }

    @Override
    public Tensor result(Tensor x) {
        Block[] all = blocks(x);
        int[] block = blocks.of(x.shape());
        return Tensor.at(x.shape(), place -> all[block[place]].quotient(all[block[place]].distance(x.entry(place))));
    }

    @Override
    public Shape of(List<Shape> operands) {
        blocks.of(operands.get(0));
        return operands.get(0);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    /** What is known of each block of x. */
    Block[] blocks(Tensor x) {
        return Block.all(x, blocks.of(x.shape()), number -> divisor(number.add(epsilon)));
    }

    private BigFraction divisor(BigFraction square) {
        return rooted ? ExactNumber.squareRoot(square).orElseThrow(() -> new DomainException(this
                + " where variance and epsilon are " + ExactNumber.write(square)
                + ", expected a square of a rational: roots here are exact")) : square;
    }

    @Override
    public String toString() {
        return blocks + ", epsilon " + ExactNumber.write(epsilon) + (rooted ? "" : ", without root");
    }
}
