package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Numbers of units or features, counted from 0. */
final class Indices {

    private Indices() {
    }

    /** Two different indices. */
    record Pair(int first, int second) {

        /** All indices in order, but the first of the pair in place of the second too. */
        List<Integer> firstInPlaceOfSecond(int count) {
            List<Integer> indices = new ArrayList<>(upTo(count));
            indices.set(second, first);
            return indices;
        }
    }

    static Arbitrary<Pair> pair(int count) {
        return orders(count).map(order -> new Pair(order.get(0), order.get(1)));
    }

    static Arbitrary<List<Integer>> orders(int count) {
        return Arbitraries.shuffle(upTo(count));
    }

    /** An order for each count. */
    static Arbitrary<List<List<Integer>>> orders(List<Integer> counts) {
        return Combinators.combine(counts.stream().map(Indices::orders).toList()).as(orders -> orders);
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
