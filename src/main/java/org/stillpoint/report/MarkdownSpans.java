package org.stillpoint.report;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.report.typography.Names;

/** What stands within a paragraph of Markdown, as HTML: code, which stays as it is, emphasis and links between. */
final class MarkdownSpans {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)\\s]*)\\)");
    private static final Pattern CLAIM = Pattern.compile("(?<![\\w./-])[A-Z]+-(?:[A-Z]|[0-9]+)(?![\\w-])");

    private static final Pattern NAME = Pattern.compile("(?=.{12,})[A-Za-z]+(?:[.#/][A-Za-z]+)*");
    /** Characters of no language, in place of those that would be read as marks. */
    private static final char HIDDEN_STAR = '\uE000';
    private static final char HIDDEN_BRACKET = '\uE001';

    private final Function<String, Optional<String>> links;

    /** @param links where a link or the identifier of a claim leads, empty if nowhere */
    MarkdownSpans(Function<String, Optional<String>> links) {
        this.links = links;
    }

    String toHtml(String text) {
        StringBuilder html = new StringBuilder();
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1 && i < parts.length - 1;
            html.append(code ? code(parts[i]) : escape(parts[i]));
        }
        return emphasis(linked(html.toString())).replace(HIDDEN_STAR, '*').replace(HIDDEN_BRACKET, '[');
    }

    /** A long name may be broken over lines, between its words. */
    private static String code(String text) {
        return NAME.matcher(text).matches() ? Names.of(text).render() : "<code>" + asItIs(text) + "</code>";
    }

    /** Code, in which nothing is emphasis and nothing a link. */
    private static String asItIs(String code) {
        return escape(code).replace('*', HIDDEN_STAR).replace('[', HIDDEN_BRACKET);
    }

    private String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int at = 0;
        while (link.find()) {
            html.append(named(text.substring(at, link.start())));
            String words = link.group(1);
            html.append(links.apply(link.group(2)).map(to -> anchor(to, words)).orElseGet(() -> named(words)));
            at = link.end();
        }
        return html.append(named(text.substring(at))).toString();
    }

    /** Claims lead to their pages where they are named, also in code. */
    private String named(String text) {
        return CLAIM.matcher(text).replaceAll(claim -> Matcher.quoteReplacement(
                links.apply(claim.group()).map(to -> anchor(to, claim.group())).orElse(claim.group())));
    }

    private static String anchor(String to, String words) {
        return "<a href=\"" + to + "\">" + words + "</a>";
    }

    private static String emphasis(String text) {
        return text.replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>")
                .replaceAll("(?<![\\w*])\\*([^*\\s][^*]*)\\*(?!\\w)", "<em>$1</em>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
