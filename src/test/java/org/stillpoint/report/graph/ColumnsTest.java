package org.stillpoint.report.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Where the nodes of the picture stand. */
class ColumnsTest {

    private static final int ROW = 15;

    @Test
    void linesThatNeedNotCrossDoNot() {
        List<Node> left = nodes(NodeKind.CLAIM, 6);
        List<Node> right = nodes(NodeKind.THEOREM, 6);
        Map<Node, Set<Node>> lines = new LinkedHashMap<>();
        IntStream.range(0, 6).forEach(i -> lines.put(left.get(i), Set.of(right.get(5 - i))));

        Columns columns = Columns.of(List.of(left, right), lines, List.of(ROW, ROW));

        assertThat(crossings(left, lines, Set.copyOf(right), columns.heights())).isZero();
        assertThat(columns.heights().get(right.get(5))).isLessThan(columns.heights().get(right.get(0)));
    }

    @Property
    void nodesNeverTouchAndStayWithinThePicture(@ForAll long seed) {
        Random random = new Random(seed);
        List<Node> left = nodes(NodeKind.CLAIM, 1 + random.nextInt(20));
        List<Node> right = nodes(NodeKind.AXIOM, 1 + random.nextInt(20));
        Map<Node, Set<Node>> lines = new LinkedHashMap<>();
        left.forEach(node -> lines.put(node, Set.of(right.get(random.nextInt(right.size())))));

        Columns columns = Columns.of(List.of(left, right), lines, List.of(ROW, ROW));

        for (List<Node> column : List.of(left, right)) {
            List<Integer> heights = new ArrayList<>(column.stream().map(columns.heights()::get).sorted().toList());
            assertThat(heights.get(0)).isGreaterThanOrEqualTo(ROW / 2);
            assertThat(heights.get(heights.size() - 1)).isLessThanOrEqualTo(columns.height() - ROW / 2);
            for (int i = 1; i < heights.size(); i++) {
                assertThat(heights.get(i) - heights.get(i - 1)).isGreaterThanOrEqualTo(ROW);
            }
        }
    }

    private static List<Node> nodes(NodeKind kind, int number) {
        return IntStream.range(0, number).mapToObj(i -> new Node(kind, kind.id() + i, Standing.PROVED)).toList();
    }

    /** How many pairs of lines between two columns cross. */
    private static int crossings(List<Node> left, Map<Node, Set<Node>> lines, Set<Node> right, Map<Node, Integer> places) {
        List<int[]> ends = new ArrayList<>();
        left.forEach(from -> lines.getOrDefault(from, Set.of()).stream().filter(right::contains)
                .forEach(to -> ends.add(new int[] {places.get(from), places.get(to)})));
        int crossings = 0;
        for (int i = 0; i < ends.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (Integer.signum(ends.get(i)[0] - ends.get(j)[0]) * Integer.signum(ends.get(i)[1] - ends.get(j)[1]) < 0) {
                    crossings++;
                }
            }
        }
        return crossings;
    }
}
