package org.stillpoint.report;

import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.Build;
import org.stillpoint.claims.Claim;

/** Claims in Markdown: a table of many, or a section about one. */
final class ClaimsMarkdown {

    private ClaimsMarkdown() {
    }

    static String render(Build build, List<BoundClaim> claims) {
        String body = claims.size() == 1 ? one(claims.get(0)) : table(claims);
        return body + "\n" + Wording.build(build) + "\n";
    }

    private static String table(List<BoundClaim> claims) {
        return "| claim | | verdict | established by | time |\n|---|---|---|---|---|\n"
                + claims.stream().map(ClaimsMarkdown::row).collect(Collectors.joining());
    }

    private static String row(BoundClaim bound) {
        Claim claim = bound.claim();
        return "| " + claim.id() + " | " + escape(claim.title()) + " | " + claim.verdict().id() + " | "
                + Wording.established(bound) + " | " + escape(Wording.seconds(bound.seconds())) + " |\n";
    }

    private static String one(BoundClaim bound) {
        Claim claim = bound.claim();
        StringBuilder text = new StringBuilder();
        text.append("## ").append(claim.id()).append(": ").append(escape(claim.title())).append("\n\n");
        text.append(escape(claim.statement())).append("\n\n$$").append(claim.latex()).append("$$\n\n");
        text.append("**Verdict:** ").append(claim.verdict().id()).append("\n\n");
        claim.condition().ifPresent(c -> text.append("**Condition:** ").append(escape(c)).append("\n\n"));
        text.append("**Why:** ").append(escape(claim.why())).append("\n\n");
        if (!claim.restsOn().isEmpty()) {
            text.append("**Rests on:** ").append(String.join(", ", claim.restsOn())).append("\n\n");
        }
        text.append("**Evidence:**\n\n");
        bound.evidence().forEach(e -> text.append("- ").append(e.kind().id()).append(" `").append(e.name())
                .append("`, passed, ").append(escape(Wording.seconds(e.seconds()))).append("\n"));
        text.append("\n**Sources:**\n\n");
        claim.sources().forEach(s -> text.append("- ").append(escape(s.text()))
                .append(s.url().map(url -> " <" + url + ">").orElse("")).append("\n"));
        return text.toString();
    }

    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_<|\\[\\]])", "\\\\$1");
    }
}
