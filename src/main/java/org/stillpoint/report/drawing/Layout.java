package org.stillpoint.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where everything of a diagram stands, in pixels.
 *
 * @param circles of each column, as the boxes around them
 * @param biases the labels of each column's biases; none where there is no bias
 * @param weights the labels of each layer's lines, in their order; none of a layer that has no room for all of them
 * @param crossings how many lines pass behind a label that is not theirs
 */
record Layout(Diagram diagram, List<List<Box>> circles, List<List<Optional<Box>>> biases, List<List<Box>> weights,
              int crossings) {

    /** How high a label is. */
    static final int LINE = 14;
    static final int RADIUS = 14;

    /** The widest that a character of a label may be. */
    private static final int CHARACTER = 8;
    private static final int[] ROWS = {48, 60, 76, 92};
    private static final int[] TIGHT = {2 * RADIUS + 4};
    private static final int[] GAPS = {150, 180, 210};
    private static final int MOST_LABELS = 12;
    private static final int TALLEST = 8;

    /** Of a long row of diagrams so many are looked at to choose distances for all. */
    private static final int MOST_COMPARED = 12;

    /**
     * Layouts of diagrams that are shown one after another, with the same distances in all, so that a picture stays where it is:
     * the smallest distances with which most labels have a place, and fewest lines pass behind one.
     */
    static List<Layout> of(List<Diagram> diagrams) {
        boolean isTall = diagrams.stream().anyMatch(diagram -> diagram.tallest() > TALLEST);
        int least = Integer.MAX_VALUE;
        List<Layout> best = List.of();
        for (int row : isTall ? TIGHT : ROWS) {
            for (int gap : GAPS) {
                List<Layout> first = diagrams.stream().limit(MOST_COMPARED).map(diagram -> of(diagram, gap, row)).toList();
                int cost = first.stream().mapToInt(Layout::cost).sum();
                if (cost < least) {
                    least = cost;
                    best = Stream.concat(first.stream(),
                            diagrams.stream().skip(MOST_COMPARED).map(diagram -> of(diagram, gap, row))).toList();
                }
                if (cost == 0) {
                    return best;
                }
            }
        }
        return best;
    }

    private static Layout of(Diagram diagram, int gap, int row) {
        List<List<Box>> circles = new ArrayList<>();
        int x = 0;
        for (int column = 0; column < diagram.columns().size(); column++) {
            List<Unit> units = diagram.columns().get(column);
            int half = units.stream().mapToInt(Layout::half).max().orElseThrow();
            x += column == 0 ? 0 : half - RADIUS;
            List<Box> boxes = new ArrayList<>();
            for (int j = 0; j < units.size(); j++) {
                boxes.add(Box.around(x, row * (2 * j - units.size() + 1) / 2, 2 * half(units.get(j)), 2 * RADIUS));
            }
            circles.add(boxes);
            x += gap + half - RADIUS;
        }
        return placed(diagram, circles);
    }

    /** Half the width of a circle, which is longer if much stands in it. */
    private static int half(Unit unit) {
        return Math.max(RADIUS, (CHARACTER * unit.text().length() + 12) / 2);
    }

    private static Layout placed(Diagram diagram, List<List<Box>> circles) {
        List<Box> taken = new ArrayList<>(circles.stream().flatMap(List::stream).toList());
        Places places = new Places(taken, lines(diagram, circles));
        List<List<Optional<Box>>> biases = new ArrayList<>();
        List<List<Box>> weights = new ArrayList<>();
        boolean fits = diagram.tallest() <= TALLEST;
        for (int column = 0; column < circles.size(); column++) {
            List<Optional<Box>> labels = new ArrayList<>();
            for (int j = 0; j < circles.get(column).size(); j++) {
                Box circle = circles.get(column).get(j);
                labels.add(diagram.columns().get(column).get(j).bias().filter(bias -> fits && bias.isSingle())
                        .flatMap(bias -> places.besideCircle(circle, width(biasText(bias)), LINE)));
            }
            biases.add(labels);
        }
        for (int l = 0; l < diagram.layers().size(); l++) {
            List<Line> lines = diagram.layers().get(l);
            weights.add(fits && hasRoom(lines) ? places.alongLines(segments(lines, circles.get(l), circles.get(l + 1)),
                    lines.stream().map(line -> width(line.value().number())).toList(), LINE) : List.of());
        }
        return new Layout(diagram, circles, biases, weights, places.crossings());
    }

    private static List<Segment> lines(Diagram diagram, List<List<Box>> circles) {
        List<Segment> all = new ArrayList<>();
        for (int l = 0; l < diagram.layers().size(); l++) {
            all.addAll(segments(diagram.layers().get(l), circles.get(l), circles.get(l + 1)));
        }
        return all;
    }

    private static List<Segment> segments(List<Line> lines, List<Box> sources, List<Box> targets) {
        return lines.stream().map(line -> Segment.between(sources.get(line.from()), targets.get(line.to()))).toList();
    }

    static String biasText(Value bias) {
        return bias.number().startsWith(Value.ABOUT) ? "b " + bias.number().replaceFirst(Value.ABOUT, Value.ABOUT + " ")
                : "b = " + bias.number();
    }

    private static int width(String text) {
        return CHARACTER * text.length() + 2;
    }

    /** Whether numbers may stand on these lines, if there are places for them. */
    private static boolean hasRoom(List<Line> lines) {
        return lines.size() <= MOST_LABELS && lines.stream().allMatch(line -> line.value().isSingle());
    }

    /** Whether every number of the diagram has its place. */
    boolean isComplete() {
        return weights.stream().noneMatch(List::isEmpty)
                && IntStream.range(0, biases.size()).allMatch(column -> IntStream.range(0, biases.get(column).size()).allMatch(
                        j -> biases.get(column).get(j).isPresent() || diagram.columns().get(column).get(j).bias().isEmpty()));
    }

    private int cost() {
        long without = IntStream.range(0, weights.size())
                .filter(l -> weights.get(l).isEmpty() && hasRoom(diagram.layers().get(l))).count();
        return (int) without * 1000 + crossings;
    }

    /** The line from the middle of one circle to that of another. */
    Segment segment(int layer, Line line) {
        return Segment.between(circles.get(layer).get(line.from()), circles.get(layer + 1).get(line.to()));
    }

    /** Around all that is drawn, with a little room. */
    Box bounds() {
        List<Box> all = Stream.of(circles.stream().flatMap(List::stream), weights.stream().flatMap(List::stream),
                biases.stream().flatMap(List::stream).flatMap(Optional::stream)).flatMap(boxes -> boxes).toList();
        int room = 6;
        return new Box(all.stream().mapToInt(Box::left).min().orElseThrow() - room,
                all.stream().mapToInt(Box::top).min().orElseThrow() - room,
                all.stream().mapToInt(Box::right).max().orElseThrow() + room,
                all.stream().mapToInt(Box::bottom).max().orElseThrow() + room);
    }
}
