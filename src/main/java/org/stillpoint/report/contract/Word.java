package org.stillpoint.report.contract;

import static j2html.TagCreator.code;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A word of contracts and how it is read.
 *
 * @param name as code has it, without what marks it as a function of the theory
 * @param parameters the names of its arguments
 * @param phrase what it says, with the parameters in braces
 */
record Word(String name, List<String> parameters, String phrase) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String VALUE = ", the value of it: what is said of the object is said of that";

    Word {
        parameters = List.copyOf(parameters);
    }

    /** The word with its parameters, such as {@code areTwins(p, l, i, j)}. */
    String head() {
        return parameters.isEmpty() ? name : name + "(" + String.join(", ", parameters) + ")";
    }

    /** Whether it says of an object nothing but what it holds. */
    private boolean isValue() {
        return parameters.size() == 1 && phrase.equals("{" + parameters.get(0) + "}");
    }

    /** Its identifier within the page of words. */
    String id() {
        return "word-" + name.replace("[]", "-list").replace("\\", "jml-").replaceAll("[^A-Za-z-]+", "-");
    }

    /** What it says, with the parameters in braces. */
    String says() {
        return phrase + (isValue() ? VALUE : "");
    }

    /** Its row in the table of words. */
    DomContent row() {
        String set = PLACE.matcher(says().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .replaceAll("<i>$1</i>");
        return tr(th(code(head())).attr("scope", "row"), td(rawHtml(set))).withId(id());
    }
}
