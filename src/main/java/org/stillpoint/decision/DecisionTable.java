package org.stillpoint.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.claims.BindingException;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.domain.Settings;
import org.stillpoint.statement.Statement;
import org.stillpoint.statement.Statements;
import org.stillpoint.witness.Example;

/**
 * What each start does, for every combination of activation, biases and batch. A theorem says what cannot happen, on any data; a
 * run says what can. Hinge loss, learning rate 1, no momentum, no decay in the runs; the theorems need none of that.
 *
 * @param decisions one a cell, row by row
 */
public record DecisionTable(List<Decision> decisions) {

    private static final int MAX_STEPS = 4;
    private static final Sight MOVES = new Sight("A weight or a hidden bias changes.", Statements::somethingMoves);
    private static final Sight SEPARATES = new Sight(
            "A weight or a hidden bias changes, and in the end no two hidden units have equal incoming weights and biases.",
            Statements::allUnitsDiffer);
    /** The zero unit of each start that has one is the last of three. */
    private static final Sight GROWS = new Sight("A hidden unit that starts at zero gets an outgoing weight.",
            steps -> Statements.getsAnOutgoingWeight(3, steps));

    /**
     * What a run can show.
     *
     * @param words one sentence
     * @param ofSteps the same of a run of so many steps
     */
    private record Sight(String words, IntFunction<Statement> ofSteps) {
    }

    public DecisionTable {
        decisions = List.copyOf(decisions);
    }

    /**
     * Decides every cell.
     *
     * @param catalogue the evidence of the build, in which the proof of every theorem must have passed
     * @throws BindingException if one has not
     * @throws IllegalStateException if no theorem and no run decides a cell, or a run contradicts a theorem
     */
    public static DecisionTable decide(BoundCatalogue catalogue) {
        Set<EvidenceName> passed = catalogue.evidence().stream().filter(EvidenceRecord::passed)
                .map(EvidenceName::of).collect(Collectors.toSet());
        List<String> problems = proofs().stream().filter(proof -> !passed.contains(proof))
                .map(proof -> "decision table: " + proof + " did not pass in this build").toList();
        if (!problems.isEmpty()) {
            throw new BindingException(problems);
        }
        return decide();
    }

    /** The proofs that the table calls on. */
    public static List<EvidenceName> proofs() {
        return Theorem.ALL.stream().map(Theorem::proof).toList();
    }

    static DecisionTable decide() {
        return new DecisionTable(Cell.all().parallel().map(cell -> decide(cell, Theorem.ALL)).toList());
    }

    static Decision decide(Cell cell, List<Theorem> all) {
        List<Theorem> theorems = all.stream().filter(theorem -> theorem.covers().test(cell)).toList();
        Outcome outcome = theorems.stream().map(Theorem::outcome).min(Comparator.naturalOrder()).orElse(Outcome.SEPARATES);
        List<Theorem> deciding = theorems.stream().filter(theorem -> theorem.outcome() == outcome).toList();
        Optional<Example> contrary = switch (outcome) {
            case STUCK -> smallest(cell, MOVES);
            case FROZEN -> smallest(cell, GROWS);
            case SYMMETRIC -> smallest(cell, SEPARATES);
            case SEPARATES -> Optional.empty();
        };
        none(contrary, cell, deciding);
        return new Decision(cell, outcome, deciding, switch (outcome) {
            case STUCK -> Optional.empty();
            case FROZEN, SYMMETRIC -> Optional.of(smallest(cell, MOVES).orElseThrow(() -> undecided(cell)));
            case SEPARATES -> Optional.of(smallest(cell, SEPARATES).orElseThrow(() -> undecided(cell)));
        });
    }

    private static void none(Optional<Example> found, Cell cell, List<Theorem> theorems) {
        if (found.isPresent()) {
            throw new IllegalStateException("a run contradicts " + theorems.get(0).proof() + " in the cell " + cell.id());
        }
    }

    private static IllegalStateException undecided(Cell cell) {
        return new IllegalStateException("neither a theorem nor a run of up to " + MAX_STEPS + " steps decides the cell "
                + cell.id());
    }

    private static Optional<Example> smallest(Cell cell, Sight sight) {
        return candidates(cell, sight).filter(Example::holds).findFirst();
    }

    private static Stream<Example> candidates(Cell cell, Sight sight) {
        return IntStream.rangeClosed(1, MAX_STEPS).boxed()
                .flatMap(steps -> cell.batches().dataSets()
                        .flatMap(data -> cell.pattern().networks(cell.unit().activation(), cell.biases())
                                .map(network -> new Example(cell.words(), sight.words(), network, data, settings(cell, steps),
                                        sight.ofSteps().apply(steps)))));
    }

    private static Settings settings(Cell cell, int steps) {
        return Settings.defaults(steps).withLearningRate(BigFraction.ONE).withBatchSize(cell.batches().size())
                .withKappa(cell.unit().kappa());
    }
}
