package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.OverTheReals;

/** Claims for a terminal: a table of many, or all about one. */
public final class ClaimsText {

    private static final int WIDTH = 100;
    private static final String INDENT = "    ";

    private ClaimsText() {
    }

    static String render(BuiltCatalogue catalogue, List<? extends BuiltClaim> claims) {
        String warning = Wording.warning(catalogue).map(text -> text + "\n\n").orElse("");
        String body = claims.size() == 1 ? one(claims.get(0)) : table(claims);
        return warning + body + "\n" + Wording.build(catalogue.build()) + "\n";
    }

    /** One line a claim: what it says, its verdict, how it was established and the time that took. */
    public static String table(List<? extends BuiltClaim> claims) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("claim", "", "verdict", "established by", "evidence", "time"));
        for (BuiltClaim built : claims) {
            Claim claim = built.claim();
            rows.add(List.of(claim.id(), claim.title(), Wording.verdict(built), Wording.established(built),
                    Wording.kinds(built), Wording.time(built)));
        }
        return TextTable.render(rows);
    }

    private static String one(BuiltClaim built) {
        Claim claim = built.claim();
        StringBuilder text = new StringBuilder();
        text.append(claim.id()).append("  ").append(claim.title()).append("\n");
        section(text, "statement", wrap(claim.statement()));
        section(text, "verdict", List.of(Wording.ruling(built)));
        claim.whenItHolds().ifPresent(condition -> section(text, "condition", wrap(condition)));
        if (!claim.exactly().isEmpty()) {
            section(text, "exactly", Stream.concat(Stream.of(Wording.COUNTING, ""), Wording.exactly(claim).stream())
                    .flatMap(line -> hanging(line).stream()).toList());
        }
        OverTheReals.of(claim).forEach(paragraph -> section(text, "over the reals", wrap(paragraph)));
        section(text, "why", wrap(claim.why()));
        if (!claim.restsOn().isEmpty()) {
            section(text, "rests on", List.of(String.join(", ", claim.restsOn())));
        }
        if (!claim.asked().isEmpty()) {
            section(text, "people ask", claim.asked().stream().flatMap(line -> wrap(line).stream()).toList());
        }
        section(text, "evidence", claim.evidence().stream().map(name -> evidence(built, name)).toList());
        section(text, "sources", claim.sources().stream().map(Wording::citation).flatMap(s -> wrap(s).stream()).toList());
        return text.toString();
    }

    private static String evidence(BuiltClaim built, EvidenceName name) {
        return name.kind().id() + "  " + name.name() + "  " + Wording.shows(built.claim(), name) + "; "
                + Wording.result(built, name);
    }

    private static void section(StringBuilder text, String heading, List<String> lines) {
        text.append("\n").append(heading).append("\n");
        lines.forEach(line -> text.append(INDENT).append(line).append("\n"));
    }

    /** A line of a formal statement, with what runs over indented further. */
    private static List<String> hanging(String line) {
        if (!line.startsWith("  ")) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        wrap(line.strip(), WIDTH - 2 * INDENT.length() - 2)
                .forEach(part -> lines.add((lines.isEmpty() ? "" : INDENT) + "  " + part));
        return lines;
    }

    private static List<String> wrap(String paragraph) {
        return wrap(paragraph, WIDTH - INDENT.length());
    }

    private static List<String> wrap(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split("\\s+")) {
            if (line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
