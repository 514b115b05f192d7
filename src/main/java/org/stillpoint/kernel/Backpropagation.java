package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/**
 * The forward and the backward pass, for any depth, of one sample. Layers are counted from 0; {@code sigma[l]} is the activation
 * function of hidden layer l, the last layer is linear. {@code x[k]} is feature k of the sample, {@code z[l][j]} the
 * pre-activation of unit j of layer l, {@code d[l][j]} the derivative of the loss by it, {@code g[j]} the one by output j.
 *
 * <p>Source: D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by back-propagating errors", Nature 323,
 * 1986.
 */
public final /*@ nullable_by_default @*/ class Backpropagation {

    private Backpropagation() {
    }

    /** The input of layer l: the sample itself, or the activations of the layer below. */
    /*@ public normal_behavior
      @ requires \dl_fullActivations(sigma) && \dl_fullVec(x) && \dl_fullMat(z) && \dl_isLayer(l, z, sigma);
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_layerInput(\dl_activations(sigma), \dl_vals(x), \dl_mat(z), l)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] layerInput(ActivationFunction[] sigma, BigFraction[] x, BigFraction[][] z, int l) {
        if (l == 0) {
            return Vectors.copy(x);
        }
        return Vectors.activate(sigma[l - 1], z[l - 1]);
    }

    /** All pre-activations, one row a layer; the last row is the output f(x). */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p);
      @ ensures \dl_isMat(\result, \old(\dl_preactivations(p, sigma, x)));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] preactivations(Parameters p, ActivationFunction[] sigma, BigFraction[] x) {
        BigFraction[][] z = Matrices.empty();
        /*@ loop_invariant 0 <= l && l <= p.weights.length && \dl_fullMat(z) && z.length == l && \dl_unfoldLayer(l);
          @ loop_invariant (\forall int k; 0 <= k && k < l;
          @     \dl_row(\dl_mat(z), k)
          @         == \old(\dl_preactivation(\dl_weights(p), \dl_biases(p), \dl_activations(sigma), \dl_vals(x), k)));
          @ assignable \nothing;
          @ decreases p.weights.length - l;
          @*/
        for (int l = 0; l < p.weights.length; l++) {
            z = Matrices.append(z, Matrices.affine(p.weights[l], p.biases[l], layerInput(sigma, x, z, l)));
        }
        return z;
    }

    /** dl/dz of every layer, given the pre-activations z and g = dl/df. */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && kappa != null;
      @ requires \dl_isPreactivations(z, p) && \dl_isOutput(g, p);
      @ ensures \dl_isMat(\result, \old(\dl_deltas(p, sigma, kappa, z, g)));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] deltas(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                         BigFraction[][] z, BigFraction[] g) {
        BigFraction[][] d = Matrices.withRow(z, z.length - 1, g);
        BigFraction[] delta = g;
        /*@ loop_invariant -1 <= l && l <= p.weights.length - 2 && \dl_fullMat(d) && d.length == p.weights.length;
          @ loop_invariant \dl_unfoldDelta(l) && \dl_rowsFit(\dl_mat(d), \old(\dl_weights(p)));
          @ loop_invariant \dl_isVec(delta, \old(\dl_delta(\dl_weights(p), \dl_activations(sigma), \dl_val(kappa),
          @     \dl_mat(z), \dl_vals(g), l + 1))) && delta.length == p.weights[l + 1].length;
          @ loop_invariant (\forall int k; l < k && k < p.weights.length;
          @     \dl_row(\dl_mat(d), k) == \old(\dl_delta(\dl_weights(p), \dl_activations(sigma),
          @         \dl_val(kappa), \dl_mat(z), \dl_vals(g), k)));
          @ assignable \nothing;
          @ decreases l + 1;
          @*/
        for (int l = p.weights.length - 2; l >= 0; l--) {
            BigFraction[] back = Matrices.transposeTimes(p.weights[l + 1], delta, z[l].length);
            delta = Vectors.times(back, Vectors.slopes(sigma[l], kappa, z[l]));
            d = Matrices.withRow(d, l, delta);
        }
        return d;
    }

    /** The gradient of one sample, given its pre-activations z and g = dl/df. */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && kappa != null;
      @ requires \dl_isPreactivations(z, p) && \dl_isOutput(g, p);
      @ ensures \fresh(\result) && \dl_isParameters(\result,
      @     \old(\dl_weightGradient(p, sigma, kappa, x, z, g)),
      @     \old(\dl_biasGradient(p, sigma, kappa, z, g)));
      @ assignable \nothing;
      @*/
    public static Parameters gradient(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                      BigFraction[] x, BigFraction[][] z, BigFraction[] g) {
        return assemble(p, sigma, x, z, deltas(p, sigma, kappa, z, g));
    }

    /** Each weight gradient is (delta)(layer input)^T, each bias gradient the delta. */
    /*@ public normal_behavior
      @ requires \dl_fullParameters(p) && \dl_fullActivations(sigma) && \dl_fullVec(x) && \dl_fullMat(z) && \dl_fullMat(d);
      @ requires d.length == z.length && d.length == p.biases.length && sigma.length == d.length - 1;
      @ ensures \fresh(\result) && \dl_isParameters(\result,
      @     \old(\dl_outerProducts(\dl_mat(d), \dl_activations(sigma), \dl_vals(x), \dl_mat(z))),
      @     \old(\dl_deltasWhereBias(\dl_biases(p), \dl_mat(d))));
      @ assignable \nothing;
      @*/
    public static Parameters assemble(Parameters p, ActivationFunction[] sigma, BigFraction[] x,
                                      BigFraction[][] z, BigFraction[][] d) {
        BigFraction[][][] weights = Stacks.empty();
        BigFraction[][] biases = Matrices.empty();
        /*@ loop_invariant 0 <= l && l <= d.length;
          @ loop_invariant \dl_fullStack(weights) && weights.length == l && \dl_fullMat(biases) && biases.length == l;
          @ loop_invariant (\forall int k; 0 <= k && k < l; \dl_layer(\dl_stack(weights), k)
          @     == \dl_layer(\old(\dl_outerProducts(\dl_mat(d), \dl_activations(sigma), \dl_vals(x), \dl_mat(z))), k));
          @ loop_invariant (\forall int k; 0 <= k && k < l; \dl_row(\dl_mat(biases), k)
          @     == \dl_row(\old(\dl_deltasWhereBias(\dl_biases(p), \dl_mat(d))), k));
          @ assignable \nothing;
          @ decreases d.length - l;
          @*/
        for (int l = 0; l < d.length; l++) {
            weights = Stacks.append(weights, Matrices.outer(d[l], layerInput(sigma, x, z, l)));
            biases = Matrices.append(biases, biasGradient(p.biases[l], d[l]));
        }
        return Parameters.of(weights, biases);
    }

    /** The output f(x): the pre-activation of the last layer. */
    /*@ public normal_behavior
      @ requires \dl_fullMat(z) && z.length >= 1;
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_row(\dl_mat(z), z.length - 1)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] output(BigFraction[][] z) {
        return Vectors.copy(z[z.length - 1]);
    }

    /** The gradient of a bias is the delta of its layer; a layer without bias has none. */
    /*@ public normal_behavior
      @ requires \dl_fullVec(b) && \dl_fullVec(delta);
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_deltaWhereBias(\dl_vals(b), \dl_vals(delta))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] biasGradient(BigFraction[] b, BigFraction[] delta) {
        return Vectors.copy(b.length == 0 ? b : delta);
    }
}
