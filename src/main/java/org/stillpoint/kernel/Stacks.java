package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/** Stacks of matrices, one a layer. Arguments are never modified, results are new arrays. */
public final /*@ nullable_by_default @*/ class Stacks {

    private Stacks() {
    }

    /** The stack without layers. */
    /*@ public normal_behavior
      @ ensures \fresh(\result) && \dl_fullStack(\result) && \result.length == 0;
      @ assignable \nothing;
      @*/
    public static BigFraction[][][] empty() {
        return new BigFraction[0][][];
    }

    /** The layers, with one more behind them. */
    /*@ public normal_behavior
      @ requires \dl_fullStack(layers) && \dl_fullMat(layer) && layers.length < Integer.MAX_VALUE;
      @ ensures \fresh(\result) && \dl_isStack(\result, \old(\dl_appendLayer(\dl_stack(layers), \dl_mat(layer))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][][] append(BigFraction[][][] layers, BigFraction[][] layer) {
        BigFraction[][][] result = new BigFraction[layers.length + 1][][];
        /*@ loop_invariant 0 <= l && l <= layers.length;
          @ loop_invariant (\forall int k; 0 <= k && k < l; result[k] == layers[k]);
          @ assignable result[*];
          @ decreases layers.length - l;
          @*/
        for (int l = 0; l < layers.length; l++) {
            result[l] = layers[l];
        }
        result[layers.length] = layer;
        return result;
    }

    /** u + c v, for u and v of the same shapes. */
    /*@ public normal_behavior
      @ requires \dl_fullStack(u) && \dl_fullStack(v) && c != null && \dl_sameStackShape(\dl_stack(u), \dl_stack(v));
      @ ensures \fresh(\result)
      @      && \dl_isStack(\result, \old(\dl_stackPlusScaled(\dl_stack(u), \dl_val(c), \dl_stack(v))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][][] addScaled(BigFraction[][][] u, BigFraction c, BigFraction[][][] v) {
        BigFraction[][][] sum = empty();
        /*@ loop_invariant 0 <= l && l <= u.length && \fresh(sum) && \dl_fullStack(sum) && sum.length == l;
          @ loop_invariant (\forall int k; 0 <= k && k < l;
          @     \dl_layer(\dl_stack(sum), k) == \dl_layer(\old(\dl_stackPlusScaled(\dl_stack(u), \dl_val(c), \dl_stack(v))), k));
          @ assignable \nothing;
          @ decreases u.length - l;
          @*/
        for (int l = 0; l < u.length; l++) {
            sum = append(sum, Matrices.addScaled(u[l], c, v[l]));
        }
        return sum;
    }

    /** Zeros in the shapes given. */
    /*@ public normal_behavior
      @ requires \dl_fullStack(shape);
      @ ensures \fresh(\result) && \dl_isStack(\result, \old(\dl_zerosLikeStack(\dl_stack(shape))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][][] zeros(BigFraction[][][] shape) {
        BigFraction[][][] zeros = empty();
        /*@ loop_invariant 0 <= l && l <= shape.length && \fresh(zeros) && \dl_fullStack(zeros) && zeros.length == l;
          @ loop_invariant (\forall int k; 0 <= k && k < l;
          @     \dl_layer(\dl_stack(zeros), k) == \dl_layer(\old(\dl_zerosLikeStack(\dl_stack(shape))), k));
          @ assignable \nothing;
          @ decreases shape.length - l;
          @*/
        for (int l = 0; l < shape.length; l++) {
            zeros = append(zeros, Matrices.zeros(shape[l]));
        }
        return zeros;
    }
}
