package org.stillpoint.check.planted;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.Question;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Vector;

/**
 * A network and a batch, as arrays.
 *
 * @param w by layer, unit and input
 * @param b by layer and unit; null for a layer without biases
 * @param x by sample
 * @param y by sample
 */
record Asked(double[][][] w, double[][] b, Activation[] activations, double[][] x, double[][] y, Loss loss) {

    static Asked of(Question question) {
        List<Layer> layers = question.network().layers();
        return new Asked(layers.stream().map(layer -> rows(layer.weights().rows())).toArray(double[][][]::new),
                layers.stream().map(layer -> layer.bias().map(Asked::row).orElse(null)).toArray(double[][]::new),
                layers.stream().map(Layer::activation).toArray(Activation[]::new), rows(question.data().inputs()),
                rows(question.data().targets()), question.loss());
    }

    private static double[][] rows(List<Vector> rows) {
        return rows.stream().map(Asked::row).toArray(double[][]::new);
    }

    private static double[] row(Vector row) {
        return row.entries().stream().mapToDouble(BigFraction::doubleValue).toArray();
    }

    /** The same network with some of the samples. */
    Asked batch(List<Integer> samples) {
        return new Asked(w, b, activations, samples.stream().map(i -> x[i]).toArray(double[][]::new),
                samples.stream().map(i -> y[i]).toArray(double[][]::new), loss);
    }

    int depth() {
        return w.length;
    }

    int units(int l) {
        return w[l].length;
    }

    int inputs(int l) {
        return w[l][0].length;
    }

    int outputs() {
        return units(depth() - 1);
    }

    int samples() {
        return x.length;
    }

    boolean isLast(int l) {
        return l == depth() - 1;
    }
}
