package org.stillpoint.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;

/**
 * What a picture of a network shows, before anything has its place.
 *
 * @param columns the circles of the inputs, then of each layer
 * @param layers the lines of each layer
 */
record Diagram(List<List<Unit>> columns, List<List<Line>> layers) {

    private static final int LETTERS = 26;

    Diagram {
        columns = columns.stream().map(List::copyOf).toList();
        layers = layers.stream().map(List::copyOf).toList();
    }

    /**
     * The diagram with one circle for each group of units.
     *
     * @param before what the network was, to tell what changed; the network itself if nothing did
     * @param groups of the inputs, then of the units of each layer, counted from 0
     */
    static Diagram of(RealNetwork network, RealNetwork before, List<List<List<Integer>>> groups) {
        List<List<List<Integer>>> classes = Grouping.classes(network);
        List<List<Unit>> columns = new ArrayList<>();
        List<List<Line>> layers = new ArrayList<>();
        for (int column = 0; column < groups.size(); column++) {
            List<List<Integer>> own = groups.get(column);
            Optional<RealLayer> layer = Optional.of(column).filter(c -> c > 0).map(c -> network.layers().get(c - 1));
            RealLayer old = before.layers().get(Math.max(0, column - 1));
            boolean isHidden = column > 0 && column + 1 < groups.size();
            String kind = isHidden ? "h" : column == 0 ? "x" : "f";
            List<List<Integer>> known = isHidden && !classes.isEmpty() ? classes.get(column) : List.of();
            columns.add(IntStream.range(0, own.size()).mapToObj(g -> {
                List<Integer> group = own.get(g);
                Optional<Integer> colour = IntStream.range(0, known.size()).boxed()
                        .filter(c -> known.get(c).containsAll(group)).findFirst();
                String name = colour.map(Diagram::letter)
                        .orElseGet(() -> own.size() == 1 ? kind : kind + subscript(group.get(0) + 1));
                return new Unit(name, group.size(), colour, layer.flatMap(RealLayer::bias).map(bias -> Value.of(
                        group.stream().map(bias::get).toList(),
                        group.stream().anyMatch(j -> Moved.between(old.bias().orElseThrow().get(j), bias.get(j))))));
            }).toList());
            layer.ifPresent(l -> layers.add(lines(l, old, groups.get(columns.size() - 2), own)));
        }
        return new Diagram(columns, layers);
    }

    private static List<Line> lines(RealLayer layer, RealLayer old, List<List<Integer>> sources, List<List<Integer>> targets) {
        List<Line> lines = new ArrayList<>();
        for (int to = 0; to < targets.size(); to++) {
            for (int from = 0; from < sources.size(); from++) {
                List<Integer> rows = targets.get(to);
                List<Integer> inputs = sources.get(from);
                lines.add(new Line(from, to, Value.of(
                        rows.stream().flatMap(j -> inputs.stream().map(k -> layer.weights().get(j).get(k))).toList(),
                        rows.stream().anyMatch(j -> inputs.stream().anyMatch(
                                k -> Moved.between(old.weights().get(j).get(k), layer.weights().get(j).get(k)))))));
            }
        }
        return lines;
    }

    /** A to Z, then AA and so on. */
    private static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? last : letter(index / LETTERS - 1) + last;
    }

    private static String subscript(int number) {
        return String.valueOf(number).chars().mapToObj(digit -> String.valueOf((char) (digit - '0' + '\u2080')))
                .reduce("", String::concat);
    }

    /** Whether each circle is one unit, and each number on it or on a line can stand there as it is. */
    boolean isExact() {
        return layers.stream().flatMap(List::stream).allMatch(line -> line.value().isExact())
                && columns.stream().flatMap(List::stream).allMatch(unit -> unit.count() == 1
                && unit.bias().map(Value::isExact).orElse(true));
    }

    /** The most circles one above another. */
    int tallest() {
        return columns.stream().mapToInt(List::size).max().orElseThrow();
    }
}
