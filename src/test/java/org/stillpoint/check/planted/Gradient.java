package org.stillpoint.check.planted;

/**
 * What a program says of a batch.
 *
 * @param w by layer, unit and input
 * @param b by layer and unit; null for a layer without biases
 * @param outputs by sample
 */
record Gradient(double[][][] w, double[][] b, double[][] outputs) {

    static Gradient zeros(Asked asked) {
        double[][][] w = new double[asked.depth()][][];
        double[][] b = new double[asked.depth()][];
        for (int l = 0; l < w.length; l++) {
            w[l] = new double[asked.units(l)][asked.inputs(l)];
            b[l] = asked.b()[l] == null ? null : new double[asked.units(l)];
        }
        return new Gradient(w, b, new double[asked.samples()][asked.outputs()]);
    }
}
