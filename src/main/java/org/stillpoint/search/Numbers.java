package org.stillpoint.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;

/** Lists of non-zero rationals, in the order of 1, -1, 2, -2, 1/2, -1/2, 3, and so on. */
final class Numbers {

    private Numbers() {
    }

    /** Every list of this length whose largest height is exactly this one; the last place changes fastest. */
    static Stream<List<BigFraction>> lists(int length, int height) {
        if (length == 0) {
            return height == 1 ? Stream.of(List.of()) : Stream.empty();
        }
        List<BigFraction> alphabet = alphabet(height);
        int low = alphabet(height - 1).size();
        return digits(length, alphabet.size()).filter(list -> IntStream.of(list).anyMatch(i -> i >= low))
                .map(list -> IntStream.of(list).mapToObj(alphabet::get).toList());
    }

    /** How many lists {@link #lists} gives. */
    static BigInteger count(int length, int height) {
        return length == 0 ? BigInteger.valueOf(height == 1 ? 1 : 0) : upTo(length, height).subtract(upTo(length, height - 1));
    }

    private static BigInteger upTo(int length, int height) {
        return BigInteger.valueOf(alphabet(height).size()).pow(length);
    }

    /** Every list of labels, each 1 or -1. */
    static Stream<List<BigFraction>> labels(int samples) {
        List<BigFraction> alphabet = alphabet(1);
        return digits(samples, 2).map(list -> IntStream.of(list).mapToObj(alphabet::get).toList());
    }

    /** The non-zero rationals up to this height, lower ones first, larger before smaller, positive before negative. */
    static List<BigFraction> alphabet(int height) {
        List<BigFraction> numbers = new ArrayList<>();
        for (int h = 1; h <= height; h++) {
            for (int other = 1; other <= h; other++) {
                addIfReduced(numbers, h, other);
                if (other < h) {
                    addIfReduced(numbers, other, h);
                }
            }
        }
        return Collections.unmodifiableList(numbers);
    }

    private static void addIfReduced(List<BigFraction> numbers, int numerator, int denominator) {
        BigFraction value = new BigFraction(numerator, denominator);
        if (ExactNumber.write(value).equals(denominator == 1 ? "" + numerator : numerator + "/" + denominator)) {
            numbers.add(value);
            numbers.add(value.negate());
        }
    }

    /** Every row of digits to a base, in ascending order, one at a time: there can be more than memory holds. */
    private static Stream<int[]> digits(int length, int base) {
        return Stream.iterate(new int[length], Objects::nonNull, row -> next(row, base));
    }

    /** The row after this one, or null behind the last one. */
    private static int[] next(int[] row, int base) {
        int[] next = row.clone();
        for (int place = row.length - 1; place >= 0; place--) {
            next[place] = (row[place] + 1) % base;
            if (next[place] > 0) {
                return next;
            }
        }
        return null;
    }
}
