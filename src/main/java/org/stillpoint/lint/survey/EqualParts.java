package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.tensor.Weights;

/** Which parts of a tensor are equal: digests say which may be, their entries decide. */
final class EqualParts {

    private record Digest(long first, long second, long largest) {
    }

    private EqualParts() {
    }

    /**
     * Classes of two or more equal parts, ascending, of those that are not zero.
     *
     * @param members which parts are asked about, ascending; all have the same shape
     */
    static List<int[]> of(Weights weights, Places places, Sums sums, int[] members) throws IOException {
        List<int[]> decided = new ArrayList<>();
        List<int[]> asked = alike(sums, members);
        while (!asked.isEmpty()) {
            int[] left = asked.stream().flatMapToInt(each -> Arrays.stream(each).skip(1).map(member -> each[0])).toArray();
            int[] right = asked.stream().flatMapToInt(each -> Arrays.stream(each).skip(1)).toArray();
            BitSet equal = Comparison.agreeing(weights, places, left, weights, places, right, Comparison.Agreement.EQUAL);
            List<int[]> others = new ArrayList<>();
            int pair = 0;
            for (int[] each : asked) {
                addIfSeveral(decided, members(each, pair, equal, true));
                addIfSeveral(others, members(each, pair, equal, false));
                pair += each.length - 1;
            }
            asked = others;
        }
        decided.sort(Comparator.comparingInt(each -> each[0]));
        return decided;
    }

    /** The first member with those that are equal to it, or those that are not; the first pair is that of the first two. */
    private static int[] members(int[] all, int firstPair, BitSet equal, boolean areEqual) {
        return IntStream.range(0, all.length).filter(i -> (i == 0 || equal.get(firstPair + i - 1)) == areEqual).map(i -> all[i])
                .toArray();
    }

    private static void addIfSeveral(List<int[]> classes, int[] members) {
        if (members.length > 1) {
            classes.add(members);
        }
    }

    /** Classes of two or more whose digests and largest entries agree, found without an object for each part. */
    private static List<int[]> alike(Sums sums, int[] members) {
        long[] sorted = Arrays.stream(members).filter(part -> !sums.isZero(part)).mapToLong(part -> sums.first()[part]).sorted()
                .toArray();
        Map<Digest, List<Integer>> classes = new LinkedHashMap<>();
        for (int part : members) {
            if (!sums.isZero(part) && isRepeated(sorted, sums.first()[part])) {
                classes.computeIfAbsent(new Digest(sums.first()[part], sums.second()[part], sums.largest()[part]),
                        key -> new ArrayList<>()).add(part);
            }
        }
        return classes.values().stream().filter(each -> each.size() > 1)
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray()).toList();
    }

    private static boolean isRepeated(long[] sorted, long value) {
        int at = Arrays.binarySearch(sorted, value);
        return at > 0 && sorted[at - 1] == value || at + 1 < sorted.length && sorted[at + 1] == value;
    }
}
