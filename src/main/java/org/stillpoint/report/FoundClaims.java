package org.stillpoint.report;

import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.ClaimFinder.Finding;

/** What was found by words, for a terminal: each claim with its verdict, and what people ask about it. */
public final class FoundClaims {

    private FoundClaims() {
    }

    /** A line that says so if there are none. */
    public static String text(List<Finding> found) {
        return found.isEmpty() ? "no claim speaks of that\n"
                : found.stream().map(FoundClaims::one).collect(Collectors.joining("\n"));
    }

    private static String one(Finding finding) {
        Claim claim = finding.claim().claim();
        return claim.id() + "  " + claim.title() + "  (" + Wording.standing(finding.claim()) + ")\n"
                + finding.asked().stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }
}
