package org.stillpoint.engine.enclosure.tube;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Radius;
import org.stillpoint.enclosure.Sign;
import org.stillpoint.enclosure.Slope;
import org.stillpoint.engine.enclosure.BallField;

/** An activation with its first and second derivative over an interval. */
interface Curve {

    /** {@code 1 / sqrt(2 pi) = 0.398942280401432...}. */
    Ball DENSITY_AT_ZERO = hull(Intervals.PRECISION,
            Intervals.PRECISION.ball(new BigFraction(39_894_228_040_143L, 100_000_000_000_000L)),
            Intervals.PRECISION.ball(new BigFraction(39_894_228_040_144L, 100_000_000_000_000L)));

    /**
     * Puts value, slope and curvature over the interval z[i] at place i.
     *
     * @param side on which the whole tube is, as {@link org.stillpoint.engine.enclosure.Sides} has it, if there are sides
     */
    void apply(Intervals z, int i, int side, Intervals value, Intervals slope, Intervals curvature);

    /** @param activation not softmax */
    static Curve of(Activation activation, KinkDerivatives kinks) {
        if (activation instanceof SmoothActivation smooth) {
            return (z, i, side, value, slope, curvature) -> smooth(smooth, z.ball(i), i, value, slope, curvature);
        }
        if (activation.equals(Activation.SOFTSIGN)) {
            return (z, i, side, value, slope, curvature) -> softsign(z, i, value, slope, curvature);
        }
        if (activation.equals(Activation.RATIONAL_SIGMOID)) {
            return Curve::rationalSigmoid;
        }
        return new Lines(activation.rational(), kinks);
    }

    private static void smooth(SmoothActivation activation, Ball z, int i, Intervals value, Intervals slope,
                               Intervals curvature) {
        Precision p = Intervals.PRECISION;
        Slope both = BallField.slope(p, activation, z);
        value.set(i, both.value(), p);
        slope.set(i, both.slope(), p);
        curvature.set(i, curvature(p, activation, z, both), p);
    }

    private static Ball curvature(Precision p, SmoothActivation activation, Ball z, Slope both) {
        return switch (activation) {
            case SIGMOID -> p.multiply(both.slope(), p.subtract(p.one(), p.timesPowerOfTwo(both.value(), 1)));
            case TANH -> p.timesPowerOfTwo(p.multiply(both.value(), both.slope()), 1).negate();
            case SOFTPLUS -> p.sigmoid(z).slope();
            case ELU -> elu(p, z, both.slope());
            case SILU -> silu(p, z);
            case GELU -> p.multiply(density(p, z), p.subtract(p.ball(2), p.multiply(z, z)));
            case SOFTMAX -> throw new IllegalArgumentException("softmax is a function of a whole layer");
        };
    }

    /**
     * 0 above 0 and {@code e^z} below: between 0 and 1 where the side is not known, and that bounds how fast the slope changes.
     */
    private static Ball elu(Precision p, Ball z, Ball slope) {
        return switch (z.sign()) {
            case POSITIVE -> p.zero();
            case NEGATIVE -> slope;
            default -> hull(p, p.zero(), p.one());
        };
    }

    /** {@code s' (2 + z (1 - 2 s))}. */
    private static Ball silu(Precision p, Ball z) {
        Slope s = p.sigmoid(z);
        return p.multiply(s.slope(), p.add(p.ball(2),
                p.multiply(z, p.subtract(p.one(), p.timesPowerOfTwo(s.value(), 1)))));
    }

    /** That of the normal distribution. */
    private static Ball density(Precision p, Ball z) {
        return p.multiply(p.exp(p.timesPowerOfTwo(p.multiply(z, z), -1).negate()), DENSITY_AT_ZERO);
    }

    private static Ball hull(Precision p, Ball low, Ball high) {
        Ball middle = p.timesPowerOfTwo(p.add(low, high), -1);
        BigInteger reach = high.mid().subtract(low.mid()).abs().shiftRight(1).add(BigInteger.TWO);
        return p.widened(middle, Radius.of(reach));
    }

    /**
     * {@code z / (1 + |z|)}, slope {@code 1 / (1 + |z|)^2}, curvature {@code -2 sign(z) / (1 + |z|)^3}, between -2 and 2 where
     * the side is not known, and that bounds how fast the slope changes.
     */
    private static void softsign(Intervals z, int i, Intervals value, Intervals slope, Intervals curvature) {
        Precision p = Intervals.PRECISION;
        Ball ball = z.ball(i);
        Sign sign = ball.sign();
        if (sign == Sign.UNKNOWN || sign == Sign.ZERO) {
            long reach = Math.abs(z.mid(i)) + z.rad(i);
            value.set(i, 0, reach);
            slope.set(i, Intervals.ONE, 2 * reach);
            curvature.set(i, 0, 2 * Intervals.ONE);
            return;
        }
        Ball absolute = sign == Sign.NEGATIVE ? ball.negate() : ball;
        Ball inverse = p.divide(p.one(), p.add(p.one(), absolute));
        Ball square = p.multiply(inverse, inverse);
        Ball above = p.multiply(absolute, inverse);
        Ball bent = p.timesPowerOfTwo(p.multiply(square, inverse), 1);
        value.set(i, sign == Sign.NEGATIVE ? above.negate() : above, p);
        slope.set(i, square, p);
        curvature.set(i, sign == Sign.NEGATIVE ? bent : bent.negate(), p);
    }

    private static void rationalSigmoid(Intervals z, int i, int side, Intervals value, Intervals slope, Intervals curvature) {
        softsign(z, i, value, slope, curvature);
        for (Intervals each : new Intervals[] {value, slope, curvature}) {
            each.set(i, each.mid(i) >> 1, (each.rad(i) >> 1) + 1);
        }
        value.set(i, value.mid(i) + Intervals.ONE / 2, value.rad(i));
    }
}
