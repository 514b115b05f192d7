package org.stillpoint.modelfile.keras;

import java.util.List;
import org.stillpoint.modelfile.tensor.Weights;

/** Where a file keeps the weights of layers. */
public interface LayerWeights {

    /**
     * The weights of a layer, in the order in which Keras makes them: those that are trained first.
     *
     * @param name the layer's, in its model
     * @param savedAs as archives call it
     */
    List<Weights> of(String name, String savedAs);

    /** Where those of a model are that is a layer of this one. */
    LayerWeights within(String name, String savedAs);
}
