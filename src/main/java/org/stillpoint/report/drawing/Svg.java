package org.stillpoint.report.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.engine.RealNetwork;

/** Writes a diagram where its layout puts it; how large circles and how high frames are, the style sheet says. */
final class Svg {

    /** Classes beyond these share colours, and are told apart by their letters. */
    private static final int COLOURS = 6;

    /** From the middle of a label down to where its letters stand. */
    private static final int BASELINE = 4;

    private final Layout layout;
    /** The lines that look alike, in one path: a site with a thousand pictures has no bytes to give away. */
    private final Map<String, StringBuilder> lines = new LinkedHashMap<>();
    private final StringBuilder units = new StringBuilder();
    private final StringBuilder labels = new StringBuilder();
    private final StringBuilder framed = new StringBuilder();

    private Svg(Layout layout) {
        this.layout = layout;
    }

    /** Pictures of as many networks, of one size. */
    static List<Picture> of(List<RealNetwork> networks, List<Diagram> diagrams) {
        List<Layout> layouts = Layout.of(diagrams);
        Box bounds = layouts.stream().map(Layout::bounds).reduce(Box::with).orElseThrow();
        return IntStream.range(0, diagrams.size()).mapToObj(i ->
                new Picture(new Svg(layouts.get(i)).write(Description.of(networks.get(i), diagrams.get(i)), bounds),
                        diagrams.get(i).isExact() && layouts.get(i).isComplete())).toList();
    }

    private String write(String description, Box bounds) {
        Diagram diagram = layout.diagram();
        for (int l = 0; l < diagram.layers().size(); l++) {
            List<Box> places = layout.weights().get(l);
            for (int i = 0; i < diagram.layers().get(l).size(); i++) {
                Line line = diagram.layers().get(l).get(i);
                line(layout.segment(l, line), line.value());
                if (!places.isEmpty()) {
                    label(places.get(i), line.value().number(), line.value().changed());
                }
            }
        }
        for (int column = 0; column < diagram.columns().size(); column++) {
            for (int j = 0; j < diagram.columns().get(column).size(); j++) {
                Unit unit = diagram.columns().get(column).get(j);
                unit(unit, layout.circles().get(column).get(j));
                Optional<Box> place = layout.biases().get(column).get(j);
                place.ifPresent(box -> unit.bias().ifPresent(bias -> label(box, Layout.biasText(bias), bias.changed())));
            }
        }
        int width = bounds.right() - bounds.left();
        return "<svg class=\"network\" role=\"img\" aria-label=\"" + description + "\" viewBox=\"" + bounds.left() + " "
                + bounds.top() + " " + width + " " + (bounds.bottom() - bounds.top()) + "\" width=\"" + width + "\">"
                + paths() + group("units", units) + group("label", labels) + group("label changed", framed) + "</svg>";
    }

    private static String group(String kind, StringBuilder content) {
        return content.length() == 0 ? "" : "<g class=\"" + kind + "\">" + content + "</g>";
    }

    private String paths() {
        return lines.entrySet().stream().map(path -> "<path class=\"" + path.getKey() + "\" d=\"" + path.getValue() + "\"/>")
                .collect(Collectors.joining());
    }

    private void line(Segment at, Value value) {
        lines.computeIfAbsent(value.kind().name().toLowerCase(Locale.ROOT) + (value.changed() ? " changed" : ""),
                kind -> new StringBuilder()).append("M" + at.x1() + " " + at.y1() + "L" + at.x2() + " " + at.y2());
    }

    private void unit(Unit unit, Box box) {
        Optional<String> colour = unit.colour().map(c -> "class" + c % COLOURS);
        if (unit.count() > 1) {
            units.append(circle(Stream.concat(Stream.of("behind"), colour.stream()), box, 3));
        }
        units.append(circle(colour.stream(), box, 0)).append(text(box, unit.text()));
    }

    /** A circle, or a rectangle with round ends if it is wider than high. */
    private static String circle(Stream<String> kinds, Box box, int away) {
        boolean isRound = box.right() - box.left() == box.bottom() - box.top();
        String kind = kinds.collect(Collectors.joining(" "));
        return (isRound ? "<circle" : "<rect") + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + (isRound
                ? " cx=\"" + (box.x() + away) + "\" cy=\"" + (box.y() - away) + "\"/>"
                : " x=\"" + (box.left() + away) + "\" y=\"" + (box.top() - away) + "\" width=\"" + (box.right() - box.left())
                + "\" height=\"" + (box.bottom() - box.top()) + "\" rx=\"" + Layout.RADIUS + "\"/>");
    }

    private void label(Box box, String text, boolean changed) {
        if (changed) {
            framed.append("<rect x=\"" + box.left() + "\" y=\"" + box.top() + "\" width=\"" + (box.right() - box.left())
                    + "\"/>");
        }
        (changed ? framed : labels).append(text(box, text));
    }

    private static String text(Box box, String text) {
        return "<text x=\"" + box.x() + "\" y=\"" + (box.y() + BASELINE) + "\">" + text + "</text>";
    }
}
