package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the lists of the page with the graph. */
final class WrittenGraph {

    private static final Pattern LIST =
            Pattern.compile("(?s)<details data-kind=\"(\\w+)\" data-standing=\"(\\w+)\".*?</details>");
    private static final Pattern ENTRY = Pattern.compile("(?s)<li id=\"([^\"]+)\"( class=\"\\w+\")?>(.*?)</li>");
    private static final Pattern LINK = Pattern.compile("href=\"#([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private WrittenGraph() {
    }

    /** The entries of a kind: the anchor, the class if there is one, and what stands in the entry. */
    static List<MatchResult> entries(String page, String kind) {
        return LIST.matcher(page).results().filter(list -> list.group(1).equals(kind)).findFirst().stream()
                .flatMap(list -> ENTRY.matcher(list.group()).results()).toList();
    }

    /** For each node, by its anchor, those that it rests on. */
    static Map<String, Set<String>> edges(String page) {
        Map<String, Set<String>> edges = new LinkedHashMap<>();
        List<String> lemmas = entries(page, "lemma").stream().map(entry -> entry.group(1)).toList();
        for (String kind : List.of("claim", "theorem", "witness", "property", "contract", "lemma", "axiom")) {
            for (MatchResult entry : entries(page, kind)) {
                Set<String> on = kind.equals("lemma") ? axioms(entry.group(3)) : links(entry.group(3));
                NUMBER.matcher(numbers(kind, entry.group(3))).results()
                        .forEach(number -> on.add(lemmas.get(Integer.parseInt(number.group()) - 1)));
                assertThat(edges.put(entry.group(1), on)).as(entry.group(1) + " is there once").isNull();
            }
        }
        return edges;
    }

    private static String numbers(String kind, String entry) {
        if (kind.equals("lemma")) {
            return entry.replaceFirst("^[^:;]*:?", "").replaceFirst(";.*", "");
        }
        return entry.contains("<i>") ? entry.replaceAll("(?s).*<i>|</i>.*", "") : "";
    }

    private static Set<String> axioms(String lemma) {
        Set<String> axioms = new TreeSet<>();
        if (lemma.contains("; ")) {
            Arrays.stream(lemma.replaceFirst(".*; ", "").split(" ")).map(axiom -> "axiom-" + axiom).forEach(axioms::add);
        }
        return axioms;
    }

    private static Set<String> links(String entry) {
        Set<String> links = new TreeSet<>();
        if (entry.contains("class=\"on\"")) {
            LINK.matcher(entry.replaceAll("(?s).*class=\"on\"|</div>.*", "")).results().forEach(link -> links.add(link.group(1)));
        }
        return links;
    }
}
