package org.stillpoint.engine.enclosure;

import java.util.List;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Radius;
import org.stillpoint.enclosure.Sign;

/** How wide balls are, in bits. */
final class Width {

    /** A decimal number rounded outward is a little wider than its ball. */
    private static final int ROUNDING = 6;

    private Width() {
    }

    /**
     * The bits of precision that a ball lacks to be known to as many bits as asked for: of its own size, or of 1 if it may be 0.
     * Nothing is lacking at 0 or below.
     */
    static int missing(Precision precision, Ball ball, int bits) {
        if (ball.isExact()) {
            return Integer.MIN_VALUE / 2;
        }
        int size = ball.sign() == Sign.UNKNOWN ? precision.bits() : ball.mid().bitLength();
        return Radius.bits(ball.radius()) + bits + ROUNDING - size;
    }

    /** The most bits that one of them lacks. */
    static int missing(Precision precision, Values<Ball> values, int bits) {
        int missing = 0;
        for (Ball[][] rows : List.of(values.weights(), values.biases())) {
            for (Ball[] row : rows) {
                for (Ball ball : row) {
                    missing = Math.max(missing, missing(precision, ball, bits));
                }
            }
        }
        return missing;
    }

    /** The bits of the largest radius, in units of the last place. */
    static int radius(Values<Ball> values) {
        int bits = 0;
        for (Ball[][] rows : List.of(values.weights(), values.biases())) {
            for (Ball[] row : rows) {
                for (Ball ball : row) {
                    bits = Math.max(bits, Radius.bits(ball.radius()));
                }
            }
        }
        return bits;
    }

    /** The bits of the largest middle, in units of the last place. */
    static int size(Values<Ball> values) {
        int bits = 0;
        for (Ball[][] rows : List.of(values.weights(), values.biases())) {
            for (Ball[] row : rows) {
                for (Ball ball : row) {
                    bits = Math.max(bits, ball.mid().bitLength());
                }
            }
        }
        return bits;
    }
}
