package org.stillpoint.report;

import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.teaching.paper.Latex;

/** Claims as paragraphs of LaTeX, the statement in words and in symbols. */
final class ClaimsLatex {

    private ClaimsLatex() {
    }

    static String render(BuiltCatalogue catalogue, List<? extends BuiltClaim> claims) {
        return Wording.warning(catalogue).map(warning -> "% " + warning + "\n").orElse("")
                + "% " + Wording.build(catalogue.build()) + "; needs amsmath\n"
                + claims.stream().map(ClaimsLatex::one).collect(Collectors.joining());
    }

    private static String one(BuiltClaim built) {
        Claim claim = built.claim();
        return "\n\\paragraph{" + claim.id() + " (" + Latex.escape(claim.title()) + ").}\n"
                + Latex.escape(claim.statement()) + "\n"
                + "\\[ " + claim.latex() + " \\]\n"
                + "\\emph{Verdict:} " + Wording.ruling(built) + "."
                + claim.whenItHolds().map(c -> "\n\\emph{Condition:} " + Latex.escape(c)).orElse("") + "\n";
    }
}
