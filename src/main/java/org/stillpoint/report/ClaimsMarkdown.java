package org.stillpoint.report;

import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;

/** Claims in Markdown: a table of many, or a section about one. */
final class ClaimsMarkdown {

    private ClaimsMarkdown() {
    }

    static String render(BuiltCatalogue catalogue, List<? extends BuiltClaim> claims) {
        String warning = Wording.warning(catalogue).map(text -> "**" + text + "**\n\n").orElse("");
        String body = claims.size() == 1 ? one(claims.get(0)) : table(claims);
        return warning + body + "\n" + Wording.build(catalogue.build()) + "\n";
    }

    private static String table(List<? extends BuiltClaim> claims) {
        return "| claim | | verdict | established by | evidence | time |\n|---|---|---|---|---|---|\n"
                + claims.stream().map(ClaimsMarkdown::row).collect(Collectors.joining());
    }

    private static String row(BuiltClaim built) {
        Claim claim = built.claim();
        return "| " + claim.id() + " | " + escape(claim.title()) + " | " + Wording.verdict(built) + " | "
                + Wording.established(built) + " | " + Wording.kinds(built) + " | " + escape(Wording.time(built)) + " |\n";
    }

    private static String one(BuiltClaim built) {
        Claim claim = built.claim();
        StringBuilder text = new StringBuilder();
        text.append("## ").append(claim.id()).append(": ").append(escape(claim.title())).append("\n\n");
        text.append(escape(claim.statement())).append("\n\n$$").append(claim.latex()).append("$$\n\n");
        text.append("**Verdict:** ").append(Wording.ruling(built)).append("\n\n");
        claim.whenItHolds().ifPresent(c -> text.append("**Condition:** ").append(escape(c)).append("\n\n"));
        if (!claim.exactly().isEmpty()) {
            text.append("**Exactly:** ").append(Wording.COUNTING).append("\n\n");
            claim.exactly().forEach(statement -> text.append("`").append(statement.proof()).append("`\n\n")
                    .append(list("given", statement.given())).append(list("then", statement.then())).append("\n"));
        }
        text.append("**Why:** ").append(escape(claim.why())).append("\n\n");
        if (!claim.restsOn().isEmpty()) {
            text.append("**Rests on:** ").append(String.join(", ", claim.restsOn())).append("\n\n");
        }
        if (!claim.asked().isEmpty()) {
            text.append("**People ask:**\n\n");
            claim.asked().forEach(line -> text.append("- ").append(escape(line)).append("\n"));
            text.append("\n");
        }
        text.append("**Evidence:**\n\n");
        claim.evidence().forEach(e -> text.append("- ").append(e.kind().id()).append(" `").append(e.name())
                .append("`, ").append(escape(Wording.shows(claim, e))).append("; ").append(escape(Wording.result(built, e)))
                .append("\n"));
        text.append("\n**Sources:**\n\n");
        claim.sources().forEach(s -> text.append("- ").append(escape(s.text()))
                .append(s.url().map(url -> " <" + url + ">").orElse("")).append("\n"));
        return text.toString();
    }

    private static String list(String heading, List<String> lines) {
        return "- " + heading + "\n" + lines.stream().map(line -> "  - " + escape(line) + "\n").collect(Collectors.joining());
    }

    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_<|\\[\\]])", "\\\\$1");
    }
}
