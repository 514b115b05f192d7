package org.stillpoint.graph.operation;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.LeakyRelu;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;

/**
 * What numbers and tensors have in common: on numbers the operations that are proved, on tensors those of the same results entry
 * by entry.
 */
public enum Arithmetic {

    NUMBERS {
        @Override
        public Differentiable sum() {
            return NumberOperations.sum();
        }

        @Override
        public Differentiable difference() {
            return NumberOperations.difference();
        }

        @Override
        public Differentiable product() {
            return NumberOperations.product();
        }

        @Override
        public Differentiable multiple(BigFraction factor) {
            return NumberOperations.scale(factor);
        }

        @Override
        public Differentiable activation(Activation activation, KinkDerivatives kinks) {
            return proved(activation, kinks.at(activation)).orElseGet(() -> Forward.activation(activation, kinks));
        }

        @Override
        public Operation error(RationalLoss loss) {
            return switch (loss) {
                case PERCEPTRON -> NumberOperations.perceptronError();
                case HINGE -> NumberOperations.hingeError();
                case SQUARED -> NumberOperations.squaredError();
                case ABSOLUTE -> NumberOperations.absoluteError();
            };
        }

        @Override
        public Operation descent() {
            return NumberOperations.descend();
        }
    },

    TENSORS {
        @Override
        public Differentiable sum() {
            return Forward.sum();
        }

        @Override
        public Differentiable difference() {
            return Forward.difference();
        }

        @Override
        public Differentiable product() {
            return Forward.product();
        }

        @Override
        public Differentiable multiple(BigFraction factor) {
            return Forward.multiple(factor);
        }

        @Override
        public Differentiable activation(Activation activation, KinkDerivatives kinks) {
            return Forward.activation(activation, kinks);
        }

        @Override
        public Operation error(RationalLoss loss) {
            return Losses.error(loss);
        }

        @Override
        public Operation descent() {
            return Updates.descent();
        }
    };

    /** That of values of a shape. */
    public static Arithmetic of(Shape shape) {
        return shape.axes() == 0 ? NUMBERS : TENSORS;
    }

    /** {@code x + y}. */
    public abstract Differentiable sum();

    /** {@code x - y}. */
    public abstract Differentiable difference();

    /** {@code x y}, entry by entry. */
    public abstract Differentiable product();

    /** {@code c x}. */
    public abstract Differentiable multiple(BigFraction factor);

    /** An activation of each entry. */
    public abstract Differentiable activation(Activation activation, KinkDerivatives kinks);

    /** The derivative of a loss by the output x, of the target y. */
    public abstract Operation error(RationalLoss loss);

    /** {@code x - z y}. */
    public abstract Operation descent();

    /** Of one number, where it is among the operations that are proved. */
    private static Optional<Differentiable> proved(Activation activation, BigFraction kappa) {
        if (activation == Activation.IDENTITY) {
            return Optional.of(NumberOperations.identity());
        }
        if (activation == Activation.RELU) {
            return Optional.of(NumberOperations.rectifier(kappa));
        }
        if (activation == Activation.ABS) {
            return Optional.of(NumberOperations.absoluteValue(kappa));
        }
        if (activation == Activation.HARD_TANH) {
            return Optional.of(NumberOperations.clip(BigFraction.ONE, kappa));
        }
        return activation.isRational() && activation.rational().kernel() instanceof LeakyRelu leaky
                ? Optional.of(NumberOperations.leakyRectifier(leaky.slope(),
                        leaky.slope().equals(BigFraction.ONE) ? BigFraction.ONE : kappa))
                : Optional.empty();
    }
}
