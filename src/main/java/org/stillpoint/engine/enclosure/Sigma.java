package org.stillpoint.engine.enclosure;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.SmoothActivation;

/** An activation function of one number. */
interface Sigma<T> {

    /** What {@link #apply} answers where there is no side to decide. */
    int NO_SIDE = Integer.MIN_VALUE;

    /** What {@link #apply} answers where the side is not known; then the value is enclosed, but there is no slope. */
    int UNDECIDED = Integer.MAX_VALUE;

    /** Puts the value and the slope at z at one place of two arrays, and answers the side as {@link Sides} has it. */
    int apply(T z, T[] values, T[] slopes, int at);

    /** @param activation not softmax, which is no function of one number */
    static <T> Sigma<T> of(Field<T> field, Activation activation, KinkDerivatives kinks) {
        if (activation instanceof SmoothActivation smooth) {
            return (z, values, slopes, at) -> {
                field.apply(smooth, z, values, slopes, at);
                return NO_SIDE;
            };
        }
        return rational(field, activation.rational(), kinks);
    }

    private static <T> Sigma<T> rational(Field<T> field, RationalActivation activation, KinkDerivatives kinks) {
        if (activation.equals(Activation.IDENTITY)) {
            return (z, values, slopes, at) -> {
                values[at] = z;
                slopes[at] = field.one();
                return NO_SIDE;
            };
        }
        if (activation.equals(Activation.SOFTSIGN)) {
            return new Softsign<>(field);
        }
        if (activation.equals(Activation.RATIONAL_SIGMOID)) {
            return halfAndHalf(field, new Softsign<>(field));
        }
        Slopes slopes = new Slopes(kinks, activation);
        return activation.equals(Activation.HARD_TANH)
                ? new CutOff<>(field, field.number(slopes.at(BigFraction.MINUS_ONE)), field.number(slopes.at(BigFraction.ONE)))
                : new Bend<>(field, slopes.at(BigFraction.MINUS_ONE), field.number(slopes.at(BigFraction.ZERO)));
    }

    /** {@code 1/2 + f/2}. */
    private static <T> Sigma<T> halfAndHalf(Field<T> field, Sigma<T> f) {
        T half = field.number(BigFraction.ONE_HALF);
        return (z, values, slopes, at) -> {
            int side = f.apply(z, values, slopes, at);
            values[at] = field.add(half, field.multiply(half, values[at]));
            slopes[at] = field.multiply(half, slopes[at]);
            return side;
        };
    }

    /** The slopes of an activation, as the kernel is told them. */
    record Slopes(KinkDerivatives kinks, RationalActivation activation) {

        BigFraction at(BigFraction z) {
            return kinks.function(activation).derivative(z, kinks.kappa());
        }
    }
}
