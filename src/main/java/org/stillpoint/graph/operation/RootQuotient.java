package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Tensor;

/**
 * {@code x / (sqrt(y) + epsilon)}, entry by entry, of equal shapes; y is 0 or more. An entry of x that is 0 needs no root; any
 * other is refused where the root is not rational.
 *
 * @param epsilon above 0
 */
record RootQuotient(BigFraction epsilon) implements OfTwo {

    RootQuotient {
        ExactNumber.requirePlain(epsilon);
        if (epsilon.signum() <= 0) {
            throw new DomainException("an epsilon of " + ExactNumber.write(epsilon) + ", expected one above 0");
        }
    }

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        return x.zip(y, (number, square) -> number.signum() == 0 ? number : number.divide(root(square).add(epsilon)));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    private BigFraction root(BigFraction square) {
        return ExactNumber.squareRoot(square).orElseThrow(() -> new DomainException(this + ": the root of "
                + ExactNumber.write(square) + " is not rational, expected a square of a rational: roots here are exact"));
    }

    @Override
    public String toString() {
        return "quotient by a root and " + ExactNumber.write(epsilon);
    }
}
