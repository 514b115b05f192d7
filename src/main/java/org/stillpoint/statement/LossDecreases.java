package org.stillpoint.statement;

import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/** From equal weights, training changes weights and decreases the mean loss over all data. */
public record LossDecreases() implements Statement {

    static final String KIND = "loss-decreases";
    static final Set<String> CLAIMS = Set.of("Q-6");

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> claims() {
        return CLAIMS;
    }

    @Override
    public List<Comparison> premises(Run run) {
        return Premises.equalNonZeroWeights(run);
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        return List.of(
                Comparison.of("largest change of a weight", Run.largestWeightDifference(run.start(), run.end()), Relation.GREATER,
                        "zero", BigFraction.ZERO),
                Comparison.of("mean loss after the last step", run.meanLoss(run.end()), Relation.LESS,
                        "mean loss at the start", run.meanLoss(run.start())));
    }
}
