package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

public final class Sgd {

    private Sgd() {
    }

    /** The gradient of one sample at p, with g = dl/df taken from the loss. */
    public static Parameters sampleGradient(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                            LossDerivative loss, BigFraction[] x, BigFraction[] y) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, loss.at(z[z.length - 1], y));
    }

    /** The mean gradient over a batch. */
    public static Parameters batchGradient(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                           LossDerivative loss, BigFraction[][] x, BigFraction[][] y) {
        BigFraction share = BigFraction.getReducedFraction(1, x.length);
        BigFraction[][][] weights = Stacks.zeros(p.weights);
        BigFraction[][] biases = Matrices.zeros(p.biases);
        for (int i = 0; i < x.length; i++) {
            Parameters sample = sampleGradient(p, sigma, kappa, loss, x[i], y[i]);
            weights = Stacks.addScaled(weights, share, sample.weights);
            biases = Matrices.addScaled(biases, share, sample.biases);
        }
        return new Parameters(weights, biases);
    }

    /** One step: v' = momentum v + gradient + decay w (weights only); parameters' = parameters - rate v'. */
    public static State update(State s, Parameters gradient, BigFraction rate, BigFraction momentum, BigFraction decay) {
        BigFraction[][][] v = Stacks.addScaled(Stacks.addScaled(gradient.weights, decay, s.parameters.weights),
                momentum, s.velocity.weights);
        BigFraction[][] vb = Matrices.addScaled(gradient.biases, momentum, s.velocity.biases);
        BigFraction back = rate.negate();
        return new State(
                new Parameters(Stacks.addScaled(s.parameters.weights, back, v),
                        Matrices.addScaled(s.parameters.biases, back, vb)),
                new Parameters(v, vb));
    }

    /** One step for each batch, in order; step t uses rates[t]. */
    public static State train(State start, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                              BigFraction[][][] inputs, BigFraction[][][] targets, BigFraction[] rates,
                              BigFraction momentum, BigFraction decay) {
        State s = start;
        for (int t = 0; t < inputs.length; t++) {
            Parameters gradient = batchGradient(s.parameters, sigma, kappa, loss, inputs[t], targets[t]);
            s = update(s, gradient, rates[t], momentum, decay);
        }
        return s;
    }
}
