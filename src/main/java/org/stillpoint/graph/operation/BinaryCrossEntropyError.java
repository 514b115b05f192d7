package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Tensor;

/**
 * The derivative of {@code -y log x - (1 - y) log(1 - x)}, summed over the entries, by each entry of the output x, a
 * probability between 0 and 1 as a sigmoid has them: {@code (x - y) / (x (1 - x))}.
 */
record BinaryCrossEntropyError() implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        return x.zip(y, (output, target) -> {
            if (output.signum() <= 0 || output.compareTo(BigFraction.ONE) >= 0) {
                throw new DomainException(this + " at an output of " + ExactNumber.write(output)
                        + ", expected one between 0 and 1");
            }
            return output.subtract(target).divide(output.multiply(BigFraction.ONE.subtract(output)));
        });
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return false;
    }

    @Override
    public String toString() {
        return "derivative of the binary cross-entropy";
    }
}
