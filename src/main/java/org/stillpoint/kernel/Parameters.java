package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/** weights[layer][unit out][unit in]; biases[layer][unit out], an empty row where the layer has no bias. */
public final class Parameters {

    public final BigFraction[][][] weights;
    public final BigFraction[][] biases;

    public Parameters(BigFraction[][][] weights, BigFraction[][] biases) {
        this.weights = weights;
        this.biases = biases;
    }
}
