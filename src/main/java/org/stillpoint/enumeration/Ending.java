package org.stillpoint.enumeration;

import java.util.function.Supplier;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Network;
import org.stillpoint.symmetry.UnitClasses;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Training;

/**
 * Where some trainings end that have the same last network, up to the order of hidden units, and started with equally many
 * different units.
 *
 * @param networks how many trainings these are
 * @param first the lowest index among their starts
 * @param unitsAtStart how many of the hidden units at the start are different
 * @param units how many of the hidden units at the end are different
 * @param correct how many samples are classified correctly at the end
 * @param network the network at the end, made when asked for
 */
public record Ending(long networks, long first, int unitsAtStart, int units, int correct, Supplier<Network> network) {

    /**
     * Trains the first of the starts again, on the reference engine.
     *
     * @param problem the one that ends here
     * @throws org.stillpoint.training.DisagreementException if the reference ends elsewhere, up to the order of hidden units
     */
    public void confirm(Problem problem) {
        Training.confirm(problem.network(first), problem.data(), problem.settings(),
                end -> UnorderedUnits.of(end).equals(UnorderedUnits.of(network.get()))
                        && UnitClasses.of(end).get(0).classes().size() == units
                        && Evaluation.right(end, problem.data(), AccuracyRule.SIGN) == correct);
    }
}
