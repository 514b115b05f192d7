package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/** Stacks of matrices, one a layer. */
public final class Stacks {

    private Stacks() {
    }

    public static BigFraction[][][] append(BigFraction[][][] layers, BigFraction[][] layer) {
        BigFraction[][][] result = new BigFraction[layers.length + 1][][];
        for (int l = 0; l < layers.length; l++) {
            result[l] = layers[l];
        }
        result[layers.length] = layer;
        return result;
    }

    public static BigFraction[][][] addScaled(BigFraction[][][] u, BigFraction c, BigFraction[][][] v) {
        BigFraction[][][] sum = new BigFraction[0][][];
        for (int l = 0; l < u.length; l++) {
            sum = append(sum, Matrices.addScaled(u[l], c, v[l]));
        }
        return sum;
    }

    public static BigFraction[][][] zeros(BigFraction[][][] shape) {
        BigFraction[][][] zeros = new BigFraction[0][][];
        for (int l = 0; l < shape.length; l++) {
            zeros = append(zeros, Matrices.zeros(shape[l]));
        }
        return zeros;
    }
}
