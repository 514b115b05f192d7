package org.stillpoint.graph.certificate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Feed;

/**
 * What is known of what a program is fed, whatever the step: which fed slots are always zero, which are always equal, and, of
 * a finite data set, all rows that may come, in any order. Fed slots are counted from 0 here, after the state. The theorem
 * asks that the feed of a run fits, which whoever runs it sees to: {@link #fits}.
 */
public final class FeedFacts {

    private final boolean[] zero;
    private final int[] of;
    private final List<List<Object>> rows;

    private FeedFacts(boolean[] zero, int[] of, List<List<Object>> rows) {
        this.zero = zero;
        this.of = of;
        this.rows = rows;
    }

    /** Nothing is known of any of so many slots. */
    public static FeedFacts arbitrary(int slots) {
        return new FeedFacts(new boolean[slots], IntStream.range(0, slots).toArray(), List.of());
    }

    /**
     * In each step one of these rows is fed, each with a value for each fed slot; what is zero in all of them and what is
     * equal in all of them is known.
     *
     * @throws DomainException if there is no row, or they differ in length
     */
    public static FeedFacts ofData(List<List<Object>> rows, Predicate<Object> isZero) {
        if (rows.isEmpty()) {
            throw new DomainException("the data has no row, expected one at least");
        }
        int slots = rows.get(0).size();
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).size() != slots) {
                throw new DomainException("row " + (r + 1) + " of the data has " + rows.get(r).size()
                        + " values, expected " + slots + " as in row 1");
            }
        }
        FeedFacts facts = new FeedFacts(new boolean[slots], new int[slots], rows.stream().map(List::copyOf).toList());
        Map<List<Object>, Integer> first = new HashMap<>();
        for (int j = 0; j < slots; j++) {
            int slot = j;
            List<Object> column = rows.stream().map(row -> row.get(slot)).toList();
            facts.zero[j] = column.stream().allMatch(isZero);
            facts.of[j] = first.computeIfAbsent(column, any -> slot);
        }
        return facts;
    }

    /** The same, and this slot is always zero. */
    public FeedFacts withZero(int slot) {
        boolean[] more = zero.clone();
        more[slot] = true;
        return new FeedFacts(more, of, rows);
    }

    /** The same, and these two slots are always equal. */
    public FeedFacts withEqual(int slot, int other) {
        int kept = Math.min(of[slot], of[other]);
        int gone = Math.max(of[slot], of[other]);
        return new FeedFacts(zero, Arrays.stream(of).map(j -> j == gone ? kept : j).toArray(), rows);
    }

    /** How many slots are fed. */
    public int slots() {
        return zero.length;
    }

    /** Whether it is always zero. */
    public boolean isZero(int slot) {
        return zero[slot];
    }

    /** The first slot that is always equal to this one. */
    public int of(int slot) {
        return of[slot];
    }

    /** All that may be fed, each row with a value for each fed slot; empty if there is no finite data set. */
    public List<List<Object>> rows() {
        return rows;
    }

    /** Whether a row, with a value for each fed slot, agrees with what is known. */
    public boolean fits(List<Object> row, Predicate<Object> isZero) {
        return row.size() == slots() && (rows.isEmpty() || rows.contains(row))
                && IntStream.range(0, slots())
                .allMatch(j -> (!zero[j] || isZero.test(row.get(j))) && row.get(j).equals(row.get(of[j])));
    }

    /** Whether what is fed in the first steps agrees with what is known. */
    public boolean fits(Feed feed, int state, int steps, Predicate<Object> isZero) {
        return IntStream.range(0, steps).allMatch(step -> fits(
                IntStream.range(state, state + slots()).mapToObj(slot -> feed.at(step, slot)).toList(), isZero));
    }
}
