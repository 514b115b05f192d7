package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;

import java.util.Map;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.teaching.Exercises;
import org.stillpoint.teaching.Handout;

/** The claims on paper. */
public final class Handouts {

    /** The seed of the exercises on the site's handouts. */
    static final long SEED = 1;

    private Handouts() {
    }

    /**
     * The handout of a claim.
     *
     * @param witnesses the text of the file of each witness that ran, by its name
     * @param seed of the numbers of its exercise
     */
    public static Handout of(BuiltCatalogue catalogue, BuiltClaim built, Map<String, String> witnesses, long seed) {
        return new Handout(built.claim(), Wording.ruling(built), catalogue.claims().stream().map(BuiltClaim::claim).toList(),
                Exercises.of(built.claim(), witnesses, seed));
    }

    /** Where a claim's handout is within the site. */
    static String file(String claim) {
        return "handouts/" + claim + ".html";
    }

    /** The page of a claim's handout. */
    static String render(BuiltCatalogue catalogue, BuiltClaim built, Map<String, String> witnesses) {
        Handout handout = of(catalogue, built, witnesses, SEED);
        String id = built.claim().id();
        return new Page(catalogue, "../", "network.css", "handout.css").render("Handout " + id,
                p(join(a("Claim " + id).withHref("../claims/" + id + ".html"), ", as a handout to print: the solution is on a "
                        + "sheet "
                        + "of its own. ", a("All handouts").withHref("../teaching.html"), ".")).withClasses("quiet", "screen"),
                h1(handout.title()), PaperHtml.of(handout.blocks()));
    }
}
