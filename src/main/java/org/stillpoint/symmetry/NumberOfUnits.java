package org.stillpoint.symmetry;

import java.util.stream.Stream;

/** Every network with a hidden layer. SYM-5: "if there is no momentum, or the velocity starts at zero". */
final class NumberOfUnits implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        return situation.hasHiddenLayer() ? Stream.of(Consequence.ofNetwork("SYM-5",
                "without momentum the number of distinct units of a layer never increases")) : Stream.empty();
    }
}
