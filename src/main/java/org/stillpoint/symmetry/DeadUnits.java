package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;

/** Units that are dead, that is with activation 0, for every input or on every sample. */
public final class DeadUnits {

    private DeadUnits() {
    }

    /**
     * Those dead for every input, from 0, of each hidden layer, from the input upwards: they hear nothing from below, and their
     * bias activates nothing.
     */
    public static List<List<Integer>> of(Network network) {
        return dead(Observations.forEveryInput(network));
    }

    /**
     * Those dead on every sample, from 0, of each hidden layer, from the input upwards.
     *
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network
     */
    public static List<List<Integer>> on(Network network, DataSet data) {
        return dead(Observations.on(network, data));
    }

    private static List<List<Integer>> dead(List<List<Observed>> layers) {
        return layers.stream().map(units -> IntStream.range(0, units.size()).filter(j -> units.get(j).isNeverActive()).boxed()
                .toList()).toList();
    }
}
