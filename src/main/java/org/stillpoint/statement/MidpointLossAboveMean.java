package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.training.ParameterSpace;

/**
 * On balanced labels, two networks without any loss have one half way between them with some, so the loss is not convex in the parameters.
 *
 * @param other the second network, in the shape of the first
 */
public record MidpointLossAboveMean(Network other) implements Statement {

    static final String KIND = "midpoint-loss-above-mean";
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
        ParameterSpace.requireOneShape(run.start(), other);
        List<Comparison> premises = new ArrayList<>(Premises.balanced(run));
        premises.add(
                Comparison.of("mean loss of the network", run.meanLoss(run.start()), Relation.EQUAL, "zero", BigFraction.ZERO));
        premises.add(
                Comparison.of("mean loss of the other network", run.meanLoss(other), Relation.EQUAL, "zero", BigFraction.ZERO));
        return List.copyOf(premises);
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        BigFraction mean = run.meanLoss(run.start()).add(run.meanLoss(other)).divide(2);
        return List.of(Comparison.of("mean loss half way between the two", run.meanLoss(ParameterSpace.midpoint(run.start(), other)),
                Relation.GREATER, "mean of the two mean losses", mean));
    }
}
