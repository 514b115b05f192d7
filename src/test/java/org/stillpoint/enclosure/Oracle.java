package org.stillpoint.enclosure;

import java.math.BigInteger;
import java.util.List;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Real functions by Apfloat, in binary, with more than twice the bits of the precision that is tested. */
final class Oracle {

    private static final int RADIX = 2;
    private static final int GUARD = 96;

    /** What an oracle may be off, in units of the precision that is tested: far more than it is, with bits to spare as above. */
    private static final Apfloat MARGIN = ApfloatMath.scale(new Apfloat(1, Apfloat.INFINITE, RADIX), -20);

    private Oracle() {
    }

    /** A point as a number with enough bits for e^x and for the cancellation in the series of erf. */
    static Apfloat number(BigInteger units, int bits) {
        long whole = Math.min(4096, units.abs().shiftRight(bits).min(BigInteger.valueOf(1 << 20)).longValue());
        long digits = 2L * bits + GUARD + 2 * Math.max(0, units.bitLength() - bits) + 4 * whole;
        return ApfloatMath.scale(new Apfloat(units, digits, RADIX), -bits);
    }

    /** Whether a ball holds the number. */
    static boolean holds(Precision p, Ball ball, Apfloat number) {
        return distance(p, ball, number).compareTo(exact(Radius.toInteger(ball.radius())).add(MARGIN)) <= 0;
    }

    /** From the middle, in units. */
    static Apfloat distance(Precision p, Ball ball, Apfloat number) {
        return ApfloatMath.abs(ApfloatMath.scale(number, p.bits()).subtract(exact(ball.mid())));
    }

    static Apfloat exact(BigInteger number) {
        return new Apfloat(number, Apfloat.INFINITE, RADIX);
    }

    private static Apfloat of(long number, Apfloat precision) {
        return new Apfloat(number, digits(precision), RADIX);
    }

    /** Zero has every precision; a function of it is as precise as its neighbours. */
    private static long digits(Apfloat x) {
        return x.precision() == Apfloat.INFINITE ? 4096 : x.precision();
    }

    /** Apfloat's 1 for the exponential of zero is a decimal one. */
    static Apfloat exp(Apfloat x) {
        return x.signum() == 0 ? of(1, x) : ApfloatMath.exp(x);
    }

    static List<Apfloat> sigmoid(Apfloat z) {
        Apfloat one = of(1, z);
        Apfloat s = one.divide(one.add(exp(z.negate())));
        return List.of(s, s.multiply(one.subtract(s)));
    }

    static List<Apfloat> tanh(Apfloat z) {
        Apfloat t = ApfloatMath.tanh(z);
        return List.of(t, of(1, z).subtract(t.multiply(t)));
    }

    static List<Apfloat> softplus(Apfloat z) {
        Apfloat one = of(1, z);
        Apfloat power = exp(z);
        return List.of(ApfloatMath.log(one.add(power)), power.divide(one.add(power)));
    }

    static List<Apfloat> elu(Apfloat z) {
        if (z.signum() >= 0) {
            return List.of(z, of(1, z));
        }
        Apfloat power = exp(z);
        return List.of(power.subtract(of(1, z)), power);
    }

    static List<Apfloat> silu(Apfloat z) {
        List<Apfloat> sigmoid = sigmoid(z);
        return List.of(z.multiply(sigmoid.get(0)), sigmoid.get(0).add(z.multiply(sigmoid.get(1))));
    }

    static List<Apfloat> gelu(Apfloat z) {
        Apfloat two = of(2, z);
        Apfloat share = of(1, z).add(erf(z.divide(ApfloatMath.sqrt(two)))).divide(two);
        Apfloat density = exp(z.multiply(z).divide(of(-2, z))).divide(ApfloatMath.sqrt(two.multiply(pi(z))));
        return List.of(z.multiply(share), share.add(z.multiply(density)));
    }

    private static Apfloat pi(Apfloat precision) {
        return ApfloatMath.pi(digits(precision), RADIX);
    }

    /**
     * {@code 2/sqrt(pi) times the sum of (-1)^n x^(2n + 1) / (n! (2n + 1))}, with bits for the terms, which grow to
     * {@code e^(x^2)}; 1 or -1 where the rest is below the precision.
     */
    static Apfloat erf(Apfloat x) {
        Apfloat square = x.multiply(x);
        long digits = digits(x);
        if (square.compareTo(of(digits, x)) > 0) {
            return of(x.signum(), x);
        }
        int bits = Math.toIntExact(digits + 2 * square.longValue() + 8);
        BigInteger power = ApfloatMath.scale(x, bits).truncate().toBigInteger();
        BigInteger fixed = power.multiply(power).shiftRight(bits);
        BigInteger sum = power;
        for (long n = 1; power.bitLength() > 1; n++) {
            power = power.multiply(fixed).shiftRight(bits).divide(BigInteger.valueOf(-n));
            sum = sum.add(power.divide(BigInteger.valueOf(2 * n + 1)));
        }
        Apfloat total = ApfloatMath.scale(exact(sum), -bits);
        return total.multiply(of(2, x)).divide(ApfloatMath.sqrt(pi(x)));
    }
}
