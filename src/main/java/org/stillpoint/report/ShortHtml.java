package org.stillpoint.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves out what HTML lets a page leave out, so that a browser makes the same of it: end tags that what follows implies
 * (<a href="https://html.spec.whatwg.org/multipage/syntax.html#optional-tags">HTML, 13.1.2.4</a>), quotation marks around values
 * without spaces, and slashes of elements that have no end. Formulas and pictures keep their tags, as their languages have no
 * such rules.
 */
final class ShortHtml {

    private static final Pattern PART =
            Pattern.compile("<(/?)([a-zA-Z][\\w-]*)((?:\\s+[\\w:-]+=\"[^\"]*\")*)\\s*(/?)>|<![^>]*>|[^<]+");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([\\w:-]+)=\"([^\"]*)\"");
    private static final Pattern BARE = Pattern.compile("[^\\s\"'=<>`]+");

    /** Languages within a page with rules of their own. */
    private static final Set<String> FOREIGN = Set.of("svg", "math");

    /** By the name of an element the elements before which its end goes without saying. */
    private static final Map<String, Set<String>> ENDED_BY = Map.of(
            "li", Set.of("li"),
            "dt", Set.of("dt", "dd"),
            "dd", Set.of("dt", "dd"),
            "td", Set.of("td", "th"),
            "th", Set.of("td", "th"),
            "tr", Set.of("tr"),
            "thead", Set.of("tbody", "tfoot"),
            "tbody", Set.of("tbody", "tfoot"),
            "option", Set.of("option"),
            "p", Set.of("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure",
                    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre",
                    "section", "table", "ul"));

    /** Elements whose end does not go without saying at the end of the one that they are in. */
    private static final Set<String> NOT_LAST = Set.of("dt", "thead");

    /** Where a paragraph has to be ended. */
    private static final Set<String> AROUND_TEXT = Set.of("a", "audio", "del", "ins", "map", "noscript", "video");

    private ShortHtml() {
    }

    /**
     * The page in fewer bytes.
     *
     * @param page as {@link Page} makes it: well-formed as XML, its scripts and styles in files
     */
    static String of(String page) {
        List<MatchResult> parts = PART.matcher(page).results().toList();
        StringBuilder shorter = new StringBuilder();
        int foreign = 0;
        for (int i = 0; i < parts.size(); i++) {
            MatchResult part = parts.get(i);
            String name = part.group(2);
            if (name == null) {
                shorter.append(part.group().startsWith("<") ? part.group() : text(part.group()));
                continue;
            }
            boolean isEnd = !part.group(1).isEmpty();
            if (FOREIGN.contains(name)) {
                foreign += isEnd ? -1 : 1;
            }
            if (!isEnd) {
                shorter.append(start(part, foreign > 0));
            } else if (foreign > 0 || i + 1 == parts.size() || !goesWithoutSaying(name, parts.get(i + 1))) {
                shorter.append(part.group());
            }
        }
        return shorter.toString();
    }

    private static boolean goesWithoutSaying(String ended, MatchResult next) {
        String name = next.group(2);
        if (name == null || !ENDED_BY.containsKey(ended)) {
            return false;
        }
        return next.group(1).isEmpty() ? ENDED_BY.get(ended).contains(name)
                : !NOT_LAST.contains(ended) && !(ended.equals("p") && AROUND_TEXT.contains(name));
    }

    private static String start(MatchResult tag, boolean isForeign) {
        StringBuilder shorter = new StringBuilder("<").append(tag.group(2));
        boolean isBare = false;
        Matcher attributes = ATTRIBUTE.matcher(tag.group(3));
        while (attributes.find()) {
            String value = attributes.group(2);
            isBare = BARE.matcher(value).matches();
            shorter.append(' ').append(attributes.group(1));
            if (!value.isEmpty()) {
                shorter.append('=').append(isBare ? value : '"' + value + '"');
            }
        }
        boolean isClosed = isForeign && !tag.group(4).isEmpty();
        return shorter.append(isClosed ? isBare ? " />" : "/>" : ">").toString();
    }

    /** Outside tags, quotation marks and {@code >} stand for themselves. */
    private static String text(String text) {
        return text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&gt;", ">");
    }
}
