package org.stillpoint.report.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the nodes of a picture stand: a column for each kind, in each column in an order that lets few lines cross, near what
 * they are joined to. Whole numbers only, so that every build draws the same picture.
 *
 * @param heights the middle of each node, in units of the picture
 * @param height of all
 */
record Columns(Map<Node, Integer> heights, int height) {

    private static final int SWEEPS = 8;
    /** Fractions of a unit, so that means of places differ where the places do. */
    private static final int PARTS = 1000;

    /**
     * Places columns, the first as it is, the others by what they are joined to on either side.
     *
     * @param columns from left to right
     * @param lines what each node is joined to, in columns to the right
     * @param rows for each column the distance of two nodes at least
     */
    static Columns of(List<List<Node>> columns, Map<Node, Set<Node>> lines, List<Integer> rows) {
        int height = IntStream.range(0, columns.size()).map(i -> columns.get(i).size() * rows.get(i)).max().orElse(0);
        Map<Node, Set<Node>> neighbours = new HashMap<>();
        lines.forEach((from, to) -> to.forEach(node -> {
            neighbours.computeIfAbsent(from, any -> new LinkedHashSet<>()).add(node);
            neighbours.computeIfAbsent(node, any -> new LinkedHashSet<>()).add(from);
        }));
        Map<Node, Integer> places = new LinkedHashMap<>();
        for (List<Node> column : columns) {
            for (int i = 0; i < column.size(); i++) {
                places.put(column.get(i), (2 * i + 1) * height / (2 * column.size()));
            }
        }
        List<List<Node>> sorted = new ArrayList<>(columns);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 1; i < sorted.size(); i++) {
                int at = sweep % 2 == 0 ? i : sorted.size() - i;
                sorted.set(at, settle(sorted.get(at), neighbours, places, rows.get(at), height));
            }
        }
        return new Columns(places, height);
    }

    /** Puts each node as near as may be to the mean of its neighbours, in the order of these means. */
    private static List<Node> settle(List<Node> column, Map<Node, Set<Node>> neighbours, Map<Node, Integer> places, int row,
                                     int height) {
        Map<Node, Long> means = new HashMap<>();
        column.forEach(node -> means.put(node, mean(node, neighbours.getOrDefault(node, Set.of()), places)));
        List<Node> sorted = column.stream().sorted(Comparator.comparing(means::get)).toList();
        int floor = row / 2;
        for (Node node : sorted) {
            places.put(node, Math.max(floor, (int) (means.get(node) / PARTS)));
            floor = places.get(node) + row;
        }
        int ceiling = height - row / 2;
        for (int i = sorted.size() - 1; i >= 0; i--) {
            places.put(sorted.get(i), Math.min(ceiling, places.get(sorted.get(i))));
            ceiling = places.get(sorted.get(i)) - row;
        }
        return sorted;
    }

    private static long mean(Node node, Set<Node> neighbours, Map<Node, Integer> places) {
        return neighbours.isEmpty() ? (long) places.get(node) * PARTS
                : neighbours.stream().mapToLong(places::get).sum() * PARTS / neighbours.size();
    }
}
