package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.training.ParameterSpace;

/**
 * From all zeros, on balanced data that the architecture can realize, training changes nothing, and yet zero is no local minimum:
 * at eps times the direction the mean loss is lower by exactly eps^2 times a positive number, for eps = 1, 1/2, 1/4 and so on.
 *
 * @param direction where to go from zero, in the shape of the network
 * @param halvings how often eps is halved, from 0 to {@value #MAX_HALVINGS}
 * @param drop by how much the loss is lower at eps = 1
 * @param teacher a network of the same shape that classifies every sample correctly
 */
public record LowerLossNearby(Network direction, int halvings, BigFraction drop, Network teacher) implements Statement {

    static final String KIND = "lower-loss-nearby";
    static final Set<String> CLAIMS = Set.of("Q-D", "ZERO-8");
    static final int MAX_HALVINGS = 64;

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
        return List.copyOf(premises);
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        List<Comparison> conclusions = new ArrayList<>();
        conclusions.add(Comparison.of("largest change of a parameter by training",
                Run.largestParameterDifference(run.start(), run.end()), Relation.EQUAL, "zero", BigFraction.ZERO));
        conclusions.add(Comparison.of("drop of the loss at eps = 1", drop, Relation.GREATER, "zero", BigFraction.ZERO));
        BigFraction atZero = run.meanLoss(run.start());
        BigFraction eps = BigFraction.ONE;
        for (int halving = 0; halving <= halvings; halving++) {
            BigFraction nearby = run.meanLoss(ParameterSpace.addScaled(run.start(), eps, direction));
            conclusions.add(Comparison.of("mean loss at eps = " + ExactNumber.write(eps), nearby, Relation.EQUAL,
                    "mean loss at zero less eps^2 times the drop", atZero.subtract(eps.multiply(eps).multiply(drop))));
            eps = eps.divide(2);
        }
        return List.copyOf(conclusions);
    }
}
