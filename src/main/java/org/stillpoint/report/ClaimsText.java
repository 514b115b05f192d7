package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.Build;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceRecord;

/** Claims for a terminal: a table of many, or all about one. */
final class ClaimsText {

    private static final int WIDTH = 100;
    private static final String INDENT = "    ";

    private ClaimsText() {
    }

    static String render(Build build, List<BoundClaim> claims) {
        return claims.size() == 1 ? one(build, claims.get(0)) : table(claims) + "\n" + Wording.build(build) + "\n";
    }

    /** One line a claim: what it says, its verdict, how it was established and the time that took. */
    static String table(List<BoundClaim> claims) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("claim", "", "verdict", "established by", "time"));
        for (BoundClaim bound : claims) {
            Claim claim = bound.claim();
            rows.add(List.of(claim.id(), claim.title(), claim.verdict().id(), Wording.established(bound),
                    Wording.seconds(bound.seconds())));
        }
        return TextTable.render(rows);
    }

    private static String one(Build build, BoundClaim bound) {
        Claim claim = bound.claim();
        StringBuilder text = new StringBuilder();
        text.append(claim.id()).append("  ").append(claim.title()).append("\n");
        section(text, "statement", wrap(claim.statement()));
        section(text, "verdict", List.of(claim.verdict().id()));
        claim.condition().ifPresent(condition -> section(text, "condition", wrap(condition)));
        section(text, "why", wrap(claim.why()));
        if (!claim.restsOn().isEmpty()) {
            section(text, "rests on", List.of(String.join(", ", claim.restsOn())));
        }
        section(text, "evidence", bound.evidence().stream().map(ClaimsText::evidence).toList());
        section(text, "sources", claim.sources().stream().map(Wording::citation).flatMap(s -> wrap(s).stream()).toList());
        return text.append("\n").append(Wording.build(build)).append("\n").toString();
    }

    private static String evidence(EvidenceRecord evidence) {
        return evidence.kind().id() + "  " + evidence.name() + "  passed, " + Wording.seconds(evidence.seconds());
    }

    private static void section(StringBuilder text, String heading, List<String> lines) {
        text.append("\n").append(heading).append("\n");
        lines.forEach(line -> text.append(INDENT).append(line).append("\n"));
    }

    private static List<String> wrap(String paragraph) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split("\\s+")) {
            if (line.length() + 1 + word.length() > WIDTH - INDENT.length()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
