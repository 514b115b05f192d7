package org.stillpoint.report.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.engine.RealNetwork;

/** Writes a diagram where its layout puts it. */
final class Svg {

    /** Classes beyond these share colours, and are told apart by their letters. */
    private static final int COLOURS = 6;

    /** From the middle of a label down to where its letters stand. */
    private static final int BASELINE = 4;

    private final Layout layout;
    /** The lines that look alike, in one path: a site with a thousand pictures has no bytes to give away. */
    private final Map<String, StringBuilder> lines = new LinkedHashMap<>();
    private final StringBuilder circles = new StringBuilder();
    private final StringBuilder labels = new StringBuilder();

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
                    label("weight", places.get(i), line.value().number(), line.value().changed());
                }
            }
        }
        for (int column = 0; column < diagram.columns().size(); column++) {
            for (int j = 0; j < diagram.columns().get(column).size(); j++) {
                Unit unit = diagram.columns().get(column).get(j);
                circle(unit, layout.circles().get(column).get(j));
                Optional<Box> place = layout.biases().get(column).get(j);
                place.ifPresent(box -> unit.bias().ifPresent(bias -> label("bias", box, Layout.biasText(bias), bias.changed())));
            }
        }
        int width = bounds.right() - bounds.left();
        int height = bounds.bottom() - bounds.top();
        return "<svg class=\"network\" role=\"img\" aria-label=\"" + description + "\" viewBox=\"" + bounds.left() + " "
                + bounds.top() + " " + width + " " + height + "\" width=\"" + width + "\" height=\"" + height + "\">"
                + paths() + circles + labels + "</svg>";
    }

    private String paths() {
        return lines.entrySet().stream().map(path -> "<path class=\"" + path.getKey() + "\" d=\"" + path.getValue() + "\"/>")
                .collect(Collectors.joining());
    }

    private void line(Segment at, Value value) {
        lines.computeIfAbsent(value.kind().name().toLowerCase(Locale.ROOT) + (value.changed() ? " changed" : ""),
                kind -> new StringBuilder()).append("M" + at.x1() + " " + at.y1() + "L" + at.x2() + " " + at.y2());
    }

    private void circle(Unit unit, Box box) {
        String colour = unit.colour().map(c -> " class" + c % COLOURS).orElse("");
        if (unit.count() > 1) {
            circles.append(circle("behind" + colour, box, 3));
        }
        circles.append(circle("unit" + colour, box, 0)).append(text("name", box, unit.text()));
    }

    /** A circle, or a rectangle with round ends if it is wider than high. */
    private static String circle(String kind, Box box, int away) {
        return box.right() - box.left() == box.bottom() - box.top()
                ? "<circle class=\"" + kind + "\" cx=\"" + (box.x() + away) + "\" cy=\"" + (box.y() - away) + "\" r=\""
                + Layout.RADIUS + "\"/>"
                : "<rect class=\"" + kind + "\" x=\"" + (box.left() + away) + "\" y=\"" + (box.top() - away) + "\" width=\""
                + (box.right() - box.left()) + "\" height=\"" + (box.bottom() - box.top()) + "\" rx=\"" + Layout.RADIUS
                + "\"/>";
    }

    private void label(String kind, Box box, String text, boolean changed) {
        if (changed) {
            labels.append("<rect class=\"changed\" x=\"" + box.left() + "\" y=\"" + box.top() + "\" width=\""
                    + (box.right() - box.left()) + "\" height=\"" + (box.bottom() - box.top()) + "\"/>");
        }
        labels.append(text(changed ? kind + " changed" : kind, box, text));
    }

    private static String text(String kind, Box box, String text) {
        return "<text class=\"" + kind + "\" x=\"" + box.x() + "\" y=\"" + (box.y() + BASELINE) + "\">" + text + "</text>";
    }
}
