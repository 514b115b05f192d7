package org.stillpoint.symmetry;

import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;

/**
 * The claims that decide what training makes of a network, if it starts with a velocity of zero. Most speak of every activation
 * and every derivative of a loss: an activation on the output is a part of the loss, and an error is the derivative by the
 * pre-activation of the output.
 */
public final class Consequences {

    /** What decides the whole start comes first, then what holds of single units, then of inputs, then of every network. */
    private static final List<Rule> RULES = List.of(
            new AllZero(),
            new OneZeroLayer(),
            new LinearFactors(),
            new WordVectors(),
            new ZeroFirstLayer(),
            new HiddenBiasesOnly(),
            new ZeroLastLayer(),
            new ZeroWeightsThatMove(),
            new Kinks(),
            new DeadRelus(),
            new TwinUnits(),
            new PartingUnits(),
            new ZeroFeatures(),
            new EqualColumns(),
            new EqualFirstMatrix(),
            new NumberOfUnits());

    private Consequences() {
    }

    /**
     * Every claim that applies.
     *
     * @param data fits the network; if there is none, what depends on data is left open
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network
     */
    public static List<Consequence> of(Network network, Optional<DataSet> data) {
        Situation situation = Situation.of(network, data);
        return RULES.stream().flatMap(rule -> rule.apply(situation)).toList();
    }
}
