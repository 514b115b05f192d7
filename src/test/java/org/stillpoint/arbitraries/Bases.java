package org.stillpoint.arbitraries;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/** What the denominators of a training are made of: one base for all numbers that come from one place, known by its length. */
final class Bases {

    private final List<Long> bits = new ArrayList<>();

    /** The length of a base. */
    long bits(int base) {
        return bits.get(base);
    }

    int count() {
        return bits.size();
    }

    /** The size of a number whose denominator is a base of its own, of this length. */
    Size unknown(long length, int magnitude) {
        bits.add(length);
        long[] powers = new long[bits.size()];
        powers[bits.size() - 1] = 1;
        return new Size(powers, magnitude);
    }

    /** The size of each number, over a denominator that they have in common. */
    private List<Size> ofAll(List<BigFraction> numbers) {
        BigInteger common = numbers.stream().filter(number -> number.signum() != 0).map(BigFraction::getDenominator)
                .reduce(BigInteger.ONE, Bases::leastCommonMultiple);
        Size scale = common.equals(BigInteger.ONE) ? Size.ONE : unknown(common.bitLength(), 0);
        return numbers.stream().map(number -> number.signum() == 0 ? Size.ZERO
                : scale.times(new Size(new long[0], magnitude(number)))).toList();
    }

    /** The size of every entry of every row, over a denominator that they have in common. */
    Size[][] ofRows(BigFraction[]... rows) {
        List<Size> sizes = ofAll(Arrays.stream(rows).flatMap(Stream::of).toList());
        Size[][] result = new Size[rows.length][];
        int next = 0;
        for (int j = 0; j < rows.length; j++) {
            result[j] = sizes.subList(next, next + rows[j].length).toArray(Size[]::new);
            next += rows[j].length;
        }
        return result;
    }

    private static int magnitude(BigFraction number) {
        return Math.max(0, number.getNumerator().bitLength() - number.getDenominator().bitLength() + 1);
    }

    private static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
