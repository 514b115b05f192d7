package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/** weights[layer][unit out][unit in]; biases[layer][unit out], an empty row where the layer has no bias. */
public final /*@ nullable_by_default @*/ class Parameters {

    public final BigFraction[][][] weights;
    public final BigFraction[][] biases;

    /*@ public normal_behavior
      @ ensures this.weights == weights && this.biases == biases;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ Parameters(BigFraction[][][] weights, BigFraction[][] biases) {
        this.weights = weights;
        this.biases = biases;
    }

    /*@ public normal_behavior
      @ ensures \fresh(\result) && \result != null && \result.weights == weights && \result.biases == biases;
      @ ensures \old(\dl_fullStack(weights) && \dl_fullMat(biases))
      @     ==> \dl_isParameters(\result, \old(\dl_stack(weights)), \old(\dl_mat(biases)));
      @ assignable \nothing;
      @*/
    public static /*@ helper @*/ Parameters of(BigFraction[][][] weights, BigFraction[][] biases) {
        return new Parameters(weights, biases);
    }
}
