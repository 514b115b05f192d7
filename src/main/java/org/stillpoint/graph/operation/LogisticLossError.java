package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/**
 * The derivative of {@code log(1 + exp(-y x))}, summed over the entries, by each entry of the output x with the label y, where
 * it is rational: {@code -y / 2} where x y is 0.
 */
record LogisticLossError() implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        return x.zip(y, (output, label) -> {
            if (output.multiply(label).signum() != 0) {
                throw Activated.irrational("the derivative of the logistic loss at", output);
            }
            return label.multiply(BigFraction.ONE_HALF).negate();
        });
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return y;
    }

    @Override
    public String toString() {
        return "derivative of the logistic loss";
    }
}
