package org.stillpoint.bench;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;

/**
 * What contestants in balls end with: for each number a line with its lower end, its upper end, and the exponent of the power of
 * two that both are times.
 */
final class Intervals {

    /** Intervals that are wider say too little to agree. */
    private static final BigFraction WIDEST = new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(60));

    private record Interval(BigFraction low, BigFraction high) {

        static Interval parse(String line) {
            String[] words = line.split(" ");
            BigFraction unit = new BigFraction(2).pow(Integer.parseInt(words[2]));
            return new Interval(ExactNumber.parse(words[0]).multiply(unit), ExactNumber.parse(words[1]).multiply(unit));
        }

        boolean agrees(Interval other) {
            return isNarrow() && other.isNarrow() && low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
        }

        private boolean isNarrow() {
            BigFraction width = high.subtract(low);
            return width.signum() >= 0 && width.compareTo(WIDEST) <= 0;
        }
    }

    private Intervals() {
    }

    static String line(BigFraction low, BigFraction high) {
        return ExactNumber.write(low) + " " + ExactNumber.write(high) + " 0";
    }

    /** Whether both can hold the same numbers, and are narrow enough for that to say something. */
    static boolean agree(String one, String other) {
        List<Interval> left = parse(one);
        List<Interval> right = parse(other);
        boolean agree = left.size() == right.size();
        for (int k = 0; agree && k < left.size(); k++) {
            agree = left.get(k).agrees(right.get(k));
        }
        return agree;
    }

    private static List<Interval> parse(String lines) {
        return lines.lines().map(Interval::parse).toList();
    }
}
