package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Units of a class. SYM-2: "two equal units of a hidden layer, whose velocities are equal too, as velocities of zero are, stay
 * equal".
 */
final class TwinUnits implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        List<LayerSymmetry> layers = UnitClasses.of(situation.network());
        return IntStream.range(0, layers.size()).boxed().flatMap(l -> layers.get(l).classes().stream()
                .filter(units -> units.size() > 1)
                .map(units -> Consequence.ofUnits("SYM-2", l + 1, units, "equal, and stay equal under training for ever")));
    }
}
