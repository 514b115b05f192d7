package org.stillpoint.report;

import j2html.utils.EscapeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.lint.finding.Outline.Stage;
import org.stillpoint.lint.finding.Words;
import org.stillpoint.lint.report.SafeText;

/**
 * Draws the layers of a model from top to bottom, narrow enough for a phone: what follows what lies below it, and a line at the
 * side leads past what is in between.
 */
final class LayersDrawing {

    /** More than this nobody looks through; the list of findings has them all. */
    static final int MOST = 300;

    private static final int WIDTH = 350;
    private static final int LEFT = 4;
    private static final int BOX = 256;
    private static final int HEIGHT = 42;
    private static final int STEP = 60;
    private static final int TOP = 30;
    private static final int LANE = 9;
    private static final int LANES = 8;
    private static final int NAME = 27;
    private static final int DOES = 33;

    private final List<Stage> stages;
    private final Function<Stage, LayerMark> marks;
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder boxes = new StringBuilder();
    private final List<Integer> laneEnds = new ArrayList<>();

    private LayersDrawing(List<Stage> stages, Function<Stage, LayerMark> marks) {
        this.stages = stages.subList(0, Math.min(MOST, stages.size()));
        this.marks = marks;
    }

    /**
     * The picture as an element, well-formed also as XML.
     *
     * @param marks what is found of each stage
     */
    static String svg(List<Stage> stages, Function<Stage, LayerMark> marks) {
        return new LayersDrawing(stages, marks).draw();
    }

    private String draw() {
        boxes.append("<text class=\"fed\" x=\"" + (LEFT + BOX / 2) + "\" y=\"16\">what is fed</text>");
        for (int i = 0; i < stages.size(); i++) {
            for (int from : stages.get(i).from()) {
                line(from, i);
            }
            box(i);
        }
        int height = TOP + stages.size() * STEP;
        return "<svg class=\"layers\" role=\"img\" aria-label=\"The layers of the model, each with a mark for the worst finding\""
                + " viewBox=\"0 0 " + WIDTH + " " + height + "\" width=\"" + WIDTH + "\" height=\"" + height + "\">"
                + "<g class=\"lines\">" + lines + "</g>" + boxes + "</svg>";
    }

    private static int top(int stage) {
        return TOP + stage * STEP;
    }

    private void line(int from, int to) {
        if (from == to - 1) {
            int x = LEFT + BOX / 2;
            lines.append("<path d=\"M" + x + " " + (from < 0 ? TOP - 8 : top(from) + HEIGHT) + "V" + top(to) + "\"/>");
            return;
        }
        int x = LEFT + BOX + LANE * (1 + lane(from, to));
        int y = from < 0 ? TOP - 14 : top(from) + HEIGHT * 2 / 3;
        int start = from < 0 ? LEFT + BOX / 2 + LANES * LANE / 2 : LEFT + BOX;
        lines.append("<path d=\"M" + start + " " + y + "H" + (x - 6) + "q6 0 6 6V" + (top(to) + HEIGHT / 3 - 6) + "q0 6 -6 6H"
                + (LEFT + BOX) + "\"/>");
    }

    /** The first one that is free from there on; the last one is shared. */
    private int lane(int from, int to) {
        for (int lane = 0; lane < laneEnds.size(); lane++) {
            if (laneEnds.get(lane) <= from) {
                laneEnds.set(lane, to);
                return lane;
            }
        }
        if (laneEnds.size() < LANES) {
            laneEnds.add(to);
            return laneEnds.size() - 1;
        }
        return LANES - 1;
    }

    private void box(int i) {
        Stage stage = stages.get(i);
        LayerMark mark = marks.apply(stage);
        String kind = mark.kind().name().toLowerCase(Locale.ROOT);
        int y = top(i);
        String name = stage.tensors().isEmpty() ? does(stage) : SafeText.of(stage.tensors().get(0));
        StringBuilder box = new StringBuilder("<g class=\"" + kind + "\"><title>" + EscapeUtil.escape(title(stage, mark))
                + "</title>"
                + "<rect x=\"" + LEFT + "\" y=\"" + y + "\" width=\"" + BOX + "\" height=\"" + HEIGHT + "\" rx=\"7\"/>");
        if (!mark.kind().letter().isEmpty()) {
            box.append("<circle cx=\"" + (LEFT + 21) + "\" cy=\"" + (y + HEIGHT / 2) + "\" r=\"11\"/><text class=\"mark\" x=\""
                    + (LEFT + 21) + "\" y=\"" + (y + HEIGHT / 2 + 4) + "\">" + mark.kind().letter() + "</text>");
        }
        int x = LEFT + 42;
        box.append("<text class=\"name\" x=\"" + x + "\" y=\"" + (y + 18) + "\">" + EscapeUtil.escape(shortened(name, NAME))
                + "</text>"
                + "<text class=\"does\" x=\"" + x + "\" y=\"" + (y + 34) + "\">"
                + EscapeUtil.escape(shortened(stage.tensors().isEmpty() ? channels(stage) : does(stage) + ", " + channels(stage),
                DOES))
                + "</text></g>");
        boxes.append(mark.anchor().map(anchor -> "<a href=\"#" + anchor + "\">" + box + "</a>").orElse(box.toString()));
    }

    private static String does(Stage stage) {
        return stage.does().isEmpty() ? "tensor" : SafeText.of(String.join(", ", stage.does()));
    }

    private static String channels(Stage stage) {
        return stage.channels() == 0 ? "" : Words.count(stage.channels(), "channel");
    }

    private static String title(Stage stage, LayerMark mark) {
        return Stream.concat(Stream.of(mark.kind().says() + ": " + does(stage)), stage.tensors().stream().map(SafeText::of))
                .collect(Collectors.joining("\n"));
    }

    /** With the end, which tells names apart. */
    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length / 2 - 1) + "\u2026"
                + text.substring(text.length() - length / 2);
    }
}
