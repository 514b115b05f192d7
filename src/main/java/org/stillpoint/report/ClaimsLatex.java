package org.stillpoint.report;

import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.Build;
import org.stillpoint.claims.Claim;

/** Claims as paragraphs of LaTeX, the statement in words and in symbols. */
final class ClaimsLatex {

    private ClaimsLatex() {
    }

    static String render(Build build, List<BoundClaim> claims) {
        return "% " + Wording.build(build) + "; needs amsmath\n"
                + claims.stream().map(ClaimsLatex::one).collect(Collectors.joining());
    }

    private static String one(BoundClaim bound) {
        Claim claim = bound.claim();
        return "\n\\paragraph{" + claim.id() + " (" + Latex.escape(claim.title()) + ").}\n"
                + Latex.escape(claim.statement()) + "\n"
                + "\\[ " + claim.latex() + " \\]\n"
                + "\\emph{Verdict:} " + claim.verdict().id() + ", established by " + Wording.established(bound) + "."
                + claim.condition().map(c -> "\n\\emph{Condition:} " + Latex.escape(c)).orElse("") + "\n";
    }
}
