package org.stillpoint.engine.enclosure;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.domain.SmoothLoss;
import org.stillpoint.enclosure.Sign;

/** The loss of one sample: its value, and its derivatives by the last pre-activations. */
final class LossTerms<T> {

    private final Field<T> field;
    private final Problem problem;
    private final int layers;
    private final Activation last;
    private final Softmax<T> softmax;
    private final Bend<T> positivePart;
    private final Bend<T> size;
    private final T half;
    private final T minusOne;
    private final T[] value;
    private final T[] slope;

    LossTerms(Field<T> field, Problem problem) {
        this.field = field;
        this.problem = problem;
        this.layers = problem.layers();
        this.last = problem.activation(layers - 1);
        this.softmax = new Softmax<>(field);
        this.positivePart = new Bend<>(field, BigFraction.ZERO, field.zero());
        this.size = new Bend<>(field, BigFraction.MINUS_ONE, field.zero());
        this.half = field.number(BigFraction.ONE_HALF);
        this.minusOne = field.negate(field.one());
        this.value = field.array(1);
        this.slope = field.array(1);
    }

    /** Fills the deltas of the last layer. */
    void backward(Pass<T> pass, T[] y, int sample, Sides sides) {
        T[] f = pass.activations()[layers - 1];
        T[] deltas = pass.deltas()[layers - 1];
        if (problem.loss() == SmoothLoss.CROSS_ENTROPY) {
            for (int j = 0; j < y.length; j++) {
                deltas[j] = field.subtract(f[j], y[j]);
            }
            return;
        }
        for (int j = 0; j < y.length; j++) {
            deltas[j] = derivative(f[j], y[j], sample, j, sides);
        }
        if (last == SmoothActivation.SOFTMAX) {
            softmax.backward(f, deltas.clone(), deltas);
        } else if (!last.equals(Activation.IDENTITY)) {
            for (int j = 0; j < y.length; j++) {
                deltas[j] = field.multiply(deltas[j], pass.slopes()[layers - 1][j]);
            }
        }
    }

    private T derivative(T f, T y, int sample, int unit, Sides sides) {
        if (problem.loss() == SmoothLoss.LOGISTIC) {
            field.apply(SmoothActivation.SIGMOID, field.negate(field.multiply(y, f)), value, slope, 0);
            return field.negate(field.multiply(y, value[0]));
        }
        return switch ((RationalLoss) problem.loss()) {
            case SQUARED -> field.subtract(f, y);
            case PERCEPTRON -> side(field.multiply(y, f), sample, unit, sides) <= 0 ? field.negate(y) : field.zero();
            case HINGE -> side(margin(f, y), sample, unit, sides) > 0 ? field.negate(y) : field.zero();
            case ABSOLUTE -> switch (side(field.subtract(f, y), sample, unit, sides)) {
                case 1 -> field.one();
                case -1 -> minusOne;
                default -> field.zero();
            };
        };
    }

    private T margin(T f, T y) {
        return field.subtract(field.one(), field.multiply(y, f));
    }

    private int side(T number, int sample, int unit, Sides sides) {
        Sign sign = field.sign(number);
        int side = switch (sign) {
            case NEGATIVE -> -1;
            case ZERO -> 0;
            case POSITIVE -> 1;
            case UNKNOWN -> throw new UndecidedSide(sample, layers, unit);
        };
        sides.decided(sample, layers, unit, side);
        return side;
    }

    /** The loss, summed over the outputs. It has no jump, so that a side that is not known widens it and no more. */
    T value(Pass<T> pass, T[] y) {
        T[] z = pass.preactivations()[layers - 1];
        T[] f = pass.activations()[layers - 1];
        if (problem.loss() == SmoothLoss.CROSS_ENTROPY && last == SmoothActivation.SOFTMAX) {
            return softmax.crossEntropy(z, y);
        }
        T sum = field.zero();
        for (int j = 0; j < y.length; j++) {
            sum = field.add(sum, problem.loss() == SmoothLoss.CROSS_ENTROPY ? binary(z[j], y[j]) : term(f[j], y[j]));
        }
        return sum;
    }

    /** {@code -y log f - (1 - y) log(1 - f)} with {@code f = sigmoid(z)}: {@code softplus(z) - y z}. */
    private T binary(T z, T y) {
        return field.isZero(field.subtract(y, field.one())) ? softplus(field.negate(z))
                : field.subtract(softplus(z), field.multiply(y, z));
    }

    private T term(T f, T y) {
        if (problem.loss() == SmoothLoss.LOGISTIC) {
            return softplus(field.negate(field.multiply(y, f)));
        }
        return switch ((RationalLoss) problem.loss()) {
            case SQUARED -> {
                T difference = field.subtract(f, y);
                yield field.multiply(half, field.multiply(difference, difference));
            }
            case PERCEPTRON -> valueOf(positivePart, field.negate(field.multiply(y, f)));
            case HINGE -> valueOf(positivePart, margin(f, y));
            case ABSOLUTE -> valueOf(size, field.subtract(f, y));
        };
    }

    private T softplus(T z) {
        field.apply(SmoothActivation.SOFTPLUS, z, value, slope, 0);
        return value[0];
    }

    private T valueOf(Bend<T> bend, T z) {
        bend.apply(z, value, slope, 0);
        return value[0];
    }
}
