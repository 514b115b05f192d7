package org.stillpoint.witness.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        return indices(length, alphabet.size()).filter(list -> list.stream().anyMatch(i -> i >= low))
                .map(list -> list.stream().map(alphabet::get).toList());
    }

    /** Every list of labels, each 1 or -1. */
    static Stream<List<BigFraction>> labels(int samples) {
        return indices(samples, 2).map(list -> list.stream().map(alphabet(1)::get).toList());
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

    private static Stream<List<Integer>> indices(int length, int count) {
        Stream<List<Integer>> lists = Stream.of(List.of());
        for (int place = 0; place < length; place++) {
            lists = lists.flatMap(list -> IntStream.range(0, count).mapToObj(i -> appended(list, i)));
        }
        return lists;
    }

    private static List<Integer> appended(List<Integer> list, int entry) {
        List<Integer> result = new ArrayList<>(list.size() + 1);
        result.addAll(list);
        result.add(entry);
        return result;
    }
}
