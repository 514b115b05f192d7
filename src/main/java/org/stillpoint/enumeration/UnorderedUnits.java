package org.stillpoint.enumeration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * A two-layer network with one output, up to the order of its hidden units.
 *
 * @param units how many there are of each: incoming weights, bias if there is one, outgoing weight
 */
record UnorderedUnits(Map<List<BigFraction>, Long> units, Optional<Vector> outputBias) {

    static UnorderedUnits of(Network network) {
        Layer hidden = network.layers().get(0);
        Layer output = network.layers().get(1);
        return new UnorderedUnits(IntStream.range(0, hidden.units()).mapToObj(j -> unit(hidden, output, j))
                .collect(Collectors.groupingBy(unit -> unit, Collectors.counting())), output.bias());
    }

    private static List<BigFraction> unit(Layer hidden, Layer output, int j) {
        return Stream.of(hidden.weights().row(j).entries().stream(), hidden.bias().stream().map(bias -> bias.get(j)),
                Stream.of(output.weights().get(0, j))).flatMap(numbers -> numbers).toList();
    }
}
