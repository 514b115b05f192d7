package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.domain.Activation;

/**
 * ReLUs of the first hidden layer that no input activates.
 *
 * <p>PART-8: "without weight decay and from velocity zero, a ReLU unit of the first hidden layer whose pre-activation is negative
 * on every training input". Without data these are the units that hear nothing and have a negative bias.
 */
final class DeadRelus implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        if (!situation.hasHiddenLayer() || situation.hidden().get(0).activation() != Activation.RELU) {
            return Stream.empty();
        }
        List<Integer> units = situation.unitsOf(0, j -> situation.observed().get(0).get(j).isAlwaysNegative());
        return units.isEmpty() ? Stream.empty() : Stream.of(Consequence.ofUnits("PART-8", 1, units,
                "pre-activation negative " + situation.everywhere() + ": without weight decay they never change"));
    }
}
