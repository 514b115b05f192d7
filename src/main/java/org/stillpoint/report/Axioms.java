package org.stillpoint.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.report.typography.MathText;
import org.stillpoint.report.typography.Names;

/**
 * The axioms of arithmetic and what they say.
 *
 * @param says what an axiom says, by its name
 */
record Axioms(Map<String, String> says) {

    /** A name and, in brackets, what it says, of which brackets may be a part. */
    private static final Pattern AXIOM =
            Pattern.compile("`(axiom[A-Za-z]+)` \\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");

    Axioms {
        says = Map.copyOf(says);
    }

    /** Those that an inventory of what is trusted lists. */
    static Axioms listedIn(String inventory) {
        Map<String, String> says = new TreeMap<>();
        Matcher axiom = AXIOM.matcher(inventory);
        while (axiom.find()) {
            says.putIfAbsent(axiom.group(1), axiom.group(2));
        }
        return new Axioms(says);
    }

    /** Some of them, each with what it says. */
    DomContent list(Collection<String> names) {
        return ul(each(names, name -> li(Names.of(name),
                says.containsKey(name) ? span(text(": "), MathText.of(says.get(name))) : null))).withClass("axioms");
    }
}
