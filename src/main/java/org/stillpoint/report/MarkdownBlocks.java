package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads Markdown block by block. */
final class MarkdownBlocks {

    private static final Pattern HEADING = Pattern.compile("(#{1,4}) (.*)");
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|[0-9]+[.]) (.*)");
    private static final String CODE = "    ";
    private static final String FENCE = "```";
    /** The language of commands with what they answer. */
    private static final String CONSOLE = "console";

    private final List<String> lines;
    private final MarkdownSpans spans;
    private final StringBuilder html = new StringBuilder();
    private final List<Markdown.Heading> headings = new ArrayList<>();
    private int at;

    MarkdownBlocks(List<String> lines, MarkdownSpans spans) {
        this.lines = lines;
        this.spans = spans;
    }

    /** All of it; to be called once. */
    String toHtml() {
        while (at < lines.size()) {
            block();
        }
        return html.toString();
    }

    /** Those that were read, without the title. */
    List<Markdown.Heading> headings() {
        return List.copyOf(headings);
    }

    private void block() {
        String line = lines.get(at);
        if (line.isBlank()) {
            at++;
        } else if (HEADING.matcher(line).matches()) {
            heading(line.indexOf(' '), line.substring(line.indexOf(' ') + 1));
            at++;
        } else if (line.startsWith(FENCE)) {
            code();
        } else if (line.startsWith(CODE)) {
            indentedCode();
        } else if (line.startsWith("|")) {
            table();
        } else if (ITEM.matcher(line).matches()) {
            list();
        } else {
            element("p", spans.toHtml(paragraph()));
        }
    }

    /** Its anchor is the one that hosts of repositories give it, so that a link in the text works in both places. */
    private void heading(int level, String words) {
        String text = spans.toHtml(words);
        if (level == 1) {
            element("h1", text);
            return;
        }
        String name = words.replaceAll("\\]\\([^)]*\\)", "").toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "")
                .replace(' ', '-');
        String id = name;
        for (int again = 1; isTaken(id); again++) {
            id = name + "-" + again;
        }
        headings.add(new Markdown.Heading(level, text.replaceAll("</?a[^>]*>", ""), id));
        html.append("<h").append(level).append(" id=\"").append(id).append("\">").append(text)
                .append("</h").append(level).append(">");
    }

    private boolean isTaken(String id) {
        return headings.stream().anyMatch(heading -> heading.id().equals(id));
    }

    private void code() {
        String language = lines.get(at).substring(FENCE.length()).strip();
        List<String> code = new ArrayList<>();
        for (at++; at < lines.size() && !lines.get(at).startsWith(FENCE); at++) {
            code.add(lines.get(at));
        }
        at++;
        html.append(language.isEmpty() ? "<pre>" : "<pre class=\"" + language + "\">")
                .append(code.stream().map(line -> line(language, line)).collect(Collectors.joining("\n"))).append("</pre>");
    }

    private static String line(String language, String line) {
        String text = MarkdownSpans.escape(line);
        return language.equals(CONSOLE) && line.startsWith("$ ") ? "<b>" + text + "</b>" : text;
    }

    private void indentedCode() {
        List<String> code = new ArrayList<>();
        for (; at < lines.size() && lines.get(at).startsWith(CODE); at++) {
            code.add(lines.get(at).substring(CODE.length()));
        }
        element("pre", MarkdownSpans.escape(String.join("\n", code)));
    }

    private void table() {
        List<String> rows = new ArrayList<>();
        for (; at < lines.size() && lines.get(at).startsWith("|"); at++) {
            rows.add(lines.get(at).strip());
        }
        html.append(MarkdownTable.toHtml(rows, spans));
    }

    private void list() {
        String kind = Character.isDigit(lines.get(at).charAt(0)) ? "ol" : "ul";
        html.append("<").append(kind);
        String first = lines.get(at).replaceFirst("[.] .*", "");
        html.append(kind.equals("ol") && !first.equals("1") ? " start=\"" + first + "\">" : ">");
        while (at < lines.size() && ITEM.matcher(lines.get(at)).matches()) {
            int indent = lines.get(at).indexOf(' ') + 1;
            List<String> item = new ArrayList<>(List.of(lines.get(at++).substring(indent)));
            while (at < lines.size() && (isIndented(at) || lines.get(at).isBlank() && isIndented(at + 1))) {
                String line = lines.get(at++);
                item.add(line.substring(Math.min(indent, line.length() - line.stripLeading().length())));
            }
            boolean isParagraph = item.stream().skip(1).noneMatch(line -> startsBlock(line, false));
            element("li", isParagraph ? spans.toHtml(item.stream().map(String::strip).collect(Collectors.joining(" ")))
                    : new MarkdownBlocks(item, spans).toHtml());
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
        return !first && (line.isBlank() || line.startsWith("|") || line.startsWith(FENCE)
                || HEADING.matcher(line).matches() || ITEM.matcher(line).matches());
    }

    private void element(String name, String content) {
        html.append("<").append(name).append(">").append(content).append("</").append(name).append(">");
    }
}
