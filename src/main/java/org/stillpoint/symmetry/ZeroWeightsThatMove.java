package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;

/**
 * Units whose weights are zero, and which an error can reach all the same: hidden units, or those of the only layer.
 *
 * <p>PART-4 is false: "the gradient of a weight is the error of its unit times the activation below it"; "the weight itself does
 * not enter". So it is named where the weights that the unit hands on are not zero and its slope is not, whatever it is at a
 * kink.
 */
final class ZeroWeightsThatMove implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        Network network = situation.network();
        int layers = Math.max(1, situation.hidden().size());
        return IntStream.range(0, layers).boxed().flatMap(l -> {
            List<Integer> units = unitsThatMove(network, l);
            return units.isEmpty() ? Stream.empty() : Stream.of(Consequence.ofUnits("PART-4", l + 1, units,
                    "zero weights, but not zero gradients: where an error reaches a unit they are its error times what comes "
                            + "in"));
        });
    }

    private static List<Integer> unitsThatMove(Network network, int l) {
        Layer layer = network.layers().get(l);
        return IntStream.range(0, layer.units())
                .filter(j -> layer.weights().row(j).isZero())
                .filter(j -> isLast(network, l) || hasSlope(layer, j) && isHeard(network, l, j)).boxed().toList();
    }

    private static boolean hasSlope(Layer layer, int j) {
        BigFraction z = layer.bias().map(b -> b.get(j)).orElse(BigFraction.ZERO);
        return layer.activation().isSteepAt(z);
    }

    private static boolean isHeard(Network network, int l, int j) {
        return !network.layers().get(l + 1).weights().column(j).isZero();
    }

    /** The activation of the last layer is a part of the loss, so that its slope is in the error. */
    private static boolean isLast(Network network, int l) {
        return l == network.layers().size() - 1;
    }
}
