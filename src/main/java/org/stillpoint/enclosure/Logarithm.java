package org.stillpoint.enclosure;

import java.math.BigInteger;

/** The natural logarithm. */
final class Logarithm {

    /** Below it the series is short. */
    private static final int SERIES_BITS = 96;
    private static final int GUARD = 40;
    private static final int ROUND_TO = 32;

    private final Precision precision;
    private final int bits;

    Logarithm(Precision precision) {
        this.precision = precision;
        this.bits = precision.bits();
    }

    /** {@code |log X - log x| <= |X - x| / low}, with low the smallest number of the ball. */
    Ball log(Ball x) {
        BigInteger low = x.mid().subtract(Radius.toInteger(x.radius()));
        if (low.signum() <= 0) {
            throw new UndecidedException("a logarithm of what may be zero or negative");
        }
        Ball middle = ofExact(x.mid());
        return x.isExact() ? middle : middle.widened(Radius.multiply(x.radius(), precision.reciprocalAbove(low), bits));
    }

    /** {@code log(2^k y) = k ln 2 + log y} with y from 1/2 to below 1, or at 1. */
    private Ball ofExact(BigInteger x) {
        if (x.equals(precision.one().mid())) {
            return precision.zero();
        }
        int power = x.bitLength() - bits;
        Precision more = longer(bits + GUARD + Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(power)));
        int shift = more.bits() - bits - power;
        Ball y = new Ball(shift >= 0 ? x.shiftLeft(shift) : x.shiftRight(-shift), shift >= 0 ? 0 : 1);
        Ball logarithm = ofReduced(more, y);
        if (power != 0) {
            Ball two = new Ball(Constants.logarithmOfTwo(more.bits()), 2);
            logarithm = more.add(logarithm, new Ball(two.mid().multiply(BigInteger.valueOf(power)),
                    Radius.multiply(two.radius(), Radius.of(Math.abs((long) power)))));
        }
        return precision.from(more, logarithm);
    }

    private static Precision longer(int bits) {
        return Precision.of((bits + ROUND_TO - 1) / ROUND_TO * ROUND_TO);
    }

    /**
     * For y from 1/2 to 1: u, any number close to log y from half the precision, and {@code log(y e^-u) = log(1 + d)}, where
     * {@code |log(1 + d) - d| <= d^2} for {@code |d| <= 1/2}.
     */
    private static Ball ofReduced(Precision p, Ball y) {
        if (p.bits() <= SERIES_BITS) {
            return series(p, y);
        }
        Precision half = longer(p.bits() / 2 + 8);
        BigInteger near = ofReduced(half, half.from(p, p.midpoint(y))).mid().min(BigInteger.ZERO)
                .shiftLeft(p.bits() - half.bits());
        Ball power = p.exponential().ofMinus(near.negate());
        Ball d = p.subtract(p.divide(y, power), p.one());
        long size = d.magnitude();
        if (Radius.bits(size) >= p.bits()) {
            throw new UndecidedException("a logarithm whose argument is known to no bits");
        }
        return new Ball(near.add(d.mid()), Radius.add(d.radius(), Radius.multiply(size, size, p.bits())));
    }

    /**
     * {@code log y = 2 artanh q} with {@code q = (y - 1) / (y + 1)}, {@code |q| <= 1/3}: the terms left out sum to less than 9/8
     * of the first of them.
     */
    private static Ball series(Precision p, Ball y) {
        Ball q = p.divide(p.subtract(y, p.one()), p.add(y, p.one()));
        Ball square = p.multiply(q, q);
        Ball power = q;
        Ball sum = q;
        for (int k = 3; k < p.bits(); k += 2) {
            power = p.multiply(power, square);
            sum = p.add(sum, p.divide(power, k));
        }
        return p.timesPowerOfTwo(sum.widened(Radius.shift(power.magnitude(), 1)), 1);
    }

    /**
     * {@code log(1 + e^z) = max(z, 0) + log(1 + e^-|z|)}; its slope is the logistic function, which changes at most 1/4 as fast
     * as z.
     */
    Slope softplus(Ball z) {
        Ball middle = precision.midpoint(z);
        Ball small = precision.exponential().ofMinus(z.mid().abs());
        Ball value = log(precision.add(precision.one(), small));
        if (z.mid().signum() > 0) {
            value = precision.add(value, middle);
        }
        Slope sigmoid = precision.sigmoid(z);
        if (z.isExact()) {
            return new Slope(value, sigmoid.value());
        }
        long r = z.radius();
        long reach = Radius.add(Radius.multiply(precision.sigmoid(middle).value().magnitude(), r, bits),
                Radius.shift(Radius.multiply(r, r, bits), -3));
        return new Slope(value.widened(reach), sigmoid.value());
    }
}
