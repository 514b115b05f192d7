package org.stillpoint.engine.enclosure;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Radius;
import org.stillpoint.enclosure.Sign;
import org.stillpoint.enclosure.Slope;
import org.stillpoint.enclosure.UndecidedException;

/**
 * Balls whose radii tell how errors would grow at any precision: first order only, however large they are, so that nothing here
 * is certain. A side is the one of the middle.
 */
final class PilotField extends NumbersInBalls {

    private final Precision precision;
    private final int bits;

    PilotField(Precision precision) {
        super(precision);
        this.precision = precision;
        this.bits = precision.bits();
    }

    @Override
    public Ball add(Ball a, Ball b) {
        return new Ball(a.mid().add(b.mid()), Radius.add(a.radius(), b.radius()));
    }

    @Override
    public Ball subtract(Ball a, Ball b) {
        return b.isZero() ? a : new Ball(a.mid().subtract(b.mid()), Radius.add(a.radius(), b.radius()));
    }

    @Override
    public Ball multiply(Ball a, Ball b) {
        return a.isZero() || b.isZero() ? precision.zero() : rounded(a.mid().multiply(b.mid()), cross(a, b, 0));
    }

    /** The radius with that of a product added. */
    private long cross(Ball a, Ball b, long radius) {
        long sum = radius;
        if (a.radius() != 0) {
            sum = Radius.add(sum, scaled(Radius.of(b.mid()), a.radius()));
        }
        return b.radius() == 0 ? sum : Radius.add(sum, scaled(Radius.of(a.mid()), b.radius()));
    }

    private long scaled(long factor, long radius) {
        return Radius.shift(Radius.multiply(factor, radius), -bits);
    }

    private Ball rounded(BigInteger product, long radius) {
        boolean exact = radius == 0 && (product.signum() == 0 || product.getLowestSetBit() >= bits);
        return new Ball(product.shiftRight(bits), exact ? 0 : Radius.add(radius, Radius.of(BigInteger.ONE)));
    }

    @Override
    public Ball divide(Ball a, Ball b) {
        if (b.mid().signum() == 0) {
            throw new UndecidedException("a quotient by 0");
        }
        BigInteger quotient = a.mid().shiftLeft(bits).divide(b.mid());
        long error = Radius.add(a.radius(), scaled(Radius.of(quotient), b.radius()));
        return new Ball(quotient, Radius.add(scaled(reciprocal(b.mid()), error), Radius.of(BigInteger.ONE)));
    }

    private long reciprocal(BigInteger mid) {
        return Radius.of(BigInteger.ONE.shiftLeft(2 * bits).divide(mid));
    }

    @Override
    public Ball power(BigFraction base, int exponent) {
        Ball power = new BallField(precision).power(base, exponent);
        return new Ball(power.mid(), power.radius());
    }

    @Override
    public Ball squareRoot(Ball square) {
        if (square.mid().signum() <= 0) {
            return new Ball(BigInteger.ZERO, square.radius());
        }
        BigInteger root = square.mid().shiftLeft(bits).sqrt();
        return new Ball(root, Radius.add(Radius.shift(scaled(reciprocal(root), square.radius()), -1), Radius.of(BigInteger.ONE)));
    }

    @Override
    public Ball dot(Ball start, Ball[] a, int from, int stride, Ball[] x) {
        BigInteger sum = start == null ? BigInteger.ZERO : start.mid().shiftLeft(bits);
        long radius = start == null ? 0 : start.radius();
        for (int i = 0; i < x.length; i++) {
            Ball u = a[from + i * stride];
            if (!u.isZero() && !x[i].isZero()) {
                sum = sum.add(u.mid().multiply(x[i].mid()));
                radius = cross(u, x[i], radius);
            }
        }
        return rounded(sum, radius);
    }

    @Override
    public boolean isZero(Ball a) {
        return a.isZero();
    }

    @Override
    public Sign sign(Ball a) {
        return middle(a).sign();
    }

    @Override
    public Ball exp(Ball a) {
        Ball power = precision.exp(middle(a));
        return grown(power, power, a);
    }

    @Override
    public Ball log(Ball a) {
        Ball log = precision.log(middle(a));
        return new Ball(log.mid(), Radius.add(log.radius(), scaled(reciprocal(a.mid()), a.radius())));
    }

    /** The value at the middle of z, for all of z. */
    private Ball grown(Ball value, Ball slope, Ball z) {
        return new Ball(value.mid(), Radius.add(value.radius(), scaled(Radius.of(slope.mid()), z.radius())));
    }

    @Override
    public void apply(SmoothActivation sigma, Ball z, Ball[] values, Ball[] slopes, int at) {
        Slope both = BallField.slope(precision, sigma, middle(z));
        values[at] = grown(both.value(), both.slope(), z);
        slopes[at] = grown(both.slope(), bend(sigma, both), z);
    }

    /** About the slope of the slope. */
    private Ball bend(SmoothActivation sigma, Slope at) {
        return switch (sigma) {
            case SIGMOID -> at.slope();
            case TANH -> precision.timesPowerOfTwo(precision.multiply(at.value(), at.slope()), 1);
            case SOFTPLUS -> precision.multiply(at.slope(), precision.subtract(precision.one(), at.slope()));
            default -> precision.half();
        };
    }

    @Override
    public Ball middle(Ball a) {
        return a.radius() == 0 ? a : precision.midpoint(a);
    }

    @Override
    public Ball spread(Ball atMiddle, Ball source, int k) {
        return new Ball(atMiddle.mid(), Radius.add(atMiddle.radius(), Radius.shift(source.radius(), k)));
    }

    @Override
    public boolean seemsLarger(Ball a, Ball b) {
        return a.mid().compareTo(b.mid()) > 0;
    }
}
