package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;

/**
 * From all zeros, on balanced data that the architecture can realize, training over every sample moves no weight and never reaches full
 * accuracy.
 *
 * @param teacher a network of the same shape that classifies every sample correctly
 */
public record StuckBelowFullAccuracy(Network teacher) implements Statement {

    static final String KIND = "stuck-below-full-accuracy";
    static final Set<String> CLAIMS = Set.of("Q-A", "Q-2", "Q-C");

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
        List<Comparison> premises = new ArrayList<>();
        premises.add(Premises.allZero(run));
        premises.addAll(Premises.balanced(run));
        premises.add(Premises.realizable(run, teacher));
        premises.add(Comparison.of("batches never trained on",
                new BigFraction(Math.max(0, run.settings().batches(run.data().size()) - run.steps())), Relation.EQUAL,
                "none", BigFraction.ZERO));
        return List.copyOf(premises);
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        BigFraction best = IntStream.rangeClosed(0, run.steps()).mapToObj(step -> run.accuracy(run.after(step)))
                .max(BigFraction::compareTo).orElseThrow();
        return List.of(
                Comparison.of("largest change of a weight", Run.largestWeightDifference(run.start(), run.end()), Relation.EQUAL,
                        "zero", BigFraction.ZERO),
                Comparison.of("best accuracy after any step", best, Relation.LESS, "full accuracy", BigFraction.ONE));
    }
}
