package org.stillpoint.statement;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/** The ends of lists of numbers. */
final class Extremes {

    private Extremes() {
    }

    static BigFraction minimum(List<BigFraction> numbers) {
        return Collections.min(numbers);
    }

    static BigFraction maximum(List<BigFraction> numbers) {
        return Collections.max(numbers);
    }

    /** The largest absolute value, 0 if there is none. */
    static BigFraction largest(List<BigFraction> numbers) {
        return numbers.stream().map(BigFraction::abs).max(BigFraction::compareTo).orElse(BigFraction.ZERO);
    }

    /** The largest absolute difference between numbers at the same place of two lists of one length. */
    static BigFraction apart(List<BigFraction> a, List<BigFraction> b) {
        return largest(IntStream.range(0, a.size()).mapToObj(i -> a.get(i).subtract(b.get(i))).toList());
    }
}
