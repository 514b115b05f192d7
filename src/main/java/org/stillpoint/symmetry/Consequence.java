package org.stillpoint.symmetry;

import java.util.List;
import java.util.Optional;

/**
 * A claim that applies to a network.
 *
 * @param claim its identifier, such as {@code ZERO-2}
 * @param layer the layer that it speaks of, counted from 1; none if it speaks of the whole network
 * @param units the units of that layer that it speaks of, from 0; none if it speaks of the whole network or of inputs
 * @param inputs the entries of a sample that it speaks of, from 0, whose weights are columns of layer 1; most claims speak of
 *     none
 * @param says what follows for this network, with the conditions that the network and the data leave open
 */
public record Consequence(String claim, Optional<Integer> layer, List<Integer> units, List<Integer> inputs, String says) {

    public Consequence {
        units = List.copyOf(units);
        inputs = List.copyOf(inputs);
    }

    static Consequence ofNetwork(String claim, String says) {
        return new Consequence(claim, Optional.empty(), List.of(), List.of(), says);
    }

    static Consequence ofUnits(String claim, int layer, List<Integer> units, String says) {
        return new Consequence(claim, Optional.of(layer), units, List.of(), says);
    }

    static Consequence ofInputs(String claim, List<Integer> inputs, String says) {
        return new Consequence(claim, Optional.of(1), List.of(), inputs, says);
    }
}
