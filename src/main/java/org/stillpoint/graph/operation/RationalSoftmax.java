package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * {@code w(x) / sum w(x)} of each row, the entries along the last axis, with a positive increasing weight that is rational
 * where exp is not: {@code 1 + 2 x} from 0 on, {@code 1 / (1 - 2 x)} below, the odds of the rational sigmoid, so that a row of
 * x and 0 becomes that of x and the rest. As of softmax, equal entries become equal, and what is added up is 1.
 */
record RationalSoftmax() implements OfOne, ShapeRule {

    @Override
    public Tensor result(Tensor x) {
        Tensor weights = x.map(RationalSoftmax::weight);
        return weights.zip(Rows.sums(weights, Rows.length(this, x.shape())), BigFraction::divide);
    }

    @Override
    public Shape of(List<Shape> operands) {
        Rows.length(this, operands.get(0));
        return operands.get(0);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return false;
    }

    private static BigFraction weight(BigFraction x) {
        return x.signum() >= 0 ? both(x) : both(x).reciprocal();
    }

    /** {@code 1 + 2 |x|}. */
    static BigFraction both(BigFraction x) {
        return BigFraction.ONE.add(x.abs().multiply(2));
    }

    @Override
    public String toString() {
        return "rational softmax";
    }
}
