package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.claims.Figures;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.claims.PropertyFigures;

/** One figure of what evidence did, with the label that a reader sees. */
record FigureRow(String label, String text) {

    /** What a proof or the tries of a property did, figure by figure. */
    static List<FigureRow> of(Figures figures) {
        if (figures instanceof ProofFigures proof) {
            return of(proof);
        }
        return figures instanceof PropertyFigures property ? of(property) : List.of();
    }

    private static List<FigureRow> of(ProofFigures proof) {
        List<FigureRow> rows = new ArrayList<>();
        proof.theorem().map(ProofFigures.OfTheorem::dimensions).filter(dimensions -> !dimensions.isEmpty())
                .ifPresent(dimensions -> rows.add(new FigureRow("holds for all", dimensions)));
        rows.add(new FigureRow("proved by", proof.replayed() ? "replay of the saved proof" : "search"));
        rows.add(new FigureRow("size", proof.nodes() + " nodes in " + proof.branches() + " branches"));
        rows.add(new FigureRow("axioms it applies", Wording.names(proof.axioms())));
        rows.add(new FigureRow("lemmas it applies", Wording.names(proof.lemmas())));
        rows.add(new FigureRow("contracts it uses", Wording.names(proof.contracts())));
        proof.theorem().ifPresent(theorem -> rows.add(new FigureRow("mutants stopped",
                theorem.mutantsStopped() + " of " + theorem.mutantsTried())));
        return rows;
    }

    private static List<FigureRow> of(PropertyFigures property) {
        List<FigureRow> rows = new ArrayList<>(List.of(
                new FigureRow("tries", property.tries() + ", of which its assumptions let " + property.checks() + " through"),
                new FigureRow("reached its final assertion", property.reached() + " times")));
        property.floor().ifPresent(floor ->
                rows.add(new FigureRow("has to reach it", floor.tries() + " times: " + floor.because())));
        rows.add(new FigureRow("slowest try", Wording.seconds(property.slowest())));
        rows.add(new FigureRow("seed", property.seed()));
        return rows;
    }
}
