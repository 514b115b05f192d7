package org.stillpoint.symmetry;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.domain.Network;

/**
 * A claim that applies to a network.
 *
 * @param claim its identifier, such as {@code ZERO-2}
 * @param text what it says about this network
 */
public record Consequence(String claim, String text) {

    /** Everything that the zeros and the symmetries of a network imply for its training. */
    public static List<Consequence> of(Network network) {
        List<Consequence> consequences = new ArrayList<>();
        boolean deep = network.layers().size() > 1;
        boolean allZero = network.parameters().stream().allMatch(parameter -> parameter.signum() == 0);
        if (deep && allZero && hiddenZeroMapsToZero(network)) {
            consequences.addAll(ofAllZero(network));
        }
        if (deep && allZero && !hiddenZeroMapsToZero(network)) {
            consequences.add(new Consequence("ACT-2", "an activation that is not 0 at 0 lets weights move, and the units of a layer stay equal"));
        }
        if (!deep && allZero) {
            consequences.add(new Consequence("ZERO-11", "a linear classifier starts well from zero"));
        }
        if (Symmetry.of(network).stream().anyMatch(layer -> layer.distinct() < layer.units())) {
            consequences.add(new Consequence("SYM-2", "units of one class stay equal under training, for ever"));
        }
        if (deep) {
            consequences.add(new Consequence("SYM-5", "without momentum the number of distinct units of a layer never increases"));
        }
        return List.copyOf(consequences);
    }

    private static boolean hiddenZeroMapsToZero(Network network) {
        return network.layers().stream().allMatch(layer -> layer.activation().mapsZeroToZero());
    }

    private static List<Consequence> ofAllZero(Network network) {
        List<Consequence> consequences = new ArrayList<>();
        boolean outputBias = network.layers().get(network.layers().size() - 1).bias().isPresent();
        consequences.add(new Consequence("ZERO-2", outputBias
                ? "only the output bias can ever change" : "no weight and no hidden bias ever changes"));
        if (!outputBias) {
            consequences.add(new Consequence("ZERO-3", "no parameter ever changes"));
        }
        if (network.layers().size() > 2) {
            consequences.add(new Consequence("ZERO-6", "this holds at every depth"));
        }
        if (network.outputs() > 1) {
            consequences.add(new Consequence("ZERO-7", "this holds for every number of outputs"));
        }
        consequences.add(new Consequence("ZERO-4", "training ends with a constant function"));
        return consequences;
    }
}
