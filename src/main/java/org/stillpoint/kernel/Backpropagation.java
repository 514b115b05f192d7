package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

public final class Backpropagation {

    private Backpropagation() {
    }

    /** The input of layer l: the sample itself, or the activations of the layer below. */
    public static BigFraction[] layerInput(ActivationFunction[] sigma, BigFraction[] x, BigFraction[][] z, int l) {
        if (l == 0) {
            return x;
        }
        return Vectors.activate(sigma[l - 1], z[l - 1]);
    }

    /** All pre-activations, one row a layer; the last row is the output f(x). */
    public static BigFraction[][] preactivations(Parameters p, ActivationFunction[] sigma, BigFraction[] x) {
        BigFraction[][] z = new BigFraction[0][];
        for (int l = 0; l < p.weights.length; l++) {
            z = Matrices.append(z, Matrices.affine(p.weights[l], p.biases[l], layerInput(sigma, x, z, l)));
        }
        return z;
    }

    /** dl/dz of every layer, given g = dl/df. */
    public static BigFraction[][] deltas(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                         BigFraction[][] z, BigFraction[] g) {
        BigFraction[][] d = Matrices.append(new BigFraction[0][], g);
        for (int l = z.length - 2; l >= 0; l--) {
            BigFraction[] back = Matrices.transposeTimes(p.weights[l + 1], d[0], z[l].length);
            d = Matrices.prepend(Vectors.times(back, Vectors.slopes(sigma[l], kappa, z[l])), d);
        }
        return d;
    }

    /** The gradient of one sample, given its pre-activations z and g = dl/df. */
    public static Parameters gradient(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                      BigFraction[] x, BigFraction[][] z, BigFraction[] g) {
        BigFraction[][] d = deltas(p, sigma, kappa, z, g);
        BigFraction[][][] weights = new BigFraction[0][][];
        BigFraction[][] biases = new BigFraction[0][];
        for (int l = 0; l < d.length; l++) {
            weights = Stacks.append(weights, Matrices.outer(d[l], layerInput(sigma, x, z, l)));
            biases = Matrices.append(biases, biasGradient(p.biases[l], d[l]));
        }
        return new Parameters(weights, biases);
    }

    /** The gradient of a bias is the delta of its layer; a layer without bias has none. */
    public static BigFraction[] biasGradient(BigFraction[] b, BigFraction[] delta) {
        if (b.length == 0) {
            return b;
        }
        return delta;
    }
}
