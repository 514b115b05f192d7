package org.stillpoint.enclosure;

import java.math.BigInteger;

/** Shares that are proportional to exponentials. */
public final class Softmax {

    private Softmax() {
    }

    /** {@code e^z_i / sum of e^z_k}; each exponent is taken from the largest middle, so that none is large. */
    public static Ball[] shares(Precision p, Ball[] z) {
        if (z.length == 1) {
            return new Ball[] {p.one()};
        }
        Ball largest = largest(z);
        Ball[] powers = new Ball[z.length];
        Ball sum = p.zero();
        for (int i = 0; i < z.length; i++) {
            powers[i] = p.exp(p.subtract(z[i], largest));
            sum = p.add(sum, powers[i]);
        }
        for (int i = 0; i < z.length; i++) {
            powers[i] = p.divide(powers[i], sum);
        }
        return powers;
    }

    /** The middle of the ball whose middle is largest: exact, so that subtracting it costs nothing. */
    private static Ball largest(Ball[] z) {
        BigInteger largest = z[0].mid();
        for (Ball each : z) {
            largest = largest.max(each.mid());
        }
        return new Ball(largest, 0);
    }
}
