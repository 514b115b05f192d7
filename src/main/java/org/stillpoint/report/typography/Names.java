package org.stillpoint.report.typography;

import static j2html.TagCreator.rawHtml;

import j2html.tags.DomContent;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and commands that may be broken over lines, but never within a word of theirs. */
public final class Names {

    private static final Pattern BEFORE_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[.#,/])(?=[A-Za-z])");

    /** Short words stay together until they are as long as this. */
    private static final int SHORT = 8;

    private Names() {
    }

    /** A name such as {@code ZeroInitialization.weightsStayZero} as code, which breaks after a dot or before some capitals. */
    public static DomContent of(String name) {
        return rawHtml("<code class=\"name\">" + broken(name) + "</code>");
    }

    /** Names one after another, with commas; the word {@code none} if there is none. */
    public static DomContent of(List<String> names) {
        return names.isEmpty() ? rawHtml("none")
                : rawHtml(names.stream().map(name -> of(name).render()).collect(Collectors.joining(", ")));
    }

    /** A command as code, which breaks between its words, and within a long word where names do; never behind a hyphen. */
    public static DomContent command(String command) {
        return rawHtml("<code class=\"command\">" + List.of(command.split(" ")).stream()
                .map(word -> "<span>" + broken(word) + "</span>").collect(Collectors.joining(" ")) + "</code>");
    }

    /** The text of HTML of a name, with places to break it. */
    static String broken(String name) {
        StringBuilder broken = new StringBuilder();
        int from = 0;
        Matcher place = BEFORE_WORD.matcher(name);
        while (place.find()) {
            boolean afterMark = !Character.isLetterOrDigit(name.charAt(place.start() - 1));
            if (afterMark || place.start() - from >= SHORT) {
                broken.append(escaped(name.substring(from, place.start()))).append("<wbr/>");
                from = place.start();
            }
        }
        return broken.append(escaped(name.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
