package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.claims.Figures;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.claims.PropertyFigures;

/** What evidence did when it ran, in a line. */
final class FiguresText {

    private FiguresText() {
    }

    /** What a proof or the tries of a property did; the names of what a proof applies stand where the claim depends on it. */
    static String of(Figures figures) {
        if (figures instanceof ProofFigures proof) {
            return of(proof);
        }
        return figures instanceof PropertyFigures property ? of(property) : "";
    }

    private static String of(ProofFigures proof) {
        List<String> parts = new ArrayList<>();
        parts.add((proof.replayed() ? "Replay of the saved proof" : "Found by search") + ", " + count(proof.nodes(), "node")
                + " in " + count(proof.branches(), "branch"));
        proof.theorem().map(ProofFigures.OfTheorem::dimensions).filter(dimensions -> !dimensions.isEmpty())
                .ifPresent(dimensions -> parts.add("holds for all " + dimensions));
        parts.add("uses " + count(proof.axioms().size(), "axiom") + ", " + count(proof.lemmas().size(), "lemma") + " and "
                + count(proof.contracts().size(), "contract") + " itself");
        proof.theorem().ifPresent(theorem -> parts.add(theorem.mutantsStopped() + " of "
                + count(theorem.mutantsTried(), "mutant") + " stopped"));
        return String.join("; ", parts);
    }

    private static String of(PropertyFigures property) {
        List<String> parts = new ArrayList<>(List.of(
                property.tries() + " tries, of which its assumptions let " + property.checks() + " through",
                "reached its final assertion " + property.reached() + " times" + property.floor()
                        .map(floor -> ", and has to " + floor.tries() + " times: " + floor.because()).orElse("")));
        parts.add("slowest try " + Wording.seconds(property.slowest()));
        parts.add("seed " + property.seed());
        return String.join("; ", parts);
    }

    private static String count(int number, String thing) {
        return (number == 0 ? "no" : number) + " " + (number == 1 ? thing : thing + (thing.endsWith("ch") ? "es" : "s"));
    }
}
