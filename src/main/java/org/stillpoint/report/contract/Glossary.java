package org.stillpoint.report.contract;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.TagCreator;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stillpoint.format.Json;
import tools.jackson.databind.node.ObjectNode;

/** The words of contracts in alphabetical order: as a table for a page of their own, and as a script for where they are used. */
public final class Glossary {

    /** The page of the words, by its path within the site. */
    public static final String PAGE = "words.html";

    /** The script that holds the same, for pages that show it where a word stands. */
    public static final String SCRIPT = "words.js";

    private final SortedMap<String, List<Word>> byLetter;

    /** @param proofs names such as {@code ZeroInitialization.weightsStayZero}, of whose contracts these are the words */
    public Glossary(List<String> proofs) {
        byLetter = new ContractCode(proofs).words().stream()
                .sorted(Comparator.comparing(Glossary::spelling).thenComparing(Word::name))
                .collect(Collectors.groupingBy(word -> spelling(word).substring(0, 1), TreeMap::new, Collectors.toList()));
    }

    private static String spelling(Word word) {
        return word.name().replace("\\", "").toUpperCase(Locale.ROOT);
    }

    /** Whether the build packed no contract. */
    public boolean isEmpty() {
        return byLetter.isEmpty();
    }

    /** The way to each letter. */
    public DomContent letters() {
        return nav(ul(each(byLetter.keySet(), letter -> li(a(letter).withHref("#letter-" + letter)))))
                .attr("aria-label", "Letters").withClass("letters");
    }

    /** Each word with its line. */
    public DomContent table() {
        return TagCreator.table(thead(tr(th("word"), th("how it is read"))),
                each(byLetter, (letter, words) -> tbody(each(words, Word::row)).withId("letter-" + letter))).withClass("words");
    }

    /** A script that sets one constant: by the name of a word's place, the word with its arguments and what it says. */
    public String script() {
        ObjectNode words = Json.object();
        byLetter.values().forEach(list -> list.forEach(word -> words.putArray(word.id()).add(word.head()).add(word.says())));
        return "\"use strict\";\n\n/* The words of " + PAGE + "; arguments stand in braces. */\nconst STILLPOINT_WORDS = "
                + Json.write(words).strip().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
                + ";\n";
    }
}
