package org.stillpoint.check.mistake;

import java.util.List;
import java.util.Optional;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;

/**
 * One batch through a network and back, by some formulas. What is calculated is kept, in the order in which backpropagation gets
 * to it, and read by the formulas that come after; all is counted from 0.
 */
final class Pass {

    private final Formulas formulas;
    private final Conventions conventions;
    private final Elementary elementary;
    private final List<Layer> layers;
    private final Rounded[][][] weights;
    private final Rounded[][] biases;
    private final Rounded[][] inputs;
    private final Rounded[][] targets;
    private final Loss loss;
    private final Optional<Descent> descent;

    private final Rounded[][][] preactivations;
    private final Rounded[][][] activations;
    private final Rounded[][] lossSlopes;
    private final Rounded[][][] slopes;
    private final Rounded[][][] deltas;
    private final Rounded[][][] weightGradients;
    private final Rounded[][] biasGradients;

    /**
     * @param layers the shapes and activations; their numbers are not used
     * @param descent the training of which this is a step, if it is one
     */
    Pass(Formulas formulas, Conventions conventions, Elementary elementary, List<Layer> layers, Rounded[][][] weights,
         Rounded[][] biases, Rounded[][] inputs, Rounded[][] targets, Loss loss, Optional<Descent> descent) {
        this.formulas = formulas;
        this.conventions = conventions;
        this.elementary = elementary;
        this.layers = layers;
        this.weights = weights;
        this.biases = biases;
        this.inputs = inputs;
        this.targets = targets;
        this.loss = loss;
        this.descent = descent;
        int samples = inputs.length;
        int depth = layers.size();
        this.preactivations = new Rounded[samples][depth][];
        this.activations = new Rounded[samples][depth][];
        this.lossSlopes = new Rounded[samples][];
        this.slopes = new Rounded[samples][depth][];
        this.deltas = new Rounded[samples][depth][];
        this.weightGradients = new Rounded[depth][][];
        this.biasGradients = new Rounded[depth][];
    }

    /** Forward and back. */
    Pass run() {
        forward();
        for (int l = depth() - 1; l >= 0; l--) {
            down(l);
        }
        return this;
    }

    /** Back through a layer, once it has been through those above. */
    void down(int l) {
        back(l);
        gradients(l);
    }

    /** The same with one sample of the batch only. */
    Pass ofSample(int i) {
        return new Pass(formulas, conventions, elementary, layers, weights, biases, new Rounded[][] {inputs[i]},
                new Rounded[][] {targets[i]}, loss, descent).run();
    }

    /** The first half. */
    void forward() {
        for (int l = 0; l < depth(); l++) {
            for (int i = 0; i < samples(); i++) {
                preactivations[i][l] = new Rounded[units(l)];
                activations[i][l] = new Rounded[units(l)];
                for (int j = 0; j < units(l); j++) {
                    preactivations[i][l][j] = formulas.preactivation(this, i, l, j).stored(format());
                }
            }
            for (int i = 0; i < samples(); i++) {
                for (int j = 0; j < units(l); j++) {
                    activations[i][l][j] = formulas.activation(this, i, l, j).stored(format());
                }
            }
        }
    }

    private void back(int l) {
        for (int i = 0; i < samples(); i++) {
            if (l == depth() - 1) {
                lossSlopes[i] = new Rounded[units(l)];
                for (int j = 0; j < units(l); j++) {
                    lossSlopes[i][j] = formulas.lossSlope(this, i, l, j);
                }
            }
            slopes[i][l] = new Rounded[units(l)];
            deltas[i][l] = new Rounded[units(l)];
            for (int j = 0; j < units(l); j++) {
                slopes[i][l][j] = formulas.slope(this, i, l, j);
            }
            for (int j = 0; j < units(l); j++) {
                deltas[i][l][j] = formulas.delta(this, i, l, j);
            }
        }
    }

    private void gradients(int l) {
        weightGradients[l] = new Rounded[units(l)][width(l)];
        biasGradients[l] = new Rounded[units(l)];
        for (int j = 0; j < units(l); j++) {
            for (int k = 0; k < width(l); k++) {
                weightGradients[l][j][k] = formulas.gradient(this, l, j, k).stored(format());
            }
            if (hasBias(l)) {
                biasGradients[l][j] = formulas.gradient(this, l, j, Place.BIAS).stored(format());
            }
        }
    }

    Formulas formulas() {
        return formulas;
    }

    Conventions conventions() {
        return conventions;
    }

    Elementary elementary() {
        return elementary;
    }

    FloatFormat format() {
        return elementary.format();
    }

    Loss loss() {
        return loss;
    }

    /** The training of which this is a step, if it is one. */
    Optional<Descent> descent() {
        return descent;
    }

    /** The number of layers. */
    int depth() {
        return layers.size();
    }

    int samples() {
        return inputs.length;
    }

    /** Units of layer l. */
    int units(int l) {
        return layers.get(l).units();
    }

    /** Inputs of layer l. */
    int width(int l) {
        return layers.get(l).inputs();
    }

    int outputs() {
        return units(depth() - 1);
    }

    boolean isLast(int l) {
        return l == depth() - 1;
    }

    boolean hasBias(int l) {
        return layers.get(l).bias().isPresent();
    }

    Activation activation(int l) {
        return layers.get(l).activation();
    }

    Rounded weight(int l, int j, int k) {
        return weights[l][j][k];
    }

    /** 0 where a layer has none. */
    Rounded bias(int l, int j) {
        return hasBias(l) ? biases[l][j] : Rounded.ZERO;
    }

    /** x. */
    Rounded x(int i, int k) {
        return inputs[i][k];
    }

    /** y. */
    Rounded y(int i, int j) {
        return targets[i][j];
    }

    Rounded z(int i, int l, int j) {
        return preactivations[i][l][j];
    }

    Rounded a(int i, int l, int j) {
        return activations[i][l][j];
    }

    /** The activation of unit k of the layer below l, or entry k of the sample below the first. */
    Rounded below(int i, int l, int k) {
        return l == 0 ? inputs[i][k] : activations[i][l - 1][k];
    }

    Rounded lossSlope(int i, int j) {
        return lossSlopes[i][j];
    }

    Rounded slope(int i, int l, int j) {
        return slopes[i][l][j];
    }

    Rounded delta(int i, int l, int j) {
        return deltas[i][l][j];
    }

    /** The gradient, of layers that the backward pass has been through. */
    Rounded gradient(int l, int j, int k) {
        return k < 0 ? biasGradients[l][j] : weightGradients[l][j][k];
    }
}
