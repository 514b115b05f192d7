package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.teaching.paper.Quantity;

/** The parameters of networks, and gradients by them, as values with names: layers count from 1. */
final class Layers {

    private Layers() {
    }

    /** Weights and bias of every layer. */
    static List<Quantity> values(Network network, String before) {
        List<Quantity> values = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            String number = "^" + (l + 1);
            values.add(new Quantity(before + "W" + number, layer.weights()));
            layer.bias().ifPresent(bias -> values.add(Quantity.column(before + "b" + number, bias)));
        }
        return values;
    }

    /** The derivatives by weights and bias of every layer. */
    static List<Quantity> values(NetworkGradient gradient) {
        List<Quantity> values = new ArrayList<>();
        for (int l = 0; l < gradient.layers().size(); l++) {
            LayerGradient layer = gradient.layers().get(l);
            String number = "^" + (l + 1);
            values.add(new Quantity("\\nabla W" + number, layer.weights()));
            layer.bias().ifPresent(bias -> values.add(Quantity.column("\\nabla b" + number, bias)));
        }
        return values;
    }

    /** The names of the parameters, in the order of {@link Network#parameters()}, such as {@code W^1_{1,2}}. */
    static List<String> names(Network network) {
        return IntStream.range(0, network.layers().size()).boxed().flatMap(l -> names(l + 1, network.layers().get(l))).toList();
    }

    private static Stream<String> names(int number, Layer layer) {
        Stream<String> weights = IntStream.rangeClosed(1, layer.units()).boxed().flatMap(j ->
                IntStream.rangeClosed(1, layer.inputs()).mapToObj(k -> "W^" + number + "_{" + j + "," + k + "}"));
        Stream<String> biases = IntStream.rangeClosed(1, layer.bias().map(Vector::size).orElse(0))
                .mapToObj(j -> "b^" + number + "_" + j);
        return Stream.concat(weights, biases);
    }

    /** The names of the parameters that differ between two networks of one shape. */
    static List<String> changed(Network before, Network after) {
        List<BigFraction> from = before.parameters();
        List<BigFraction> to = after.parameters();
        List<String> names = names(before);
        return IntStream.range(0, names.size()).filter(i -> !from.get(i).equals(to.get(i))).mapToObj(names::get).toList();
    }

    /** The inner product of two vectors of one length. */
    static BigFraction inner(Vector left, Vector right) {
        return IntStream.range(0, left.size()).mapToObj(i -> left.get(i).multiply(right.get(i)))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }
}
