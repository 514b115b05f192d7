package org.stillpoint.graph.operation;

import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Tensor;

/**
 * The derivative of {@code -y log x}, summed over the entries, by each entry of the output x, a probability above 0 as softmax
 * has them: {@code -y / x}, 0 where the target y is 0.
 */
record CrossEntropyError() implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        return y.zip(x, (target, output) -> {
            if (output.signum() <= 0) {
                throw new DomainException(this + " at an output of " + ExactNumber.write(output) + ", expected one above 0");
            }
            return target.divide(output).negate();
        });
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return y;
    }

    @Override
    public String toString() {
        return "derivative of the cross-entropy";
    }
}
