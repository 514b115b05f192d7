package org.stillpoint.engine.enclosure.tube;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.domain.SmoothLoss;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Softmax;
import org.stillpoint.engine.enclosure.Problem;

/**
 * The second derivatives of the loss, summed over samples, for all parameters in a box at once. The derivative of the way back by
 * a pre-activation is found by going forward from there and back again (B. Pearlmutter, "Fast Exact Multiplication by the
 * Hessian", Neural Computation 6, 1994); that by a weight is the same, times the weight's input.
 */
final class HessianBox {

    private static final Curve SIGMOID = Curve.of(Activation.SIGMOID, KinkDerivatives.all(BigFraction.ZERO));

    private final Problem problem;
    private final Layout layout;
    private final int layers;
    private final Curve[] curves;
    private final boolean combined;
    private final Intervals[] inputs;
    private final Intervals[] targets;
    private final Intervals[] z;
    private final Intervals[] a;
    private final Intervals[] slopes;
    private final Intervals[] curvatures;
    private final Intervals[] back;
    private final Intervals[] deltas;
    private final Intervals[] zAlong;
    private final Intervals[] aAlong;
    private final Intervals[] deltasAlong;
    private final Intervals lossCurvatures;
    private final Intervals logisticValue = new Intervals(1);
    private final Intervals logisticSlope = new Intervals(1);
    private final Intervals logisticCurvature = new Intervals(1);
    private final Intervals scratch = new Intervals(3);

    HessianBox(Problem problem, Layout layout) {
        this.problem = problem;
        this.layout = layout;
        this.layers = problem.layers();
        this.combined = problem.loss() == SmoothLoss.CROSS_ENTROPY;
        this.curves = new Curve[layers];
        for (int l = 0; l < layers && problem.activation(l) != SmoothActivation.SOFTMAX; l++) {
            curves[l] = Curve.of(problem.activation(l), problem.settings().kinks());
        }
        this.inputs = problem.data().inputs().stream().map(x -> row(x.entries())).toArray(Intervals[]::new);
        this.targets = problem.data().targets().stream().map(y -> row(y.entries())).toArray(Intervals[]::new);
        this.z = rows();
        this.a = rows();
        this.slopes = rows();
        this.curvatures = rows();
        this.back = rows();
        this.deltas = rows();
        this.zAlong = rows();
        this.aAlong = rows();
        this.deltasAlong = rows();
        this.lossCurvatures = new Intervals(problem.units(layers - 1));
    }

    /** Softmax is covered with cross-entropy only, where its own second derivatives cancel. */
    static boolean covers(Problem problem) {
        return problem.activation(problem.layers() - 1) != SmoothActivation.SOFTMAX || problem.loss() == SmoothLoss.CROSS_ENTROPY;
    }

    private static Intervals row(List<BigFraction> numbers) {
        Intervals row = new Intervals(numbers.size());
        for (int k = 0; k < numbers.size(); k++) {
            row.set(k, numbers.get(k));
        }
        return row;
    }

    private Intervals[] rows() {
        Intervals[] rows = new Intervals[layers];
        for (int l = 0; l < layers; l++) {
            rows[l] = new Intervals(problem.units(l));
        }
        return rows;
    }

    /**
     * Adds the second derivatives of one sample's loss to the upper half of a matrix, row by row.
     *
     * @param box the parameters in the order of the layout
     */
    void add(Intervals box, int sample, Pattern pattern, Intervals matrix) {
        forward(box, sample, pattern);
        lossSlopes(sample, pattern);
        for (int l = layers - 2; l >= 0; l--) {
            backward(box, l);
        }
        for (int l = 0; l < layers; l++) {
            for (int j = 0; j < problem.units(l); j++) {
                along(box, sample, l, j);
                addRows(sample, l, j, matrix);
            }
        }
    }

    private Intervals in(int sample, int l) {
        return l == 0 ? inputs[sample] : a[l - 1];
    }

    private void forward(Intervals box, int sample, Pattern pattern) {
        for (int l = 0; l < layers; l++) {
            Intervals in = in(sample, l);
            for (int j = 0; j < z[l].length(); j++) {
                z[l].set(j, 0, 0);
                for (int k = 0; k < in.length(); k++) {
                    z[l].addProduct(j, box, layout.weights(l) + j * in.length() + k, in, k);
                }
                if (layout.hasBias(l)) {
                    z[l].add(j, box, layout.biases(l) + j);
                }
                if (curves[l] != null) {
                    curves[l].apply(z[l], j, pattern.side(sample, l, j), a[l], slopes[l], curvatures[l]);
                }
            }
        }
        if (curves[layers - 1] == null) {
            softmax();
        }
    }

    private void softmax() {
        int last = layers - 1;
        Ball[] balls = new Ball[z[last].length()];
        for (int j = 0; j < balls.length; j++) {
            balls[j] = z[last].ball(j);
        }
        Ball[] shares = Softmax.shares(Intervals.PRECISION, balls);
        for (int j = 0; j < balls.length; j++) {
            a[last].set(j, shares[j], Intervals.PRECISION);
        }
    }

    /** {@code l'(f)}, as what comes back to the last layer, and the deltas. */
    private void lossSlopes(int sample, Pattern pattern) {
        int last = layers - 1;
        for (int j = 0; j < a[last].length(); j++) {
            if (combined || problem.loss() == RationalLoss.SQUARED) {
                back[last].set(j, a[last], j);
                back[last].subtract(j, targets[sample], j);
            } else if (problem.loss() == SmoothLoss.LOGISTIC) {
                logistic(sample, j);
            } else {
                lineSlope(sample, j, pattern.side(sample, layers, j));
            }
            if (combined) {
                deltas[last].set(j, back[last], j);
            } else {
                deltas[last].setProduct(j, back[last], j, slopes[last], j);
            }
        }
    }

    /** {@code -y s(-y f)}, and {@code y^2 s'(-y f)} put aside for the way along. */
    private void logistic(int sample, int j) {
        int last = layers - 1;
        scratch.setProduct(0, targets[sample], j, a[last], j);
        scratch.set(0, -scratch.mid(0), scratch.rad(0));
        SIGMOID.apply(scratch, 0, 0, logisticValue, logisticSlope, logisticCurvature);
        back[last].setProduct(j, targets[sample], j, logisticValue, 0);
        back[last].set(j, -back[last].mid(j), back[last].rad(j));
        scratch.setProduct(1, targets[sample], j, targets[sample], j);
        lossCurvatures.setProduct(j, scratch, 1, logisticSlope, 0);
    }

    private void lineSlope(int sample, int j, int side) {
        int last = layers - 1;
        boolean pulls = problem.loss() == RationalLoss.PERCEPTRON ? side <= 0 : side > 0;
        if (problem.loss() == RationalLoss.ABSOLUTE) {
            back[last].set(j, side * Intervals.ONE, 0);
        } else if (pulls) {
            back[last].set(j, -targets[sample].mid(j), targets[sample].rad(j));
        } else {
            back[last].set(j, 0, 0);
        }
    }

    private void backward(Intervals box, int l) {
        int above = l + 1;
        for (int k = 0; k < z[l].length(); k++) {
            back[l].set(k, 0, 0);
            for (int j = 0; j < z[above].length(); j++) {
                back[l].addProduct(k, box, layout.weights(above) + j * z[l].length() + k, deltas[above], j);
            }
            deltas[l].setProduct(k, back[l], k, slopes[l], k);
        }
    }

    /** The derivatives by the pre-activation of unit j of layer l: of all behind it, and of the deltas from there on. */
    private void along(Intervals box, int sample, int from, int unit) {
        zAlong[from].clear();
        aAlong[from].clear();
        zAlong[from].set(unit, Intervals.ONE, 0);
        alongActivations(from);
        for (int l = from + 1; l < layers; l++) {
            int width = z[l - 1].length();
            for (int j = 0; j < z[l].length(); j++) {
                zAlong[l].set(j, 0, 0);
                for (int k = l - 1 == from ? unit : 0; k < (l - 1 == from ? unit + 1 : width); k++) {
                    zAlong[l].addProduct(j, box, layout.weights(l) + j * width + k, aAlong[l - 1], k);
                }
            }
            alongActivations(l);
        }
        alongLoss();
        for (int l = layers - 2; l >= from; l--) {
            alongBackward(box, l);
        }
    }

    private void alongActivations(int l) {
        if (curves[l] != null) {
            for (int j = 0; j < z[l].length(); j++) {
                aAlong[l].setProduct(j, slopes[l], j, zAlong[l], j);
            }
            return;
        }
        scratch.set(0, 0, 0);
        for (int k = 0; k < z[l].length(); k++) {
            scratch.addProduct(0, a[l], k, zAlong[l], k);
        }
        for (int j = 0; j < z[l].length(); j++) {
            scratch.set(1, zAlong[l], j);
            scratch.subtract(1, scratch, 0);
            aAlong[l].setProduct(j, a[l], j, scratch, 1);
        }
    }

    /** {@code l'' f' s + l' s' z'}. */
    private void alongLoss() {
        int last = layers - 1;
        for (int j = 0; j < z[last].length(); j++) {
            if (combined) {
                deltasAlong[last].set(j, aAlong[last], j);
                continue;
            }
            scratch.setProduct(0, back[last], j, curvatures[last], j);
            deltasAlong[last].setProduct(j, scratch, 0, zAlong[last], j);
            if (problem.loss() == RationalLoss.SQUARED) {
                deltasAlong[last].addProduct(j, aAlong[last], j, slopes[last], j);
            } else if (problem.loss() == SmoothLoss.LOGISTIC) {
                scratch.setProduct(1, lossCurvatures, j, aAlong[last], j);
                deltasAlong[last].addProduct(j, scratch, 1, slopes[last], j);
            }
        }
    }

    private void alongBackward(Intervals box, int l) {
        int above = l + 1;
        for (int k = 0; k < z[l].length(); k++) {
            scratch.set(0, 0, 0);
            for (int j = 0; j < z[above].length(); j++) {
                scratch.addProduct(0, box, layout.weights(above) + j * z[l].length() + k, deltasAlong[above], j);
            }
            scratch.setProduct(1, back[l], k, curvatures[l], k);
            deltasAlong[l].setProduct(k, scratch, 0, slopes[l], k);
            deltasAlong[l].addProduct(k, scratch, 1, zAlong[l], k);
        }
    }

    /** The rows of the weights and the bias of a unit, from the diagonal on. */
    private void addRows(int sample, int from, int unit, Intervals matrix) {
        Intervals in = in(sample, from);
        int first = layout.weights(from) + unit * in.length();
        for (int l = from; l < layers; l++) {
            Intervals inputs = in(sample, l);
            for (int j = l == from ? unit : 0; j < z[l].length(); j++) {
                for (int k = 0; k < inputs.length(); k++) {
                    scratch.setProduct(2, deltasAlong[l], j, inputs, k);
                    if (l > from) {
                        scratch.addProduct(2, deltas[l], j, aAlong[l - 1], k);
                    }
                    addColumn(in, from, unit, first, layout.weights(l) + j * inputs.length() + k, matrix);
                }
                if (layout.hasBias(l)) {
                    scratch.set(2, deltasAlong[l], j);
                    addColumn(in, from, unit, first, layout.biases(l) + j, matrix);
                }
            }
        }
    }

    private void addColumn(Intervals in, int from, int unit, int first, int column, Intervals matrix) {
        if (scratch.isZero(2)) {
            return;
        }
        int size = layout.size();
        for (int k = 0; k < in.length(); k++) {
            if (first + k <= column) {
                matrix.addProduct((first + k) * size + column, in, k, scratch, 2);
            }
        }
        int bias = layout.biases(from) + unit;
        if (layout.hasBias(from) && (column < first || column >= first + in.length())) {
            matrix.add(Math.min(bias, column) * size + Math.max(bias, column), scratch, 2);
        }
    }
}
