package org.stillpoint.report;

import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.claims.Build;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.teaching.paper.Latex;

/** One BibTeX entry a claim, so that a paper can cite it with its verdict. */
final class ClaimsBibtex {

    private ClaimsBibtex() {
    }

    static String render(BuiltCatalogue catalogue, List<? extends BuiltClaim> claims) {
        return Wording.warning(catalogue).map(warning -> "% " + warning + "\n\n").orElse("")
                + claims.stream().map(built -> entry(catalogue.build(), built)).collect(Collectors.joining("\n"));
    }

    private static String entry(Build build, BuiltClaim built) {
        Claim claim = built.claim();
        String note = "Claim " + claim.id() + ", verdict: " + Wording.ruling(built)
                + build.commit().map(commit -> ", commit " + commit).orElse("");
        return "@misc{stillpoint-" + claim.id() + ",\n"
                + field("author", "{The Stillpoint authors}")
                + field("title", "{" + Latex.escape(claim.title()) + "}")
                + field("howpublished", Latex.escape("Stillpoint " + build.version()))
                + field("year", build.date().substring(0, 4))
                + field("note", Latex.escape(note))
                + "}\n";
    }

    private static String field(String name, String value) {
        return "  " + name + " = {" + value + "},\n";
    }
}
