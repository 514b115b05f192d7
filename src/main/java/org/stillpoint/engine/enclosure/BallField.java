package org.stillpoint.engine.enclosure;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Radius;
import org.stillpoint.enclosure.Sign;
import org.stillpoint.enclosure.Slope;

/** Balls of one precision. */
public final class BallField extends NumbersInBalls {

    private final Precision precision;

    public BallField(Precision precision) {
        super(precision);
        this.precision = precision;
    }

    @Override
    public Ball add(Ball a, Ball b) {
        return b.isZero() ? a : a.isZero() ? b : precision.add(a, b);
    }

    @Override
    public Ball subtract(Ball a, Ball b) {
        return b.isZero() ? a : precision.subtract(a, b);
    }

    @Override
    public Ball multiply(Ball a, Ball b) {
        return precision.multiply(a, b);
    }

    @Override
    public Ball divide(Ball a, Ball b) {
        return precision.divide(a, b);
    }

    @Override
    public Ball power(BigFraction base, int exponent) {
        Ball power = precision.one();
        Ball square = precision.ball(base);
        for (int rest = exponent; rest > 0; rest >>= 1) {
            power = (rest & 1) == 1 ? precision.multiply(power, square) : power;
            square = precision.multiply(square, square);
        }
        return power;
    }

    /** What of the ball is below 0 cannot be meant, so that the root is one of 0 to its upper end. */
    @Override
    public Ball squareRoot(Ball square) {
        if (square.sign() != Sign.UNKNOWN) {
            return precision.sqrt(square);
        }
        Ball half = precision.timesPowerOfTwo(precision.sqrt(precision.ball(precision.high(square))), -1);
        return precision.widened(half, Radius.of(half.mid()));
    }

    @Override
    public Ball dot(Ball start, Ball[] a, int from, int stride, Ball[] x) {
        return precision.dot(start, a, from, stride, x);
    }

    @Override
    public boolean isZero(Ball a) {
        return a.isZero();
    }

    @Override
    public Sign sign(Ball a) {
        return a.sign();
    }

    @Override
    public Ball exp(Ball a) {
        return precision.exp(a);
    }

    @Override
    public Ball log(Ball a) {
        return precision.log(a);
    }

    @Override
    public void apply(SmoothActivation sigma, Ball z, Ball[] values, Ball[] slopes, int at) {
        Slope both = slope(precision, sigma, z);
        values[at] = both.value();
        slopes[at] = both.slope();
    }

    public static Slope slope(Precision precision, SmoothActivation sigma, Ball z) {
        return switch (sigma) {
            case SIGMOID -> precision.sigmoid(z);
            case TANH -> precision.tanh(z);
            case SOFTPLUS -> precision.softplus(z);
            case ELU -> precision.elu(z);
            case SILU -> precision.silu(z);
            case GELU -> precision.gelu(z);
            case SOFTMAX -> throw new IllegalArgumentException("softmax is a function of a whole layer");
        };
    }

    @Override
    public Ball middle(Ball a) {
        return precision.midpoint(a);
    }

    @Override
    public Ball spread(Ball atMiddle, Ball source, int k) {
        return precision.widened(atMiddle, Radius.shift(source.radius(), k));
    }

    @Override
    public boolean seemsLarger(Ball a, Ball b) {
        return a.mid().compareTo(b.mid()) > 0;
    }
}
