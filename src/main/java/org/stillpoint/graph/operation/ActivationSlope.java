package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.HardTanh;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.tensor.Tensor;

/**
 * The derivative of an activation at each entry.
 *
 * @param atKinks what it is at a kink; plays no part without
 */
record ActivationSlope(Activation activation, BigFraction atKinks) implements OfOne {

    ActivationSlope {
        ExactNumber.requirePlain(atKinks);
    }

    @Override
    public Tensor result(Tensor x) {
        return x.map(this::slope);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x && vanishesAtZero();
    }

    private boolean vanishesAtZero() {
        return activation.isRational() && slope(BigFraction.ZERO).signum() == 0;
    }

    private BigFraction slope(BigFraction z) {
        if (activation instanceof SmoothActivation smooth) {
            return AtZero.slope(smooth, z).orElseThrow(() -> Activated.irrational("the slope of " + activation.id() + " at", z));
        }
        ActivationFunction function = activation == Activation.HARD_TANH ? new HardTanh(atKinks)
                : activation.rational().kernel();
        return function.derivative(z, atKinks);
    }

    @Override
    public String toString() {
        return "slope of " + activation.id();
    }
}
