package org.stillpoint.statement;

import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Loss;

/**
 * A network of one layer under squared loss, which is a convex problem with a solution, returns to where it was after two steps of full
 * gradient descent without having stayed there, and so never converges.
 */
public record TwoCycle() implements Statement {

    static final String KIND = "two-cycle";
    static final Set<String> CLAIMS = Set.of("Q-A");

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
        if (run.settings().loss() != Loss.SQUARED) {
            throw new DomainException("loss " + run.settings().loss().id() + ", expected squared for a convex problem");
        }
        return List.of(
                Comparison.of("layers", new BigFraction(run.start().layers().size()), Relation.EQUAL, "one", BigFraction.ONE),
                Comparison.of("batches in an epoch", new BigFraction(run.settings().batches(run.data().size())), Relation.EQUAL,
                        "one", BigFraction.ONE),
                Comparison.of("momentum", run.settings().momentum(), Relation.EQUAL, "zero", BigFraction.ZERO),
                Comparison.of("weight decay", run.settings().weightDecay(), Relation.EQUAL, "zero", BigFraction.ZERO),
                Comparison.of("steps", new BigFraction(run.steps()), Relation.EQUAL, "two", BigFraction.TWO));
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        if (run.steps() != 2) {
            throw new DomainException(run.steps() + " steps, expected 2 for a cycle of two");
        }
        return List.of(
                Comparison.of("largest change of a parameter by step 1", Run.largestParameterDifference(run.start(), run.after(1)),
                        Relation.GREATER, "zero", BigFraction.ZERO),
                Comparison.of("largest change of a parameter by steps 1 and 2",
                        Run.largestParameterDifference(run.start(), run.after(2)), Relation.EQUAL, "zero", BigFraction.ZERO),
                Comparison.of("mean loss at the start", run.meanLoss(run.start()), Relation.GREATER, "zero", BigFraction.ZERO),
                Comparison.of("mean loss after step 1", run.meanLoss(run.after(1)), Relation.GREATER, "zero", BigFraction.ZERO));
    }
}
