package org.stillpoint.enclosure;

import java.math.BigInteger;

/** The error function and the normal distribution. */
final class Gaussian {

    private static final int GUARD = 64;
    private static final int ROUND_TO = 32;

    private final Precision precision;
    private final int bits;

    Gaussian(Precision precision) {
        this.precision = precision;
        this.bits = precision.bits();
    }

    /** The slope is at most {@code 2/sqrt(pi) < 5/4}. */
    Ball erf(Ball x) {
        Ball middle = ofExact(x.mid());
        return x.isExact() ? middle
                : middle.widened(Radius.add(x.radius(), Radius.shift(x.radius(), -2)));
    }

    /**
     * {@code erf x = 2/sqrt(pi) e^(-x^2) S}, {@code S = sum of x (2 x^2)^n / (1 3 5 ... (2n + 1))}. Where {@code x^2} is above p,
     * {@code 1 - erf x <= e^(-x^2) < 2^-p}.
     */
    private Ball ofExact(BigInteger x) {
        if (x.signum() == 0) {
            return precision.zero();
        }
        if (isBeyond(x, 0)) {
            return new Ball(x.signum() < 0 ? precision.one().mid().negate() : precision.one().mid(), 1);
        }
        Precision more = longer(x);
        Ball point = more.from(precision, new Ball(x, 0));
        Ball square = more.multiply(point, point);
        Ball sum = sum(more, point, more.timesPowerOfTwo(square, 1));
        Ball density = more.divide(more.timesPowerOfTwo(more.exp(square.negate()), 1), squareRootOfPi(more));
        return precision.from(more, more.multiply(sum, density));
    }

    /** Whether {@code z^2 / 2^halvings} is p or more. */
    private boolean isBeyond(BigInteger z, int halvings) {
        return z.bitLength() > bits + Integer.SIZE
                || z.multiply(z).shiftRight(2 * bits + halvings).compareTo(BigInteger.valueOf(bits)) >= 0;
    }

    /** The sum below grows no faster than {@code e^(z^2) < 2^(3/2 z^2)}, and the density takes that back. */
    private Precision longer(BigInteger z) {
        int growth = (z.multiply(z).shiftRight(2 * bits).intValue() + 1) * 3 / 2 + 1;
        return Precision.of((bits + GUARD + growth + ROUND_TO - 1) / ROUND_TO * ROUND_TO);
    }

    /**
     * {@code s (1 + t/3 + t^2/(3 5) + ...)} with t from 0: balls carry all errors of the terms. The sum ends where the quotient
     * of terms, {@code t / (2n + 3)}, is at most 1/2 and the last term below one unit, so that the terms left out sum to less
     * than that term.
     */
    private static Ball sum(Precision p, Ball s, Ball t) {
        BigInteger highest = t.mid().add(Radius.toInteger(t.radius()));
        int enough = highest.shiftRight(p.bits()).intValue() + 1;
        Ball term = s;
        Ball sum = s;
        for (int n = 1; n <= enough || term.mid().bitLength() > 1; n++) {
            term = p.divide(p.multiply(term, t), 2L * n + 1);
            sum = p.add(sum, term);
        }
        return sum.widened(term.magnitude());
    }

    private static Ball squareRootOfPi(Precision p) {
        return p.sqrt(new Ball(Constants.pi(p.bits()), 2));
    }

    /**
     * {@code z P}, with P the share below z of a standard normal distribution, {@code P = 1/2 + d (z + z^3/3 + z^5/(3 5) + ...)},
     * and d its density at z. The slope is {@code P + z d}; {@code |f''| = d |2 - z^2| <= 2/sqrt(2 pi) < 1} everywhere.
     */
    Slope gelu(Ball z) {
        if (z.isZero()) {
            return new Slope(precision.zero(), precision.half());
        }
        Slope middle = geluAt(z.mid());
        if (z.isExact()) {
            return middle;
        }
        long r = z.radius();
        long reach = Radius.add(Radius.multiply(middle.slope().magnitude(), r, bits),
                Radius.shift(Radius.multiply(r, r, bits), -1));
        return new Slope(middle.value().widened(reach), middle.slope().widened(r));
    }

    /**
     * Far from zero, where {@code z^2 / 2 >= p >= 8}: {@code 1 - P(|z|) <= d / |z|}, so that value and slope are at most
     * {@code (1 + |z|) d} from z and 1, or from 0. That falls as {@code |z|} grows, so it is at most
     * {@code (1 + sqrt(2p)) e^-p / 2}, which is below {@code 2^-p}: {@code (1 + sqrt(2p)) / 2 < (e/2)^p} from p = 8.
     */
    private Slope geluAt(BigInteger z) {
        if (isBeyond(z, 1)) {
            Ball far = new Ball(BigInteger.ZERO, 1);
            return z.signum() < 0 ? new Slope(far, far) : new Slope(new Ball(z, 1), precision.one().widened(1));
        }
        Precision more = longer(z);
        Ball point = more.from(precision, new Ball(z, 0));
        Ball square = more.multiply(point, point);
        Ball root = more.multiply(squareRootOfPi(more), more.sqrt(more.ball(2)));
        Ball density = more.divide(more.exp(more.timesPowerOfTwo(square, -1).negate()), root);
        Ball share = more.add(more.half(), more.multiply(density, sum(more, point, square)));
        return new Slope(precision.from(more, more.multiply(point, share)),
                precision.from(more, more.add(share, more.multiply(point, density))));
    }
}
