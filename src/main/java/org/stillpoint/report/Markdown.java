package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HTML from the plain part of Markdown: headings, paragraphs, lists, tables, code, emphasis and links. */
final class Markdown {

    private static final Pattern HEADING = Pattern.compile("(#{1,4}) (.*)");
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|[0-9]+[.]) (.*)");
    private static final Pattern RULE = Pattern.compile("[|][-:| ]+[|]");
    private static final String CODE = "    ";

    private final List<String> lines;
    private final StringBuilder html = new StringBuilder();
    private int at;

    private Markdown(List<String> lines) {
        this.lines = lines;
    }

    static String toHtml(String text) {
        return toHtml(text.lines().toList());
    }

    private static String toHtml(List<String> lines) {
        Markdown reader = new Markdown(lines);
        while (reader.at < reader.lines.size()) {
            reader.block();
        }
        return reader.html.toString();
    }

    private void block() {
        String line = lines.get(at);
        if (line.isBlank()) {
            at++;
        } else if (HEADING.matcher(line).matches()) {
            int level = line.indexOf(' ');
            element("h" + level, inline(line.substring(level + 1)));
            at++;
        } else if (line.startsWith("```")) {
            code();
        } else if (line.startsWith(CODE)) {
            indentedCode();
        } else if (line.startsWith("|")) {
            table();
        } else if (ITEM.matcher(line).matches()) {
            list();
        } else {
            element("p", inline(paragraph()));
        }
    }

    private void code() {
        List<String> code = new ArrayList<>();
        for (at++; at < lines.size() && !lines.get(at).startsWith("```"); at++) {
            code.add(lines.get(at));
        }
        at++;
        element("pre", escape(String.join("\n", code)));
    }

    private void indentedCode() {
        List<String> code = new ArrayList<>();
        for (; at < lines.size() && lines.get(at).startsWith(CODE); at++) {
            code.add(lines.get(at).substring(CODE.length()));
        }
        element("pre", escape(String.join("\n", code)));
    }

    private void table() {
        html.append("<div class=\"scroll\"><table><tbody>");
        String cell = "th";
        for (; at < lines.size() && lines.get(at).startsWith("|"); at++) {
            String row = lines.get(at).strip();
            if (RULE.matcher(row).matches()) {
                cell = "td";
                continue;
            }
            html.append("<tr>");
            for (String text : row.replaceAll("^[|]|[|]$", "").split("(?<!\\\\)[|]", -1)) {
                element(cell, inline(text.strip().replace("\\|", "|")));
            }
            html.append("</tr>");
        }
        html.append("</tbody></table></div>");
    }

    private void list() {
        String kind = Character.isDigit(lines.get(at).charAt(0)) ? "ol" : "ul";
        html.append("<").append(kind).append(">");
        while (at < lines.size() && ITEM.matcher(lines.get(at)).matches()) {
            int indent = lines.get(at).indexOf(' ') + 1;
            List<String> item = new ArrayList<>(List.of(lines.get(at++).substring(indent)));
            while (at < lines.size() && (isIndented(at) || lines.get(at).isBlank() && isIndented(at + 1))) {
                String line = lines.get(at++);
                item.add(line.substring(Math.min(indent, line.length() - line.stripLeading().length())));
            }
            boolean isParagraph = item.stream().skip(1).noneMatch(line -> startsBlock(line, false));
            element("li", isParagraph ? inline(item.stream().map(String::strip).collect(Collectors.joining(" "))) : toHtml(item));
        }
        html.append("</").append(kind).append(">");
    }

    private boolean isIndented(int line) {
        return line < lines.size() && lines.get(line).startsWith("  ");
    }

    private String paragraph() {
        List<String> text = new ArrayList<>();
        while (at < lines.size() && !startsBlock(lines.get(at), text.isEmpty())) {
            text.add(lines.get(at++).strip());
        }
        return String.join(" ", text);
    }

    private static boolean startsBlock(String line, boolean first) {
        return !first && (line.isBlank() || line.startsWith("|") || line.startsWith("```")
                || HEADING.matcher(line).matches() || ITEM.matcher(line).matches());
    }

    private void element(String name, String content) {
        html.append("<").append(name).append(">").append(content).append("</").append(name).append(">");
    }

    /** Emphasis and links between spans of code, which stay as they are. */
    private static String inline(String text) {
        StringBuilder line = new StringBuilder();
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1 && i < parts.length - 1;
            String part = escape(parts[i]);
            line.append(code ? "<code>" + part + "</code>" : emphasis(part));
        }
        return line.toString();
    }

    private static String emphasis(String text) {
        return text.replaceAll("\\[([^\\]]+)\\]\\((https?://[^)\\s]+)\\)", "<a href=\"$2\">$1</a>")
                .replaceAll("\\[([^\\]]+)\\]\\([^)]*\\)", "$1")
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>")
                .replaceAll("(?<![\\w*])\\*([^*\\s][^*]*)\\*(?!\\w)", "<em>$1</em>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
