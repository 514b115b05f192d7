package org.stillpoint.modelfile.keras;

import java.util.List;
import java.util.Optional;

/**
 * A layer of a configuration.
 *
 * @param kind its class
 * @param name no other layer of its model has it
 * @param savedAs how archives call it: by its class, and a number if there are several
 * @param uses what it is used on, one list of inputs a use
 * @param inner the model that it is, if it is one
 */
record KerasLayer(String kind, String name, String savedAs, Settings settings, List<List<Source>> uses,
                  Optional<KerasModel> inner) {

    /**
     * An output of a layer.
     *
     * @param use which use of the layer it comes from
     * @param output which of its outputs
     */
    record Source(String layer, int use, int output) {
    }

    KerasLayer {
        uses = uses.stream().map(List::copyOf).toList();
    }

    boolean isInput() {
        return kind.equals("InputLayer");
    }
}
