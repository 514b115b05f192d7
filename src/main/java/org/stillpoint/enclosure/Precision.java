package org.stillpoint.enclosure;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.hipparchus.fraction.BigFraction;

/**
 * Arithmetic of balls with a number of bits behind the point. The result of an operation holds the result for every choice of
 * real numbers from its arguments; it is exact where the arguments are and the result has no more bits than these.
 */
public final class Precision {

    /** The bits behind the point, at least. */
    public static final int MIN_BITS = 8;

    /** The bits behind the point, at most: the errors of the elementary functions are bounded up to here. */
    public static final int MAX_BITS = 1 << 17;

    /** Functions look for a precision of their own; few are used at a time, and forgetting one only costs its tables. */
    private static final int MOST_KEPT = 64;
    private static final ConcurrentMap<Integer, Precision> KEPT = new ConcurrentHashMap<>();

    private final int bits;
    private final Ball zero = new Ball(BigInteger.ZERO, 0);
    private final Ball one;
    private final Ball half;
    private final Exponential exponential;
    private final Logistic logistic;
    private final Logarithm logarithm;
    private final Gaussian gaussian;

    private Precision(int bits) {
        this.bits = bits;
        this.one = new Ball(BigInteger.ONE.shiftLeft(bits), 0);
        this.half = new Ball(BigInteger.ONE.shiftLeft(bits - 1), 0);
        this.exponential = new Exponential(this);
        this.logistic = new Logistic(this);
        this.logarithm = new Logarithm(this);
        this.gaussian = new Gaussian(this);
    }

    /**
     * @throws TooLargeException if there are more bits than {@link #MAX_BITS}
     * @throws IllegalArgumentException if there are fewer than {@link #MIN_BITS}
     */
    public static Precision of(int bits) {
        Precision kept = KEPT.get(bits);
        if (kept != null) {
            return kept;
        }
        if (bits < MIN_BITS) {
            throw new IllegalArgumentException("a precision of " + bits + " bits, expected " + MIN_BITS + " or more");
        }
        if (bits > MAX_BITS) {
            throw new TooLargeException("a precision of " + bits + " bits, expected at most " + MAX_BITS);
        }
        if (KEPT.size() >= MOST_KEPT) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(bits, Precision::new);
    }

    public int bits() {
        return bits;
    }

    public Ball zero() {
        return zero;
    }

    public Ball one() {
        return one;
    }

    public Ball half() {
        return half;
    }

    public Ball ball(long number) {
        return new Ball(BigInteger.valueOf(number).shiftLeft(bits), 0);
    }

    public Ball ball(BigFraction number) {
        return quotient(number.getNumerator(), number.getDenominator());
    }

    private Ball quotient(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.shiftLeft(bits).divideAndRemainder(denominator);
        return new Ball(parts[0], parts[1].signum() == 0 ? 0 : 1);
    }

    public Ball add(Ball a, Ball b) {
        return new Ball(a.mid().add(b.mid()), Radius.add(a.radius(), b.radius()));
    }

    public Ball subtract(Ball a, Ball b) {
        return new Ball(a.mid().subtract(b.mid()), Radius.add(a.radius(), b.radius()));
    }

    public Ball multiply(Ball a, Ball b) {
        return a.isZero() || b.isZero() ? zero : rounded(a.mid().multiply(b.mid()), reach(a, b));
    }

    /** How far a product is from that of the middles: {@code |a| s + r |b| + r s}, with r the radius of a and s that of b. */
    private long reach(Ball a, Ball b) {
        long reach = 0;
        if (b.radius() != 0) {
            reach = Radius.multiply(a.magnitude(), b.radius(), bits);
        }
        if (a.radius() != 0) {
            reach = Radius.add(reach, Radius.multiply(Radius.of(b.mid()), a.radius(), bits));
        }
        return reach;
    }

    /** A number with twice the bits behind the point, rounded down, which is off by less than one unit. */
    private Ball rounded(BigInteger product, long reach) {
        boolean exact = reach == 0 && (product.signum() == 0 || product.getLowestSetBit() >= bits);
        return new Ball(product.shiftRight(bits), exact ? 0 : Radius.add(reach, 1));
    }

    /**
     * The sum of products, rounded once.
     *
     * @param start what the sum begins with; nothing if it is null
     * @param a its factors are every {@code stride}-th one, beginning at {@code from}, as many as x has
     */
    public Ball dot(Ball start, Ball[] a, int from, int stride, Ball[] x) {
        BigInteger sum = start == null ? BigInteger.ZERO : start.mid().shiftLeft(bits);
        long reach = start == null ? 0 : start.radius();
        for (int i = 0; i < x.length; i++) {
            Ball factor = a[from + i * stride];
            if (!factor.isZero() && !x[i].isZero()) {
                sum = sum.add(factor.mid().multiply(x[i].mid()));
                reach = Radius.add(reach, reach(factor, x[i]));
            }
        }
        return rounded(sum, reach);
    }

    /**
     * With middles a and b, and A, B at most r and s from them, {@code |A/B - a/b| <= (r + |a/b| s) / (|b| - s)}.
     *
     * @throws UndecidedException if b may be zero
     */
    public Ball divide(Ball a, Ball b) {
        if (b.sign() == Sign.UNKNOWN || b.isZero()) {
            throw new UndecidedException("a divisor that may be zero");
        }
        if (a.isZero()) {
            return zero;
        }
        if (a.isExact() && b.isExact()) {
            return quotient(a.mid(), b.mid());
        }
        BigInteger middle = a.mid().shiftLeft(bits).divide(b.mid());
        long reach = Radius.add(a.radius(), Radius.multiply(Radius.add(Radius.of(middle), 1), b.radius(), bits));
        long reciprocal = reciprocalAbove(b.mid().abs().subtract(Radius.toInteger(b.radius())));
        return new Ball(middle, Radius.add(Radius.multiply(reach, reciprocal, bits), 1));
    }

    /** By a whole number from 1; rounding adds one. */
    Ball divide(Ball a, long n) {
        BigInteger[] parts = a.mid().divideAndRemainder(BigInteger.valueOf(n));
        return new Ball(parts[0], a.isExact() && parts[1].signum() == 0 ? 0 : Radius.add(Radius.divide(a.radius(), n), 1));
    }

    /** At least 1 over a positive number of units. */
    long reciprocalAbove(BigInteger low) {
        return Radius.add(Radius.of(BigInteger.ONE.shiftLeft(2 * bits).divide(low)), 1);
    }

    /** Times {@code 2^k}. */
    public Ball timesPowerOfTwo(Ball a, int k) {
        if (k >= 0) {
            return new Ball(a.mid().shiftLeft(k), Radius.shift(a.radius(), k));
        }
        boolean exact = a.isExact() && (a.mid().signum() == 0 || a.mid().getLowestSetBit() >= -k);
        long reach = Radius.shift(a.radius(), k);
        return new Ball(a.mid().shiftRight(-k), exact ? 0 : Radius.add(reach, 1));
    }

    /**
     * The square root; for x the middle, {@code |sqrt(X) - sqrt(x)| = |X - x| / (sqrt(X) + sqrt(x)) <= |X - x| / sqrt(x)}.
     *
     * @throws UndecidedException if a may be negative
     */
    public Ball sqrt(Ball a) {
        BigInteger low = a.mid().subtract(Radius.toInteger(a.radius()));
        if (low.signum() < 0) {
            throw new UndecidedException("a square root of what may be negative");
        }
        BigInteger[] root = a.mid().shiftLeft(bits).sqrtAndRemainder();
        if (a.isExact()) {
            return new Ball(root[0], root[1].signum() == 0 ? 0 : 1);
        }
        long reach = Radius.multiply(a.radius(), reciprocalAbove(root[0]), bits);
        return new Ball(root[0], Radius.add(reach, 1));
    }

    /** @throws TooLargeException if x may be above 2048 */
    public Ball exp(Ball x) {
        return exponential.exp(x);
    }

    /** @throws UndecidedException if x may be zero or negative */
    public Ball log(Ball x) {
        return logarithm.log(x);
    }

    public Ball erf(Ball x) {
        return gaussian.erf(x);
    }

    /** {@code 1 / (1 + e^-z)}. */
    public Slope sigmoid(Ball z) {
        return logistic.sigmoid(z);
    }

    public Slope tanh(Ball z) {
        return logistic.tanh(z);
    }

    /** {@code log(1 + e^z)}. */
    public Slope softplus(Ball z) {
        return logarithm.softplus(z);
    }

    /** z above 0, {@code e^z - 1} below. */
    public Slope elu(Ball z) {
        return exponential.elu(z);
    }

    /** {@code z sigmoid(z)}. */
    public Slope silu(Ball z) {
        return logistic.silu(z);
    }

    /** z times the share of a normal distribution that lies below z. */
    public Slope gelu(Ball z) {
        return gaussian.gelu(z);
    }

    Exponential exponential() {
        return exponential;
    }

    Logistic logistic() {
        return logistic;
    }

    /** The same real numbers in this precision. */
    public Ball from(Precision other, Ball b) {
        return other == this ? b : timesPowerOfTwo(b, bits - other.bits);
    }

    /** The middle alone. */
    public Ball midpoint(Ball b) {
        return b.isExact() ? b : new Ball(b.mid(), 0);
    }

    /** @param radius packed, in units of this precision */
    public Ball widened(Ball b, long radius) {
        return b.widened(radius);
    }

    /** The smallest number in the ball. */
    public BigFraction low(Ball b) {
        return fraction(b.mid().subtract(Radius.toInteger(b.radius())));
    }

    /** The largest number in the ball. */
    public BigFraction high(Ball b) {
        return fraction(b.mid().add(Radius.toInteger(b.radius())));
    }

    public BigFraction middle(Ball b) {
        return fraction(b.mid());
    }

    private BigFraction fraction(BigInteger units) {
        int even = units.signum() == 0 ? bits : Math.min(bits, units.getLowestSetBit());
        return new BigFraction(units.shiftRight(even), BigInteger.ONE.shiftLeft(bits - even));
    }
}
