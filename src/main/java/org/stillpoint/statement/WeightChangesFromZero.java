package org.stillpoint.statement;

import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/** From all zeros, training changes a weight of a network with a hidden layer. */
public record WeightChangesFromZero() implements Statement {

    static final String KIND = "weight-changes-from-zero";
    static final Set<String> CLAIMS = Set.of("ZERO-2", "ZERO-3");

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
        return List.of(
                Premises.allZero(run),
                Comparison.of("layers", new BigFraction(run.start().layers().size()), Relation.GREATER, "one", BigFraction.ONE));
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        return List.of(Comparison.of("largest change of a weight", Run.largestWeightDifference(run.start(), run.end()),
                Relation.GREATER, "zero", BigFraction.ZERO));
    }
}
