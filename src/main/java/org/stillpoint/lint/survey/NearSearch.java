package org.stillpoint.lint.survey;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Finds near twins without comparing each slice with each. Slices are put in bands by the power of two of their largest entries,
 * and within a band in the cells of a grid by a few of their entries; the grid is as wide as two twins of the band may be apart,
 * so that they lie in neighbouring cells. Pairs in such cells are compared in more of their entries, and what is left in all.
 */
final class NearSearch {

    /** So many pairs are compared in some entries at most. */
    static final int MOST_CHECKS = 1 << 25;
    /** So many pairs are compared in all entries at most. */
    private static final int MOST_PAIRS = 1 << 13;
    private static final int GRID = 3;
    private static final int NEIGHBOURS = 27;

    private record Cell(long x, long y, long z) {

        Cell neighbour(int which) {
            return new Cell(x + which % 3 - 1, y + which / 3 % 3 - 1, z + which / 9 - 1);
        }
    }

    private final Weights weights;
    private final SlicePlaces places;
    private final int axis;
    private final BigFraction q;
    private final int mostChecks;
    private final int[] members;
    private final long[] largest;
    private final Samples samples;
    private final List<NearTwins.Pair> pairs = new ArrayList<>();
    private final List<Tolerance> tolerances = new ArrayList<>();
    private int checks;

    NearSearch(Weights weights, Slices slices, BigFraction q, int mostChecks, Settings settings) throws IOException {
        this.weights = weights;
        this.q = q;
        this.mostChecks = mostChecks;
        axis = slices.axis();
        places = SlicePlaces.of(weights.dimensions(), axis);
        boolean[] looked = new boolean[weights.dimensions().axes()];
        looked[axis] = true;
        Sums sums = Survey.sums(weights, looked, Progress.NONE, settings).slices(axis);
        BitSet left = new BitSet();
        left.set(0, sums.parts());
        slices.equal().forEach(each -> each.stream().skip(1).forEach(left::clear));
        members = left.stream().filter(slice -> !sums.isZero(slice) && Code.isFinite(sums.largest()[slice])).toArray();
        largest = IntStream.of(members).mapToLong(slice -> sums.largest()[slice]).toArray();
        samples = Samples.of(weights, places, members);
    }

    NearTwins twins() throws IOException {
        Map<Integer, List<Integer>> bands = new TreeMap<>();
        for (int i = 0; i < members.length; i++) {
            bands.computeIfAbsent(Code.exponent(largest[i]), key -> new ArrayList<>()).add(i);
        }
        boolean complete = true;
        for (Map.Entry<Integer, List<Integer>> band : bands.entrySet()) {
            complete &= search(band.getKey(), band.getValue(), bands.getOrDefault(band.getKey() - 1, List.of()));
        }
        int[] first = pairs.stream().mapToInt(NearTwins.Pair::first).toArray();
        int[] second = pairs.stream().mapToInt(NearTwins.Pair::second).toArray();
        BitSet near = Comparison.agreeing(weights, places, first, weights, places, second, (pair, a, at, b, from, count) ->
                IntStream.range(0, count).allMatch(i -> tolerances.get(pair).holds(a[at + i], b[from + i])));
        return new NearTwins(axis, near.stream().mapToObj(pairs::get)
                .sorted(Comparator.comparingInt(NearTwins.Pair::first).thenComparingInt(NearTwins.Pair::second)).toList(),
                complete);
    }

    /**
     * Pairs of which the larger one is in a band, and the other one there or, as it is at least half as large, in the band
     * below.
     *
     * @return whether all were found
     */
    private boolean search(int exponent, List<Integer> band, List<Integer> below) {
        int[] telling = telling(band, exponent);
        Map<Cell, List<Integer>> cells = new HashMap<>();
        List<Cell> own = band.stream().map(member -> cell(member, telling, exponent)).toList();
        for (int i = 0; i < band.size(); i++) {
            cells.computeIfAbsent(own.get(i), key -> new ArrayList<>()).add(band.get(i));
        }
        below.forEach(each -> cells.computeIfAbsent(cell(each, telling, exponent), key -> new ArrayList<>()).add(each));
        for (int i = 0; i < band.size(); i++) {
            int member = band.get(i);
            Tolerance tolerance = new Tolerance(q.multiply(Code.number(largest[member])));
            for (int which = 0; which < NEIGHBOURS; which++) {
                for (int other : cells.getOrDefault(own.get(i).neighbour(which), List.of())) {
                    if (!isLarger(member, other)) {
                        continue;
                    }
                    if (++checks > mostChecks || pairs.size() == MOST_PAIRS) {
                        return false;
                    }
                    if (samples.isNear(member, other, tolerance)) {
                        pairs.add(new NearTwins.Pair(members[Math.min(member, other)], members[Math.max(member, other)]));
                        tolerances.add(tolerance);
                    }
                }
            }
        }
        return true;
    }

    /** Of each pair one is, also of two that are equally large. */
    private boolean isLarger(int member, int other) {
        return largest[member] > largest[other] || largest[member] == largest[other] && member < other;
    }

    /** The samples that tell the members of a band best from one another; some of them more than once if there are few. */
    private int[] telling(List<Integer> band, int exponent) {
        return IntStream.range(0, Math.max(GRID, samples.count())).map(k -> k % samples.count()).boxed()
                .sorted(Comparator.comparing((Integer k) -> -band.stream().limit(1000).map(member -> cell(k, member, exponent))
                        .distinct().count()))
                .mapToInt(Integer::intValue).limit(GRID).toArray();
    }

    private Cell cell(int member, int[] telling, int exponent) {
        return new Cell(cell(telling[0], member, exponent), cell(telling[1], member, exponent),
                cell(telling[2], member, exponent));
    }

    /**
     * Which piece of the number line an entry is in: each is {@code q 2^(exponent + 1)} long, as far as two twins of the band may
     * be apart, and that around 0 twice as long.
     */
    private long cell(int sample, int member, int exponent) {
        long entry = samples.entry(sample, member);
        int shift = Code.scale(entry) - exponent - 1;
        return BigInteger.valueOf(Code.mantissa(entry)).multiply(q.getDenominator()).shiftLeft(Math.max(0, shift))
                .divide(q.getNumerator().shiftLeft(Math.max(0, -shift))).longValue();
    }
}
