package org.stillpoint.decision;

import java.util.List;
import java.util.function.Predicate;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;

/**
 * A proved theorem and the cells whose every start and every data set meet its hypotheses.
 *
 * @param claim the claim that it proves or belongs to
 * @param proof the contract
 * @param outcome what it says about those cells: {@link Outcome#STUCK}, that zero units never change ({@link Outcome#FROZEN}), or
 *     that equal units never part ({@link Outcome#SYMMETRIC})
 */
public record Theorem(String claim, EvidenceName proof, Outcome outcome, Predicate<Cell> covers) {

    static final List<Theorem> ALL = List.of(
            theorem("ZERO-2", "ZeroInitialization.weightsStayZero", Outcome.STUCK,
                    cell -> cell.pattern() == Pattern.ALL_ZERO && cell.unit().zeroAtZero()),
            theorem("PART-2", "SilentLayer.zeroFirstLayerFreezesTheNetwork", Outcome.STUCK,
                    cell -> cell.pattern() == Pattern.FIRST_LAYER_ZERO && cell.unit().zeroAtZero() && cell.unit().flatAtZero()),
            theorem("ACT-2", "BalancedBatch.nothingMoves", Outcome.STUCK,
                    cell -> cell.batches() == Batches.FULL_BALANCED
                            && (cell.pattern() == Pattern.ALL_ZERO || cell.pattern() == Pattern.HIDDEN_BIASES_ONLY)),
            theorem("UNIT-0", "PrunedUnit.prunedUnitNeverGrowsBack", Outcome.FROZEN,
                    cell -> (cell.pattern() == Pattern.ZERO_UNIT || cell.pattern() == Pattern.IDENTITY)
                            && cell.unit().zeroAtZero()),
            theorem("SYM-2", "Symmetry.twinsStayTwins", Outcome.SYMMETRIC,
                    cell -> cell.pattern() == Pattern.ALL_ZERO || cell.pattern() == Pattern.EQUAL
                    || cell.pattern() == Pattern.TWINS || cell.pattern() == Pattern.IDENTITY));

    private static Theorem theorem(String claim, String contract, Outcome outcome, Predicate<Cell> covers) {
        return new Theorem(claim, new EvidenceName(Kind.PROOF, contract), outcome, covers);
    }
}
