package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.util.List;
import org.stillpoint.claims.Build;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;

/** How to cite a claim: in a sentence, as BibTeX, and by the name of its page. */
final class ClaimCitation {

    private ClaimCitation() {
    }

    static DomContent render(BuiltCatalogue catalogue, BuiltClaim built) {
        String id = built.claim().id();
        return section(
                h2("Cite"),
                p(sentence(catalogue.build(), built)).withId("citation"),
                pre(code(ClaimsFormat.BIBTEX.render(catalogue, List.of(built)).strip())).withId("bibtex"),
                p(join("The identifier " + id + " is stable; in every report this page is ",
                        a(code("claims/" + id + ".html")).withHref(id + ".html").withRel("bookmark"), ".")).withClass("quiet"))
                .withId("cite");
    }

    private static String sentence(Build build, BuiltClaim built) {
        return "The Stillpoint authors, “" + built.claim().title() + "”, claim " + built.claim().id() + " ("
                + Wording.ruling(built) + "), Stillpoint " + build.version() + ", " + build.date().substring(0, 4)
                + build.commit().map(commit -> ", commit " + commit).orElse("") + ".";
    }
}
