package org.stillpoint.engine.fast;

import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;

/**
 * Which parameters of a network stand in which row. There is a row for each unit: its incoming weights, then its bias if it has
 * one. With hidden layers the outgoing weights of the last of them stand with the units that they come from, behind the bias, and
 * the rows of the outputs have their biases only.
 */
final class Layout {

    private final int[] units;
    private final int[] inputs;
    private final boolean[] biased;

    Layout(Network network) {
        int depth = network.layers().size();
        this.units = new int[depth];
        this.inputs = new int[depth];
        this.biased = new boolean[depth];
        for (int l = 0; l < depth; l++) {
            Layer layer = network.layers().get(l);
            units[l] = layer.units();
            inputs[l] = l > 0 && l == depth - 1 ? 0 : layer.inputs();
            biased[l] = layer.bias().isPresent();
        }
    }

    /** Layers. */
    int depth() {
        return units.length;
    }

    int units(int l) {
        return units[l];
    }

    /** How many incoming weights the rows of a layer have. */
    int inputs(int l) {
        return inputs[l];
    }

    boolean hasBias(int l) {
        return biased[l];
    }

    /** Where the outgoing weights are, or would be, in the rows of a layer. */
    int firstOutgoing(int l) {
        return inputs[l] + (biased[l] ? 1 : 0);
    }

    /** How many outgoing weights the rows of a layer have. */
    int outgoing(int l) {
        return l == units.length - 2 ? units[l + 1] : 0;
    }

    /** How many parameters a row of a layer has. */
    int size(int l) {
        return firstOutgoing(l) + outgoing(l);
    }
}
