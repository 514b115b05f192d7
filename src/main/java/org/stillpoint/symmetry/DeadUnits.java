package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;

/** Units whose activation is 0 for every input: their incoming weights are zero and their bias activates nothing. */
public final class DeadUnits {

    private DeadUnits() {
    }

    /** The dead units, from 0, of each hidden layer, from the input upwards. */
    public static List<List<Integer>> of(Network network) {
        return network.layers().subList(0, network.layers().size() - 1).stream().map(DeadUnits::of).toList();
    }

    private static List<Integer> of(Layer layer) {
        return IntStream.range(0, layer.units()).filter(j -> isDead(layer, j)).boxed().toList();
    }

    private static boolean isDead(Layer layer, int j) {
        BigFraction bias = layer.bias().map(b -> b.get(j)).orElse(BigFraction.ZERO);
        return layer.weights().row(j).entries().stream().allMatch(weight -> weight.signum() == 0)
                && layer.activation().kernel().value(bias).signum() == 0;
    }
}
