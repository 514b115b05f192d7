package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * An activation of each entry. A smooth one takes entries only where its value is rational: zero, and for ELU what is above.
 */
record Activated(Activation activation) implements OfOne, ShapeRule {

    Activated {
        if (activation == Activation.SOFTMAX) {
            throw new DomainException("softmax of each entry, expected softmax of rows");
        }
    }

    @Override
    public Tensor result(Tensor x) {
        return x.map(this::value);
    }

    @Override
    public Shape of(List<Shape> operands) {
        return operands.get(0);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x && activation.mapsZeroToZero();
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return activation == Activation.IDENTITY;
    }

    private BigFraction value(BigFraction z) {
        if (activation instanceof SmoothActivation smooth) {
            return AtZero.value(smooth, z).orElseThrow(() -> irrational(activation.id() + " of", z));
        }
        return activation.rational().kernel().value(z);
    }

    static DomainException irrational(String what, BigFraction z) {
        return new DomainException(what + " " + ExactNumber.write(z)
                + " is not rational, expected a number where it is: entries here are exact rationals");
    }

    @Override
    public String toString() {
        return activation.id();
    }
}
