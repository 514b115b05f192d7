package org.stillpoint.engine.enclosure.tube;

import java.math.BigInteger;
import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Radius;
import org.stillpoint.enclosure.TooLargeException;

/**
 * Numbers that are known roughly, many at a time: each is at most {@code rad} from {@code mid}, both with {@link #BITS} bits
 * behind the point, below {@code 2^15}. What is bounded by them needs no more.
 */
final class Intervals {

    /** Bits behind the point. */
    static final int BITS = 36;

    static final long ONE = 1L << BITS;

    /** No number reaches it. */
    static final long LIMIT = 1L << 51;

    /** No product, shifted back, reaches it, so that a few of them have a sum that fits into a long. */
    private static final int PRODUCT_BITS = 60;

    /** What the functions of {@link Precision} are asked for. */
    static final Precision PRECISION = Precision.of(60);

    private final long[] mid;
    private final long[] rad;

    Intervals(int length) {
        this.mid = new long[length];
        this.rad = new long[length];
    }

    int length() {
        return mid.length;
    }

    long mid(int i) {
        return mid[i];
    }

    long rad(int i) {
        return rad[i];
    }

    boolean isZero(int i) {
        return mid[i] == 0 && rad[i] == 0;
    }

    void clear() {
        Arrays.fill(mid, 0);
        Arrays.fill(rad, 0);
    }

    void set(int i, long middle, long radius) {
        mid[i] = checked(middle);
        rad[i] = checked(radius);
    }

    void set(int i, Intervals from, int at) {
        mid[i] = from.mid[at];
        rad[i] = from.rad[at];
    }

    void set(int i, BigFraction number) {
        BigInteger[] parts = number.getNumerator().shiftLeft(BITS).divideAndRemainder(number.getDenominator());
        set(i, fitting(parts[0]), parts[1].signum() == 0 ? 0 : 1);
    }

    void set(int i, Ball ball, Precision precision) {
        BigInteger middle = ball.mid().shiftRight(precision.bits() - BITS);
        long radius = Radius.shift(ball.radius(), BITS - precision.bits());
        boolean exact = ball.isExact() && middle.shiftLeft(precision.bits() - BITS).equals(ball.mid());
        set(i, fitting(middle), exact ? 0 : fitting(Radius.toInteger(radius)) + 1);
    }

    Ball ball(int i) {
        int shift = PRECISION.bits() - BITS;
        return new Ball(BigInteger.valueOf(mid[i]).shiftLeft(shift), Radius.shift(Radius.of(rad[i]), shift));
    }

    void add(int i, Intervals from, int at) {
        set(i, mid[i] + from.mid[at], rad[i] + from.rad[at]);
    }

    void subtract(int i, Intervals from, int at) {
        set(i, mid[i] - from.mid[at], rad[i] + from.rad[at]);
    }

    /** Adds {@code a b}: {@code |A B - a b| <= |a| s + r |b| + r s} for radii r and s, and one for rounding down. */
    void addProduct(int i, Intervals a, int at, Intervals b, int bt) {
        long am = a.mid[at];
        long ar = a.rad[at];
        long bm = b.mid[bt];
        long br = b.rad[bt];
        if ((am | ar) == 0 || (bm | br) == 0) {
            return;
        }
        long reach = 1;
        if (br != 0) {
            reach += timesUp(Math.abs(am) + ar, br);
        }
        if (ar != 0) {
            reach += timesUp(Math.abs(bm), ar);
        }
        set(i, mid[i] + times(am, bm), rad[i] + reach);
    }

    void setProduct(int i, Intervals a, int at, Intervals b, int bt) {
        mid[i] = 0;
        rad[i] = 0;
        addProduct(i, a, at, b, bt);
    }

    /** The product, rounded down. */
    static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        if (high >> PRODUCT_BITS + BITS - Long.SIZE != high >> Long.SIZE - 1) {
            throw tooLarge();
        }
        return high << Long.SIZE - BITS | a * b >>> BITS;
    }

    /** More than the product, of numbers from 0. */
    static long timesUp(long a, long b) {
        return times(a, b) + 1;
    }

    static long fitting(BigInteger number) {
        if (number.bitLength() > Long.SIZE - 2) {
            throw tooLarge();
        }
        return checked(number.longValue());
    }

    static long checked(long number) {
        if (number >= LIMIT || number <= -LIMIT) {
            throw tooLarge();
        }
        return number;
    }

    private static TooLargeException tooLarge() {
        return new TooLargeException("a number beyond 2^15 on the way of a tube");
    }
}
