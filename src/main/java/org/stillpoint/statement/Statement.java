package org.stillpoint.statement;

import java.util.List;
import java.util.Set;
import org.stillpoint.domain.DomainException;

/** What a counterexample shows, as comparisons of numbers that are all computed from what is given. */
public sealed interface Statement permits AllUnitsDiffer, DifferentUnitsIncrease, FalsifiedProperty, GradientEntriesDiffer, LossDecreases,
        LossIncreases, LowerLossNearby, MidpointLossAboveMean, NumbersCompare, ParametersMove, ReachesFullAccuracy, Shows, StuckBelowFullAccuracy, TwoCycle,
        WeightChangesFromZero,
        WeightsWithinARowDiffer {

    /** The word for it in files. */
    String kind();

    /** The claims that it contradicts, for a false one, or gives an instance of; empty if it can speak of any claim. */
    Set<String> claims();

    /**
     * The conditions of the claim, which must hold.
     *
     * @throws DomainException if the statement names a part that the network does not have
     */
    List<Comparison> premises(Run run);

    /**
     * What the claim rules out, and which must hold too.
     *
     * @throws DomainException if the statement names a part that the network does not have, or the training cannot run
     */
    List<Comparison> conclusions(Run run);
}
