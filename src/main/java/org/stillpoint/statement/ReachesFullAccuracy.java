package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/** From equal non-zero weights and on balanced labels, training takes a network that is wrong on some sample to full accuracy. */
public record ReachesFullAccuracy() implements Statement {

    static final String KIND = "reaches-full-accuracy";
    static final Set<String> CLAIMS = Set.of("Q-5", "SYM-7");

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
        List<Comparison> premises = new ArrayList<>(Premises.equalNonZeroWeights(run));
        premises.add(Premises.severalHiddenUnits(run));
        premises.addAll(Premises.balanced(run));
        premises.add(Comparison.of("accuracy at the start", run.accuracy(run.start()), Relation.LESS,
                "full accuracy", BigFraction.ONE));
        return List.copyOf(premises);
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        return List.of(
                Comparison.of("accuracy after the last step", run.accuracy(run.end()), Relation.EQUAL,
                        "full accuracy", BigFraction.ONE),
                Comparison.of("largest change of a weight", Run.largestWeightDifference(run.start(), run.end()), Relation.GREATER,
                        "zero", BigFraction.ZERO));
    }
}
