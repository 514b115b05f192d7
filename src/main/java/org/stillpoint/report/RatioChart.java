package org.stillpoint.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The ratios of a table as bars on a logarithmic scale, beside the table, which says the same in numbers. */
final class RatioChart {

    private static final String SHARE = " / ";
    private static final String TARGET = "target";
    /** The parts of a power of ten that a place on the scale is rounded to. */
    private static final int PARTS = 100;
    private static final int BAR = 8;

    private final List<String> columns;
    private final List<List<String>> rows;
    private final List<Integer> ratios;
    private final int low;
    private final int high;

    private RatioChart(List<String> columns, List<List<String>> rows, List<Integer> ratios) {
        this.columns = columns;
        this.rows = rows;
        this.ratios = ratios;
        TreeSet<Integer> places = new TreeSet<>(List.of(0));
        rows.forEach(row -> ratios.forEach(column -> {
            ratio(row.get(column)).ifPresent(ratio -> places.add(place(ratio)));
            target(row, column).ifPresent(ratio -> places.add(place(ratio)));
        }));
        low = Math.floorDiv(places.first(), PARTS);
        high = Math.max(-Math.floorDiv(-places.last(), PARTS), low + 1);
    }

    /** The bars of a table's lines; nothing where no column is a ratio. */
    static DomContent of(List<String> lines) {
        List<List<String>> cells = lines.stream().map(MarkdownTable::cells).toList();
        List<Integer> ratios = cells.isEmpty() ? List.of() : IntStream.range(0, cells.get(0).size()).boxed()
                .filter(column -> cells.get(0).get(column).contains(SHARE)).toList();
        return ratios.isEmpty() ? text("") : new RatioChart(cells.get(0), cells.subList(2, cells.size()), ratios).render();
    }

    private DomContent render() {
        return figure(
                figcaption(each(ratios, column -> span(rawHtml("<i class=\"key of" + ratios.indexOf(column) + "\"></i>"),
                        text(columns.get(column))).withClass("legend"))),
                div(each(rows, row -> div(span(row.get(0)).withClass("what"), rawHtml(bars(row))).withClass("row"))),
                div(span(" ").withClass("what"), div(each(IntStream.rangeClosed(low, high).boxed().toList(),
                        power -> span(power(power)))).withClass("scale")).withClass("row axis")).withClass("ratios")
                .attr("aria-hidden", "true");
    }

    private static String power(int power) {
        return power < 0 ? "1/" + BigInteger.TEN.pow(-power) : BigInteger.TEN.pow(power).toString();
    }

    private String bars(List<String> row) {
        int width = (high - low) * PARTS;
        int height = ratios.size() * BAR + 2;
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + width + " " + height
                + "\" preserveAspectRatio=\"none\" class=\"rows" + ratios.size() + "\">");
        for (int power = 0; power <= high - low; power++) {
            line(svg, power + low == 0 ? "one" : "grid", power * PARTS, 0, height);
        }
        for (int i = 0; i < ratios.size(); i++) {
            int y = i * BAR + 2;
            String kind = "of" + i;
            ratio(row.get(ratios.get(i))).ifPresent(ratio -> {
                int from = Math.min(place(ratio), 0) - low * PARTS;
                svg.append("<rect class=\"").append(kind).append("\" x=\"").append(from).append("\" y=\"").append(y)
                        .append("\" width=\"").append(Math.max(Math.abs(place(ratio)), 1)).append("\" height=\"")
                        .append(BAR - 2).append("\"/>");
            });
            target(row, ratios.get(i)).ifPresent(target -> line(svg, TARGET, place(target) - low * PARTS, y - 1, y + BAR - 1));
        }
        return svg.append("</svg>").toString();
    }

    private static void line(StringBuilder svg, String kind, int x, int from, int to) {
        svg.append("<line class=\"").append(kind).append("\" x1=\"").append(x).append("\" x2=\"").append(x).append("\" y1=\"")
                .append(from).append("\" y2=\"").append(to).append("\"/>");
    }

    private Optional<BigDecimal> target(List<String> row, int column) {
        boolean isThere = column + 1 < columns.size() && columns.get(column + 1).equals(TARGET);
        return isThere ? ratio(row.get(column + 1).replaceAll("[<>= ]", "")) : Optional.empty();
    }

    private static Optional<BigDecimal> ratio(String cell) {
        return cell.matches("[0-9]+([.][0-9]+)?") ? Optional.of(new BigDecimal(cell)).filter(ratio -> ratio.signum() > 0)
                : Optional.empty();
    }

    /** The logarithm of a positive number, in parts of a power of ten, from the digits of its hundredth power. */
    private static int place(BigDecimal ratio) {
        BigDecimal power = ratio.stripTrailingZeros().pow(PARTS);
        return power.precision() - power.scale() - 1;
    }
}
