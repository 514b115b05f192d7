package org.stillpoint.engine.enclosure;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.domain.Vector;

/** The forward and the backward pass of one sample, in the numbers of a field. */
final class Backpropagation<T> {

    private final Field<T> field;
    private final Problem problem;
    private final int layers;
    private final List<Sigma<T>> sigmas = new ArrayList<>();
    private final Softmax<T> softmax;
    private final LossTerms<T> loss;

    Backpropagation(Field<T> field, Problem problem) {
        this.field = field;
        this.problem = problem;
        this.layers = problem.layers();
        this.softmax = new Softmax<>(field);
        this.loss = new LossTerms<>(field, problem);
        for (int l = 0; l < layers && problem.activation(l) != SmoothActivation.SOFTMAX; l++) {
            sigmas.add(Sigma.of(field, problem.activation(l), problem.settings().kinks()));
        }
    }

    LossTerms<T> loss() {
        return loss;
    }

    /** The way there only; sides that are not known are left open, and the values enclosed all the same. */
    void forward(Values<T> parameters, T[] x, Pass<T> pass) {
        for (int l = 0; l < layers; l++) {
            preactivations(parameters, l, x, pass);
            if (l == sigmas.size()) {
                softmax.apply(pass.preactivations()[l], pass.activations()[l]);
            } else {
                for (int j = 0; j < pass.activations()[l].length; j++) {
                    sigmas.get(l).apply(pass.preactivations()[l][j], pass.activations()[l], pass.slopes()[l], j);
                }
            }
        }
    }

    /**
     * There and back.
     *
     * @param masks one vector a hidden layer, or none
     * @throws UndecidedSide for the first side that is not known
     */
    void run(Values<T> parameters, T[] x, T[] y, int sample, List<Vector> masks, Pass<T> pass, Sides sides) {
        for (int l = 0; l < layers; l++) {
            preactivations(parameters, l, x, pass);
            if (l == sigmas.size()) {
                softmax.apply(pass.preactivations()[l], pass.activations()[l]);
            } else {
                activate(l, sample, pass, sides);
            }
            if (l < masks.size()) {
                mask(masks.get(l), pass.activations()[l], pass.slopes()[l]);
            }
        }
        loss.backward(pass, y, sample, sides);
        for (int l = layers - 2; l >= 0; l--) {
            backward(parameters, l, pass);
        }
    }

    private void preactivations(Values<T> parameters, int l, T[] x, Pass<T> pass) {
        T[] in = l == 0 ? x : pass.activations()[l - 1];
        T[] weights = parameters.weights()[l];
        T[] bias = parameters.biases()[l];
        T[] z = pass.preactivations()[l];
        for (int j = 0; j < z.length; j++) {
            z[j] = field.dot(bias.length == 0 ? null : bias[j], weights, j * in.length, 1, in);
        }
    }

    private void activate(int l, int sample, Pass<T> pass, Sides sides) {
        Sigma<T> sigma = sigmas.get(l);
        T[] z = pass.preactivations()[l];
        for (int j = 0; j < z.length; j++) {
            int side = sigma.apply(z[j], pass.activations()[l], pass.slopes()[l], j);
            if (side == Sigma.UNDECIDED) {
                throw new UndecidedSide(sample, l, j);
            }
            if (side != Sigma.NO_SIDE) {
                sides.decided(sample, l, j, side);
            }
        }
    }

    private void mask(Vector mask, T[] activations, T[] slopes) {
        for (int j = 0; j < activations.length; j++) {
            T m = field.number(mask.get(j));
            activations[j] = field.multiply(m, activations[j]);
            slopes[j] = field.multiply(m, slopes[j]);
        }
    }

    private void backward(Values<T> parameters, int l, Pass<T> pass) {
        T[] above = pass.deltas()[l + 1];
        T[] weights = parameters.weights()[l + 1];
        T[] slopes = pass.slopes()[l];
        T[] deltas = pass.deltas()[l];
        for (int k = 0; k < deltas.length; k++) {
            deltas[k] = field.isZero(slopes[k]) ? field.zero()
                    : field.multiply(field.dot(null, weights, k, deltas.length, above), slopes[k]);
        }
    }
}
