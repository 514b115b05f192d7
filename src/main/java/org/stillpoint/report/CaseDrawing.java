package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.mistake.Worked;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.verdict.NumberText;
import org.stillpoint.check.verdict.Smallest;
import org.stillpoint.domain.Layer;

/** The network of a case as a picture, with the numbers of its forward pass in the units and what is wrong marked. */
final class CaseDrawing {

    /** Between the units of neighbouring columns. */
    private static final int GAP = 170;
    private static final int ROW = 140;
    private static final int HEIGHT = 50;
    private static final int INPUT_WIDTH = 64;
    private static final int CHARACTER = 8;
    private static final int MARGIN_TOP = 66;
    private static final int MARGIN = 70;
    private static final int MOST_LABELS = 14;
    private static final int MOST_SAMPLES = 4;
    /** Labels of slanted lines stand near where these begin, so that crossing lines keep theirs apart. */
    private static final int PER_CENT = 34;
    private static final int LONGEST_TARGET = 12;
    private static final int MOST_MARKS = 4;
    private static final int LONGEST_MARK = 26;

    private final NumberText numbers;
    private final Smallest smallest;
    private final Question question;
    private final List<Integer> widths;
    private final int tallest;
    private final List<Place> places;
    private final Set<Integer> wrong;
    private final List<Worked.Sample> samples;
    private final int column;
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder nodes = new StringBuilder();
    private final StringBuilder labels = new StringBuilder();

    private CaseDrawing(NumberText numbers, Smallest smallest) {
        this.numbers = numbers;
        this.smallest = smallest;
        this.question = smallest.request();
        this.widths = question.network().widths();
        this.tallest = widths.stream().mapToInt(Integer::intValue).max().orElseThrow();
        this.places = Place.of(question.network());
        this.wrong = Set.copyOf(smallest.expected().wrongParameters(smallest.answer()));
        this.samples = smallest.worked().steps().get(0).passes();
        this.column = GAP + 2 * widestHalf();
    }

    /** An SVG element that can stand inside HTML. */
    static String svg(NumberText numbers, Smallest smallest) {
        return new CaseDrawing(numbers, smallest).draw();
    }

    private String draw() {
        inputs();
        for (int l = 0; l < question.network().layers().size(); l++) {
            layer(l);
        }
        int width = 2 * MARGIN + column * (widths.size() - 1) + widestHalf() + CHARACTER * LONGEST_TARGET;
        int height = 2 * MARGIN_TOP + ROW * (tallest - 1) - 34;
        return "<svg role=\"img\" aria-label=\"the network of widths " + widths + "\" viewBox=\"0 0 " + width + " " + height
                + "\" width=\"" + width + "\" height=\"" + height + "\">" + lines + nodes + labels + "</svg>";
    }

    private void inputs() {
        List<Integer> batch = smallest.worked().steps().get(0).samples();
        for (int k = 0; k < widths.get(0); k++) {
            int input = k;
            List<BigFraction> x = batch.stream().map(i -> question.data().inputs().get(i).get(input)).toList();
            node("node input", 0, k, List.of(values("", x)));
            labels.append(text("name", x(0), y(0, k) - HEIGHT / 2 - 8, widths.get(0) == 1 ? "input" : "input " + (k + 1)));
        }
    }

    private void layer(int l) {
        Layer layer = question.network().layers().get(l);
        boolean labelled = question.network().parameters().size() <= MOST_LABELS;
        for (int n = 0; n < places.size(); n++) {
            Place place = places.get(n);
            if (place.layer() == l && !place.isBias()) {
                edge(n, place, labelled);
            } else if (place.layer() == l && labelled) {
                labels.append(text(wrong.contains(n) ? "marked" : "bias", x(l + 1), y(l + 1, place.unit()) + HEIGHT / 2 + 16,
                        "b = " + CaseNumbers.inPicture(question.network().parameters().get(n)) + difference(n)));
            }
        }
        for (int j = 0; j < layer.units(); j++) {
            int unit = j;
            List<BigFraction> z = samples.stream().map(sample -> sample.layers().get(l).preactivations().get(unit).value())
                    .toList();
            List<BigFraction> a = samples.stream().map(sample -> sample.layers().get(l).activations().get(unit).value()).toList();
            boolean silent = samples.stream().allMatch(sample -> sample.layers().get(l).slopes().get(unit).isZero());
            node(silent ? "node silent" : "node", l + 1, j, List.of(values("z = ", z), values("a = ", a)));
            labels.append(text("name", x(l + 1), y(l + 1, j) - HEIGHT / 2 - 8,
                    "layer " + (l + 1) + ", unit " + (j + 1) + ", " + layer.activation().id()));
            if (l == question.network().layers().size() - 1) {
                target(l + 1, j);
            }
        }
    }

    private void target(int column, int j) {
        List<BigFraction> y = smallest.worked().steps().get(0).samples().stream()
                .map(i -> question.data().targets().get(i).get(j)).toList();
        labels.append("<text class=\"target\" style=\"text-anchor:start\" x=\"" + (x(column) + half(column, j) + 10) + "\" y=\""
                + (y(column, j) + 5) + "\">" + values("y = ", y) + "</text>");
    }

    private void edge(int n, Place place, boolean labelled) {
        int x1 = x(place.layer());
        int y1 = y(place.layer(), place.input());
        int x2 = x(place.layer() + 1);
        int y2 = y(place.layer() + 1, place.unit());
        boolean isWrong = wrong.contains(n);
        lines.append("<line" + (isWrong ? " class=\"wrong\"" : "") + " x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\""
                + x2 + "\" y2=\""
                + y2 + "\"/>");
        if (labelled) {
            int along = y1 == y2 ? 50 : PER_CENT;
            int x = x1 + (x2 - x1) * along / 100;
            int y = y1 + (y2 - y1) * along / 100;
            labels.append(text("weight", x, y - 6, "w = " + CaseNumbers.inPicture(question.network().parameters().get(n))));
            if (isWrong && !difference(n).isEmpty()) {
                labels.append(text("marked", x, y + 16, difference(n).strip()));
            }
        }
    }

    /** Of a few wrong numbers that are short; of others the colour of the line is all that there is room for. */
    private String difference(int n) {
        if (!wrong.contains(n) || wrong.size() > MOST_MARKS) {
            return "";
        }
        NumberText.Pair pair = numbers.pair(smallest.answer().parameters().get(n), smallest.expected().parameters().get(n));
        String mark = (question instanceof GradientQuestion ? "gradient " : "trained ") + CaseNumbers.minus(pair.reported())
                + ", right " + CaseNumbers.minus(pair.right());
        return mark.length() <= LONGEST_MARK ? "  " + mark : "";
    }

    private void node(String kind, int column, int row, List<String> content) {
        int half = column == 0 ? Math.max(INPUT_WIDTH, CHARACTER * longest(content) + 16) / 2 : half(column, row);
        nodes.append("<rect class=\"" + kind + "\" x=\"" + (x(column) - half) + "\" y=\"" + (y(column, row) - HEIGHT / 2)
                + "\" width=\"" + 2 * half + "\" height=\"" + HEIGHT + "\" rx=\"" + (column == 0 ? HEIGHT / 2 : 9) + "\"/>");
        for (int i = 0; i < content.size(); i++) {
            labels.append(text("value", x(column), y(column, row) + (content.size() == 1 ? 5 : -4 + 18 * i), content.get(i)));
        }
    }

    /** Half the width of a unit, which depends on what stands in it. */
    private int half(int column, int row) {
        List<String> content = new ArrayList<>();
        content.add(values("z = ", samples.stream()
                .map(sample -> sample.layers().get(column - 1).preactivations().get(row).value()).toList()));
        content.add(values("a = ", samples.stream()
                .map(sample -> sample.layers().get(column - 1).activations().get(row).value()).toList()));
        return Math.max(88, CHARACTER * longest(content) + 18) / 2;
    }

    private int widestHalf() {
        return IntStream.range(1, widths.size()).flatMap(l -> IntStream.range(0, widths.get(l)).map(j -> half(l, j))).max()
                .orElseThrow();
    }

    private static int longest(List<String> content) {
        return content.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String values(String name, List<BigFraction> values) {
        return name + values.stream().limit(MOST_SAMPLES).map(CaseNumbers::inPicture).collect(Collectors.joining(" | "))
                + (values.size() > MOST_SAMPLES ? " | \u2026" : "");
    }

    private int x(int column) {
        return MARGIN + this.column * column;
    }

    private int y(int column, int row) {
        return MARGIN_TOP + ROW * (tallest - widths.get(column)) / 2 + ROW * row - 10;
    }

    private static String text(String kind, int x, int y, String text) {
        return "<text class=\"" + kind + "\" x=\"" + x + "\" y=\"" + y + "\">" + text + "</text>";
    }
}
