package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.tensor.Weights;

/** Which parts of a tensor are opposites of one another: digests say which may be, their entries decide. */
final class OppositeParts {

    private OppositeParts() {
    }

    /**
     * Pairs of parts that are not zero, the lower number first, ascending.
     *
     * @param members which parts are asked about, ascending, no two of them equal; all have the same shape
     */
    static List<int[]> of(Weights weights, Places places, Sums sums, int[] members) throws IOException {
        List<int[]> asked = candidates(sums, members);
        int[] left = asked.stream().mapToInt(pair -> pair[0]).toArray();
        int[] right = asked.stream().mapToInt(pair -> pair[1]).toArray();
        return Comparison.agreeing(weights, places, left, weights, places, right, Comparison.Agreement.OPPOSITE).stream()
                .mapToObj(asked::get).toList();
    }

    private static List<int[]> candidates(Sums sums, int[] members) {
        int[] nonzero = Arrays.stream(members).filter(part -> !sums.isZero(part)).toArray();
        long[] sorted = IntStream.of(nonzero).mapToLong(part -> sums.first()[part]).sorted().toArray();
        int[] paired = IntStream.of(nonzero).filter(part -> Arrays.binarySearch(sorted, -sums.first()[part]) >= 0).toArray();
        Map<Long, List<Integer>> byDigest = new HashMap<>();
        IntStream.of(paired).forEach(part -> byDigest.computeIfAbsent(sums.first()[part], key -> new ArrayList<>()).add(part));
        return IntStream.of(paired).boxed().flatMap(part -> byDigest.get(-sums.first()[part]).stream()
                .filter(other -> part < other && sums.mayBeOpposite(part, other)).map(other -> new int[] {part, other})).toList();
    }
}
