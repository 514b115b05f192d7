package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.Network;

/** Units dead for every input, that is with activation 0: they hear nothing from below, and their bias activates nothing. */
public final class DeadUnits {

    private DeadUnits() {
    }

    /** The dead units, from 0, of each hidden layer, from the input upwards. */
    public static List<List<Integer>> of(Network network) {
        return Observations.forEveryInput(network).stream().map(units -> IntStream.range(0, units.size())
                .filter(j -> units.get(j).isNeverActive()).boxed().toList()).toList();
    }
}
