package org.stillpoint.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.engine.NetworkGradient;

/** The numbers of networks and gradients, in the order of {@link Network#parameters()}, and sums over them. */
public final class Entries {

    private Entries() {
    }

    public static List<BigFraction> of(NetworkGradient gradient) {
        return gradient.layers().stream().flatMap(layer -> of(layer.weights(), layer.bias())).toList();
    }

    /** All but the bias of the last layer. */
    public static List<BigFraction> belowTheOutputBias(Network network) {
        return belowTheLastBias(network.layers().stream().map(Layer::weights).toList(),
                network.layers().stream().map(Layer::bias).toList());
    }

    /** All but the derivatives by the bias of the last layer. */
    public static List<BigFraction> belowTheOutputBias(NetworkGradient gradient) {
        return belowTheLastBias(gradient.layers().stream().map(LayerGradient::weights).toList(),
                gradient.layers().stream().map(LayerGradient::bias).toList());
    }

    private static List<BigFraction> belowTheLastBias(List<Matrix> weights, List<Optional<Vector>> biases) {
        List<BigFraction> entries = new ArrayList<>();
        for (int l = 0; l < weights.size(); l++) {
            of(weights.get(l), l == weights.size() - 1 ? Optional.empty() : biases.get(l)).forEach(entries::add);
        }
        return entries;
    }

    public static Stream<BigFraction> of(Matrix weights, Optional<Vector> bias) {
        return Stream.concat(weights.rows().stream(), bias.stream()).flatMap(vector -> vector.entries().stream());
    }

    public static BigFraction sum(Stream<BigFraction> terms) {
        return terms.reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** The sum of the products, entry by entry; both of one length. */
    public static BigFraction dot(List<BigFraction> a, List<BigFraction> b) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < a.size(); i++) {
            sum = sum.add(a.get(i).multiply(b.get(i)));
        }
        return sum;
    }

    /** Compute {@code a u + b v} entry by entry. */
    public static List<BigFraction> combination(BigFraction a, List<BigFraction> u, BigFraction b, List<BigFraction> v) {
        List<BigFraction> combination = new ArrayList<>();
        for (int i = 0; i < u.size(); i++) {
            combination.add(a.multiply(u.get(i)).add(b.multiply(v.get(i))));
        }
        return combination;
    }
}
