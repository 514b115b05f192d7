package org.stillpoint.check.rounding;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Slope;
import org.stillpoint.kernel.ActivationFunction;

/**
 * Activations that are not made of straight lines. What a program calculates for one, or for its slope, may be off by some units in
 * the last place of 1 or of the value, whichever is larger: a slope may be had from the value, as {@code a (1 - a)}. Those that are
 * z times a function may be off by |z| times as much, where that is more: the slope of silu is {@code s (1 + z (1 - s))}, and all
 * that is known of the small number {@code 1 - s} may be lost. All of them change at most twice as fast as their argument.
 *
 * @param ulps how many an exponential, a logarithm or the like may be off, from 0; an activation may need two of them
 */
public record Elementary(FloatFormat format, int ulps) {

    private static final Precision PRECISION = Precision.of(160);
    private static final int MOST_KEPT = 20_000;
    private static final Map<At, Both> KEPT = new ConcurrentHashMap<>();

    /** As many as an activation may need. */
    private static final int FUNCTIONS = 2;

    /** Units that the few operations around them add. */
    private static final int AROUND = 4;
    private static final Above STEEPEST = Above.of(2);
    private static final Above ONE = Above.of(1);

    private record At(Activation activation, Scaled z) {
    }

    /** Within the last bits of the precision, which are far beyond those of a float. */
    private record Both(Scaled value, Scaled slope) {
    }

    /** The activation of a stored pre-activation, stored. */
    public Rounded value(Activation activation, Rounded z) {
        Inexact at = Inexact.general(z);
        return near(both(activation, at.exact()).value, at.off(), scale(activation, at));
    }

    /** Its slope there, stored. */
    public Rounded slope(Activation activation, Rounded z) {
        Inexact at = Inexact.general(z);
        return near(both(activation, at.exact()).slope, at.off(), scale(activation, at));
    }

    private static Above scale(Activation activation, Inexact z) {
        boolean grows = activation == Activation.SILU || activation == Activation.GELU;
        return grows && !z.exact().isWithin(ONE) ? z.exact().size() : ONE;
    }

    /** Softmax of stored pre-activations. */
    public List<Rounded> softmax(List<Rounded> z) {
        Above error = z.stream().map(unit -> Inexact.general(unit).off()).reduce(Above.ZERO, Above::plus);
        BigFraction top = z.stream().map(Rounded::value).max(BigFraction::compareTo).orElseThrow();
        List<Ball> powers = z.stream().map(unit -> PRECISION.exp(PRECISION.ball(unit.value().subtract(top)))).toList();
        Ball sum = powers.stream().reduce(PRECISION.zero(), PRECISION::add);
        return powers.stream().map(power -> near(middle(PRECISION.divide(power, sum)), error, ONE)).toList();
    }

    /** {@code 1 / (1 + e^-t)} of a stored number. */
    public Rounded logistic(Rounded t) {
        return value(Activation.SIGMOID, t);
    }

    private Rounded near(Scaled value, Above errorBelow, Above scale) {
        if (!format.rounds()) {
            return Rounded.of(value.value());
        }
        Above size = value.isWithin(scale) ? scale : value.size();
        Above own = Above.of((long) FUNCTIONS * ulps + AROUND).shifted(1 - format.precision()).times(size);
        return Inexact.around(value, own.plus(errorBelow.times(STEEPEST)));
    }

    private static Both both(Activation activation, Scaled z) {
        if (KEPT.size() > MOST_KEPT) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(new At(activation, z.stripped()), at -> calculated(at.activation, at.z.value()));
    }

    private static Both calculated(Activation activation, BigFraction z) {
        if (!(activation instanceof SmoothActivation smooth)) {
            ActivationFunction kernel = activation.rational().kernel();
            return new Both(Scaled.of(kernel.value(z)), Scaled.of(kernel.derivative(z, BigFraction.ZERO)));
        }
        Function<Ball, Slope> function = switch (smooth) {
            case SIGMOID -> PRECISION::sigmoid;
            case TANH -> PRECISION::tanh;
            case SOFTPLUS -> PRECISION::softplus;
            case ELU -> PRECISION::elu;
            case SILU -> PRECISION::silu;
            case GELU -> PRECISION::gelu;
            case SOFTMAX -> throw new IllegalArgumentException("softmax of one unit, expected that of a layer");
        };
        Slope at = function.apply(PRECISION.ball(z));
        return new Both(middle(at.value()), middle(at.slope()));
    }

    private static Scaled middle(Ball ball) {
        return Scaled.of(ball.mid(), -PRECISION.bits());
    }
}
