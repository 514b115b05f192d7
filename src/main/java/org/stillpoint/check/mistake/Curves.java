package org.stillpoint.check.mistake;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Activation;

/** Activations and their slopes, with their conventions at kinks. */
final class Curves {

    private static final BigFraction HALF = new BigFraction(1, 2);

    private Curves() {
    }

    /** The activation of a unit. */
    static Rounded value(Pass p, int i, int l, int j) {
        if (p.activation(l) == Activation.SOFTMAX) {
            List<Rounded> z = IntStream.range(0, p.units(l)).mapToObj(m -> p.z(i, l, m)).toList();
            return p.elementary().softmax(z).get(j);
        }
        return value(p, p.activation(l), p.z(i, l, j));
    }

    /** An activation, other than softmax, at a stored number. */
    static Rounded value(Pass p, Activation activation, Rounded z) {
        if (activation == Activation.IDENTITY) {
            return z;
        }
        if (activation == Activation.RELU) {
            return z.sign() > 0 ? z : Rounded.ZERO;
        }
        if (activation == Activation.ABS) {
            return z.sign() < 0 ? z.negate() : z;
        }
        if (activation == Activation.HARD_TANH) {
            return z.minus(Rounded.ONE).sign() > 0 ? Rounded.ONE : z.plus(Rounded.ONE).sign() < 0 ? Rounded.ONE.negate() : z;
        }
        if (isLeaky(activation)) {
            return z.sign() < 0 ? slopeBelow(p, activation).times(z) : z;
        }
        return p.elementary().value(activation, z);
    }

    /** The slope of an activation, other than softmax, at a stored number. */
    static Rounded slope(Pass p, Activation activation, Rounded z) {
        if (activation == Activation.IDENTITY) {
            return Rounded.ONE;
        }
        if (activation == Activation.RELU) {
            return z.sign() > 0 ? Rounded.ONE : z.sign() < 0 ? Rounded.ZERO : switch (way(p, Convention.RELU_AT_0)) {
                case 0 -> Rounded.ZERO;
                case 1 -> Rounded.ONE;
                default -> Rounded.of(HALF);
            };
        }
        if (activation == Activation.ABS) {
            return Rounded.of(z.sign() != 0 ? z.sign() : new int[] {0, 1, -1}[way(p, Convention.ABS_AT_0)]);
        }
        if (activation == Activation.HARD_TANH) {
            int above = z.minus(Rounded.ONE).sign();
            int below = z.plus(Rounded.ONE).sign();
            return above > 0 || below < 0 ? Rounded.ZERO : above < 0 && below > 0 ? Rounded.ONE
                    : switch (way(p, Convention.HARD_TANH_AT_KINKS)) {
                        case 0 -> Rounded.ONE;
                        case 1 -> Rounded.ZERO;
                        default -> Rounded.of(HALF);
                    };
        }
        if (isLeaky(activation)) {
            Rounded below = slopeBelow(p, activation);
            return z.sign() > 0 ? Rounded.ONE : z.sign() < 0 ? below : switch (way(p, Convention.LEAKY_RELU_AT_0)) {
                case 0 -> below;
                case 1 -> Rounded.ONE;
                case 2 -> Rounded.ONE.plus(below).times(Rounded.of(HALF)).stored(p.format());
                default -> Rounded.ZERO;
            };
        }
        if (activation == Activation.SOFTMAX) {
            return Rounded.ONE;
        }
        return p.elementary().slope(activation, z);
    }

    private static int way(Pass p, Convention convention) {
        return p.conventions().way(convention);
    }

    static boolean isLeaky(Activation activation) {
        return activation.id().startsWith(Activation.LEAKY_RELU.id());
    }

    /** The slope of a leaky-relu below 0. */
    static Rounded slopeBelow(Pass p, Activation leaky) {
        return Rounded.constant(leaky.rational().kernel().value(BigFraction.MINUS_ONE).negate(), p.format());
    }
}
