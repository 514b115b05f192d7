package org.stillpoint.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.Build;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Citation;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EstablishedBy;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.FormalStatement;
import org.stillpoint.claims.Ground;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.claims.UnboundCatalogue;

/** The words in which every rendering says the same things. */
final class Wording {

    /** What to know before reading a formal statement, which speaks of arrays. */
    static final String COUNTING = "Layers, rows, entries, samples and steps are counted from 0 here, as in the Java code.";

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private Wording() {
    }

    /** What a reader must know before anything else: that no claim of the catalogue is established, if so it is. */
    static Optional<String> warning(BuiltCatalogue catalogue) {
        return catalogue instanceof UnboundCatalogue
                ? Optional.of("No evidence was run in the build of this jar: nothing here is established by it. Run mvn verify.")
                : Optional.empty();
    }

    /** The verdict, and that it is not established if so it is. */
    static String verdict(BuiltClaim claim) {
        return claim.claim().verdict().id() + (claim instanceof BoundClaim ? "" : ", not established");
    }

    /** The verdict and whether all of it is proved, shown by example or tested, such as {@code true, tested}. */
    static String standing(BuiltClaim claim) {
        return verdict(claim) + (claim instanceof BoundClaim ? ", " + word(claim.claim().establishedBy()) : "");
    }

    private static String word(EstablishedBy means) {
        return switch (means) {
            case PROOF -> "proved";
            case WITNESS -> "by example";
            case TEST -> "tested";
        };
    }

    /** The verdict and how it was established, in one phrase. */
    static String ruling(BuiltClaim claim) {
        return verdict(claim) + (claim instanceof BoundClaim ? ", " + phrase(claim.claim().establishedBy()) : "");
    }

    private static String phrase(EstablishedBy means) {
        return switch (means) {
            case PROOF -> "proved";
            case WITNESS -> "shown by exact examples";
            case TEST -> "tested and not all proved";
        };
    }

    /** How all of a claim was established, such as {@code proof}. */
    static String established(BuiltClaim claim) {
        return claim instanceof BoundClaim ? claim.claim().establishedBy().id() : "nothing";
    }

    /** What stands beside a verdict, and what it says and does not say. */
    static String meaning(EstablishedBy means) {
        return switch (means) {
            case PROOF -> "proofs decide all of the statement";
            case WITNESS -> "an exact example decides the statement, or each part of it that no proof decides";
            case TEST -> "all of the statement or a part of it held on every generated example of this build, and is not proved";
        };
    }

    /** The kinds of evidence of a claim, such as {@code proof, property}. */
    static String kinds(BuiltClaim claim) {
        return claim instanceof BoundClaim bound ? bound.kinds().stream().map(Kind::id).collect(Collectors.joining(", ")) : "";
    }

    /** What a piece of evidence shows of a claim, such as {@code establishes the statement}. */
    static String shows(Claim claim, EvidenceName name) {
        return claim.grounds().all().stream().filter(ground -> ground.evidence().equals(name)).map(Wording::shows)
                .collect(Collectors.joining(", "));
    }

    private static String shows(Ground ground) {
        String of = ground.of().isPart() ? "\"" + ground.of() + "\""
                : ground.of().decides() ? "the statement" : "a " + ground.of();
        return ground.shows().id() + " " + of;
    }

    /** The time that all of a claim's evidence took, empty if none ran. */
    static String time(BuiltClaim claim) {
        return claim instanceof BoundClaim bound ? seconds(bound.seconds()) : "";
    }

    /** What a piece of evidence did for a claim, such as {@code passed, 1.3 s}. */
    static String result(BuiltClaim claim, EvidenceName name) {
        return claim.ran(name).map(record -> (record.passed() ? "passed, " : "did not pass, ") + seconds(record.seconds()))
                .orElse("did not run");
    }

    /** A duration with one digit after the point. */
    static String seconds(BigDecimal seconds) {
        return seconds.signum() > 0 && seconds.compareTo(TENTH) < 0
                ? "< 0.1 s"
                : seconds.setScale(1, RoundingMode.HALF_UP).toPlainString() + " s";
    }

    /** How the prover came to a proof. */
    static String foundBy(ProofFigures proof) {
        return proof.replayed() ? "replay" : "search";
    }

    /** Names as a reader sees them. */
    static String names(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    static String build(Build build) {
        return "Stillpoint " + build.version() + ", built " + build.date()
                + build.commit().map(commit -> " from commit " + commit).orElse("");
    }

    static String citation(Citation source) {
        return source.text() + source.url().map(url -> " <" + url + ">").orElse("");
    }

    /** What a kind of evidence says and does not say. */
    static String meaning(Kind kind) {
        return switch (kind) {
            case PROOF -> "proved with KeY from the contracts of the code that runs, for all sizes and values";
            case PROPERTY -> "held, in exact arithmetic, on every generated example of this build; tested, not proved";
            case RECHECK -> "checked again by Z3, an independent solver, over the real numbers, at this size";
            case RULES -> "counted: the rules that the prover was given; each is a definition, an axiom or a lemma proved in "
                    + "this build";
            case WITNESS -> "an exact example, every number of which was computed again in this build";
        };
    }

    /** The command that runs a piece of evidence again. */
    static String command(EvidenceName evidence) {
        return switch (evidence.kind()) {
            case PROOF, RECHECK, RULES -> "mvn verify -Dgroups=proof";
            case PROPERTY -> "mvn test -Dtest=" + evidence.name().replaceFirst("[.]([^.]*)$", "#$1");
            case WITNESS -> "java -jar target/stillpoint.jar replay proofs/witnesses/" + evidence.name()
                    + ".counterexample.json";
        };
    }

    /** What a claim's proofs state, a line for each hypothesis and each conclusion; nothing if there is no proof. */
    static List<String> exactly(Claim claim) {
        List<String> lines = new ArrayList<>();
        for (FormalStatement statement : claim.exactly()) {
            lines.addAll(lines.isEmpty() ? List.of(statement.proof()) : List.of("", statement.proof()));
            lines.add("given");
            statement.given().forEach(hypothesis -> lines.add("  " + hypothesis));
            lines.add("then");
            statement.then().forEach(conclusion -> lines.add("  " + conclusion));
        }
        return lines;
    }
}
