package org.stillpoint.enclosure;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntFunction;

/** Constants rounded down to a number of bits behind the point. */
final class Constants {

    /** Precisions whose constants are kept. */
    private static final int MOST_KEPT = 64;
    private static final ConcurrentMap<Integer, BigInteger> LOGARITHMS_OF_TWO = new ConcurrentHashMap<>();
    private static final ConcurrentMap<Integer, BigInteger> PIS = new ConcurrentHashMap<>();

    /** Bits beyond those that are asked for. */
    private static final int GUARD = 64;

    private Constants() {
    }

    /**
     * {@code ln 2 = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749)}, as {@code (27/25)^9 (2400/2401) (4375/4374)^4 = 2}, at most
     * 2 units away: each series is off by fewer than {@code 2^20} units of the longer precision, the sum by fewer than
     * {@code 28 2^20}, far below {@code 2^64}, and rounding down adds one.
     */
    static BigInteger logarithmOfTwo(int bits) {
        return kept(LOGARITHMS_OF_TWO, bits, longer -> inverseTangent(26, longer, true).multiply(BigInteger.valueOf(18))
                .subtract(inverseTangent(4801, longer, true).shiftLeft(1))
                .add(inverseTangent(8749, longer, true).shiftLeft(3)));
    }

    /** {@code pi = 16 arctan(1/5) - 4 arctan(1/239)} (J. Machin, 1706), at most 2 units away, as the logarithm of two is. */
    static BigInteger pi(int bits) {
        return kept(PIS, bits, longer -> inverseTangent(5, longer, false).shiftLeft(4)
                .subtract(inverseTangent(239, longer, false).shiftLeft(2)));
    }

    private static BigInteger kept(ConcurrentMap<Integer, BigInteger> kept, int bits, IntFunction<BigInteger> series) {
        if (kept.size() >= MOST_KEPT && !kept.containsKey(bits)) {
            kept.clear();
        }
        return kept.computeIfAbsent(bits, precision -> series.apply(precision + GUARD).shiftRight(GUARD));
    }

    /**
     * The series of arctan or artanh at 1/n. Each term is off by at most 2 units, from two divisions rounded down, and the terms
     * left out sum to less than 1: with fewer terms than bits, below {@code 2^18 + 64}, that is fewer than {@code 2^20} units.
     */
    private static BigInteger inverseTangent(int n, int bits, boolean hyperbolic) {
        BigInteger square = BigInteger.valueOf((long) n * n);
        BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(n));
        BigInteger sum = power;
        for (int k = 3; power.signum() != 0; k += 2) {
            power = power.divide(square);
            BigInteger term = power.divide(BigInteger.valueOf(k));
            sum = hyperbolic || k % 4 == 1 ? sum.add(term) : sum.subtract(term);
        }
        return sum;
    }
}
