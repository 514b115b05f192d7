package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table of Markdown, as HTML. One that is longer than a page is folded, and says what it holds. */
final class MarkdownTable {

    private static final Pattern RULE = Pattern.compile("[|][-:| ]+[|]");
    private static final int LONG = 30;

    private MarkdownTable() {
    }

    /** @param rows its lines, the first with the names of the columns, the second with how they are aligned */
    static String toHtml(List<String> rows, MarkdownSpans spans) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><tbody>");
        List<Boolean> isRight = rows.stream().filter(row -> RULE.matcher(row).matches()).findFirst()
                .map(rule -> cells(rule).stream().map(cell -> cell.endsWith(":")).toList()).orElse(List.of());
        String cell = "th";
        for (String row : rows) {
            if (RULE.matcher(row).matches()) {
                cell = "td";
                continue;
            }
            html.append("<tr>");
            List<String> cells = cells(row);
            for (int i = 0; i < cells.size(); i++) {
                html.append("<").append(cell).append(i < isRight.size() && isRight.get(i) ? " class=\"number\">" : ">")
                        .append(spans.toHtml(cells.get(i))).append("</").append(cell).append(">");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table></div>");
        return rows.size() < LONG ? html.toString() : "<details class=\"rows\"><summary>" + (rows.size() - 2) + " rows: "
                + cells(rows.get(0)).stream().map(spans::toHtml).collect(Collectors.joining(", ")) + "</summary>" + html
                + "</details>";
    }

    /** A stroke behind a backslash is no end of a cell. */
    static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        for (String text : row.replaceAll("^[|]|[|]$", "").split("(?<!\\\\)[|]", -1)) {
            cells.add(text.strip().replace("\\|", "|"));
        }
        return cells;
    }
}
