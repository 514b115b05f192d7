package org.stillpoint.enclosure;

import java.math.BigInteger;

/**
 * The logistic function and what is made of it. At the middle z of a ball of radius r a function f is at most
 * {@code (|f'(z)| + r max|f''| / 2) r} from its values in the ball, with a bound of f'' that holds everywhere, and its slope
 * likewise.
 */
final class Logistic {

    /** In units, of the value at an exact point: see {@link #atMiddle}. */
    private static final long VALUE_ERROR = 3;

    /** 3 times {@code |1 - 2s|} from the value's error, its square, and one for rounding. */
    private static final long SLOPE_ERROR = 5;

    private static final long TANH_ERROR = 5;
    private static final long TANH_SLOPE_ERROR = 12;

    private final Precision precision;
    private final int bits;

    Logistic(Precision precision) {
        this.precision = precision;
        this.bits = precision.bits();
    }

    /**
     * {@code s = 1/(1 + e^-z)}, {@code s' = s (1 - s)}, {@code |s''| = s' |1 - 2s| <= 1/8}, {@code |s'''| <= 1/8}; beyond radius
     * 1 the value is between 0 and 1 and the slope between 0 and 1/4, which says more than the radius does.
     */
    Slope sigmoid(Ball z) {
        if (z.isZero()) {
            return new Slope(precision.half(), precision.timesPowerOfTwo(precision.one(), -2));
        }
        if (Radius.bits(z.radius()) > bits) {
            Ball eighth = precision.timesPowerOfTwo(precision.one(), -3);
            return new Slope(precision.half().widened(Radius.of(precision.half().mid())),
                    eighth.widened(Radius.of(eighth.mid())));
        }
        BigInteger value = atMiddle(z.mid());
        BigInteger one = precision.one().mid();
        BigInteger slope = value.multiply(one.subtract(value)).shiftRight(bits);
        if (z.isExact()) {
            return new Slope(new Ball(value, VALUE_ERROR), new Ball(slope, SLOPE_ERROR));
        }
        long r = z.radius();
        long square = Radius.multiply(r, r, bits);
        long steepest = Radius.add(Radius.of(slope), SLOPE_ERROR);
        long bent = Radius.multiply(steepest, Radius.add(Radius.of(one.subtract(value.shiftLeft(1))), 2 * VALUE_ERROR), bits);
        long valueReach = Radius.add(Radius.multiply(steepest, r, bits), Radius.shift(square, -4));
        long slopeReach = Radius.add(Radius.multiply(bent, r, bits), Radius.shift(square, -4));
        return new Slope(new Ball(value, Radius.add(VALUE_ERROR, valueReach)),
                new Ball(slope, Radius.add(SLOPE_ERROR, slopeReach)));
    }

    /**
     * At most 3 units away: {@code e = e^-|z|} is at most 2 off, {@code 1/(1 + e)} falls no faster than e grows, rounding down
     * adds one, and {@code s(z) = 1 - s(-z)}.
     */
    private BigInteger atMiddle(BigInteger z) {
        BigInteger one = precision.one().mid();
        BigInteger small = precision.exponential().ofMinus(z.abs()).mid();
        BigInteger ofAbsolute = one.shiftLeft(bits).divide(one.add(small));
        return z.signum() < 0 ? one.subtract(ofAbsolute) : ofAbsolute;
    }

    /**
     * {@code t = (1 - e) / (1 + e)} with {@code e = e^(-2|z|)}, {@code t' = 1 - t^2}, {@code |t''| = 2 |t| t' < 4/5},
     * {@code |t'''| <= 2}. With e at most 2 off, t is at most 4 off, as {@code |dt/de| <= 2}, and one more for rounding; its
     * square below 2 times that and one more for rounding.
     */
    Slope tanh(Ball z) {
        BigInteger one = precision.one().mid();
        if (z.isZero()) {
            return new Slope(precision.zero(), precision.one());
        }
        if (Radius.bits(z.radius()) > bits) {
            Ball half = precision.half();
            return new Slope(precision.zero().widened(Radius.of(one)), half.widened(Radius.of(half.mid())));
        }
        BigInteger small = precision.exponential().ofMinus(z.mid().abs().shiftLeft(1)).mid();
        BigInteger ofAbsolute = one.subtract(small).shiftLeft(bits).divide(one.add(small));
        BigInteger slope = one.subtract(ofAbsolute.multiply(ofAbsolute).shiftRight(bits));
        BigInteger value = z.mid().signum() < 0 ? ofAbsolute.negate() : ofAbsolute;
        if (z.isExact()) {
            return new Slope(new Ball(value, TANH_ERROR), new Ball(slope, TANH_SLOPE_ERROR));
        }
        long r = z.radius();
        long square = Radius.multiply(r, r, bits);
        long steepest = Radius.add(Radius.of(slope), TANH_SLOPE_ERROR);
        long bent = Radius.shift(Radius.multiply(steepest, Radius.add(Radius.of(ofAbsolute), TANH_ERROR), bits), 1);
        long valueReach = Radius.add(Radius.multiply(steepest, r, bits), Radius.shift(square, -1));
        return new Slope(new Ball(value, Radius.add(TANH_ERROR, valueReach)),
                new Ball(slope, Radius.add(TANH_SLOPE_ERROR, Radius.add(Radius.multiply(bent, r, bits), square))));
    }

    /**
     * {@code f = z s}, {@code f' = s + z s'}, {@code f'' = s' (2 - |z| tanh(|z|/2))}: at most 1/2, as s' is at most 1/4; at least
     * {@code -(|z| - 2) e^-|z| >= -e^-3}. So {@code |f''| <= 1/2} everywhere.
     */
    Slope silu(Ball z) {
        Ball middle = precision.midpoint(z);
        Slope sigmoid = sigmoid(middle);
        Ball value = precision.multiply(middle, sigmoid.value());
        Ball slope = precision.add(sigmoid.value(), precision.multiply(middle, sigmoid.slope()));
        if (z.isExact()) {
            return new Slope(value, slope);
        }
        long r = z.radius();
        long reach = Radius.add(Radius.multiply(slope.magnitude(), r, bits), Radius.shift(Radius.multiply(r, r, bits), -2));
        return new Slope(value.widened(reach), slope.widened(Radius.shift(r, -1)));
    }
}
