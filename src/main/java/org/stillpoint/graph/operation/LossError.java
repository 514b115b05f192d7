package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.tensor.Tensor;

/** The derivative of a rational loss by each entry of the output x, with the target y of the same shape. */
record LossError(RationalLoss loss) implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        BigFraction[] slopes = loss.at(x.entries().toArray(BigFraction[]::new), y.entries().toArray(BigFraction[]::new));
        return Tensor.of(x.shape(), slopes);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return switch (loss) {
            case PERCEPTRON, HINGE -> y;
            case SQUARED, ABSOLUTE -> x && y;
        };
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return loss == RationalLoss.SQUARED && y;
    }

    @Override
    public String toString() {
        return "derivative of the loss " + loss.id();
    }
}
