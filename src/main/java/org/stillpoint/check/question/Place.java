package org.stillpoint.check.question;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;

/**
 * Where a parameter is; everything is counted from 0.
 *
 * @param layer from 0
 * @param unit within the layer
 * @param input the input of the unit that a weight belongs to, and {@link #BIAS} for the bias
 */
public record Place(int layer, int unit, int input) {

    /** The input of a bias. */
    public static final int BIAS = -1;

    public boolean isBias() {
        return input == BIAS;
    }

    /** The places in the order of {@link Network#parameters()}. */
    public static List<Place> of(Network network) {
        List<Place> places = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            for (int j = 0; j < layer.units(); j++) {
                for (int k = 0; k < layer.inputs(); k++) {
                    places.add(new Place(l, j, k));
                }
            }
            for (int j = 0; j < layer.units() && layer.bias().isPresent(); j++) {
                places.add(new Place(l, j, BIAS));
            }
        }
        return places;
    }

    /** For a reader: layers, units and inputs counted from 1. */
    @Override
    public String toString() {
        String where = "layer " + (layer + 1) + ", unit " + (unit + 1);
        return isBias() ? "bias of " + where : "weight of " + where + ", input " + (input + 1);
    }
}
