package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Tensor;

/**
 * x, made shorter so that a norm is at most a bound: y is the square of that norm, a number, the sum of the squares of all
 * that is clipped together. Longer than the bound, it is refused where the norm is not rational (Pascanu, Mikolov, Bengio, "On
 * the difficulty of training recurrent neural networks", 2013).
 *
 * @param bound above 0
 */
record NormClip(BigFraction bound) implements OfTwo {

    NormClip {
        Clip.requireBound(bound);
    }

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireNumber(this, y.shape());
        BigFraction square = y.number();
        if (x.isZero() || square.compareTo(bound.multiply(bound)) <= 0) {
            return x;
        }
        BigFraction norm = ExactNumber.squareRoot(square).orElseThrow(() -> new DomainException(this + ": the norm of square "
                + ExactNumber.write(square) + " is not rational, expected a square of a rational: roots here are exact"));
        return x.times(bound.divide(norm));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return y;
    }

    @Override
    public String toString() {
        return "clipping of a norm at " + ExactNumber.write(bound);
    }
}
