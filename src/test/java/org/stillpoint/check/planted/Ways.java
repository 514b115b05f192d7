package org.stillpoint.check.planted;

/** How a program does what right programs do in different ways. */
final class Ways implements Cloneable {

    double kappa = 0;
    boolean sum;
    double lossFactor = 1;
    boolean overOutputs;
    boolean hingeAtOne;
    boolean perceptronOnlyBelowZero;
    double decayFactor = 1;
    boolean decayOnBiases;
    boolean decayBesideMomentum;
    String momentum = "plain";
    boolean fused;

    static Ways usual() {
        return new Ways();
    }

    /** The derivative of relu at 0. */
    Ways kappa(double kappa) {
        Ways ways = copy();
        ways.kappa = kappa;
        return ways;
    }

    /** Gradients of a batch are added up, and not divided by its size. */
    Ways summed() {
        Ways ways = copy();
        ways.sum = true;
        return ways;
    }

    /** The derivative of the squared loss is so many times f - y. */
    Ways factor(double factor) {
        Ways ways = copy();
        ways.lossFactor = factor;
        return ways;
    }

    /** The loss is divided by the number of outputs. */
    Ways meanOverOutputs() {
        Ways ways = copy();
        ways.overOutputs = true;
        return ways;
    }

    /** Hinge and perceptron have the other derivative at their thresholds. */
    Ways otherThresholds() {
        Ways ways = copy();
        ways.hingeAtOne = true;
        ways.perceptronOnlyBelowZero = true;
        return ways;
    }

    Ways decay(double factor, boolean onBiases, boolean besideMomentum) {
        Ways ways = copy();
        ways.decayFactor = factor;
        ways.decayOnBiases = onBiases;
        ways.decayBesideMomentum = besideMomentum;
        return ways;
    }

    /** "plain", "damped" or "nesterov". */
    Ways momentum(String form) {
        Ways ways = copy();
        ways.momentum = form;
        return ways;
    }

    /** Products are added without being rounded before, from the last to the first. */
    Ways fused() {
        Ways ways = copy();
        ways.fused = true;
        return ways;
    }

    private Ways copy() {
        try {
            return (Ways) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
