package org.stillpoint.training;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * How many parameters of a layer are not what they were at the start. One that moved and came back does not count.
 *
 * @param weights of {@code ofWeights}
 * @param bias entries of the bias, of {@code ofBias}, which is 0 for a layer without one
 */
public record LayerMoves(int weights, int ofWeights, int bias, int ofBias) {

    /** Layer by layer, between two networks of one shape. */
    public static List<LayerMoves> between(Network start, Network end) {
        return IntStream.range(0, start.layers().size()).mapToObj(l -> between(start.layers().get(l), end.layers().get(l)))
                .toList();
    }

    private static LayerMoves between(Layer start, Layer end) {
        List<BigFraction> weights = entries(start.weights().rows());
        List<BigFraction> bias = entries(start.bias().stream().toList());
        return new LayerMoves(different(weights, entries(end.weights().rows())), weights.size(),
                different(bias, entries(end.bias().stream().toList())), bias.size());
    }

    private static List<BigFraction> entries(List<Vector> vectors) {
        return vectors.stream().flatMap(vector -> vector.entries().stream()).toList();
    }

    private static int different(List<BigFraction> before, List<BigFraction> after) {
        return (int) IntStream.range(0, before.size()).filter(i -> !before.get(i).equals(after.get(i))).count();
    }
}
