package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/**
 * What is the same in every step of a descent. A contract that takes a rule requires all of it, momentum and decay too where only
 * a gradient is asked for.
 */
public final /*@ nullable_by_default @*/ class LearningRule {

    /** {@code activations[l]} is the activation function of hidden layer l; the last layer is linear and has none. */
    public final ActivationFunction[] activations;

    /** The derivative of an activation at a kink. */
    public final BigFraction kappa;

    public final LossDerivative loss;
    public final BigFraction momentum;

    /** The weight decay, which acts on weights and on no bias. */
    public final BigFraction decay;

    /*@ public normal_behavior
      @ ensures this.activations == activations && this.kappa == kappa && this.loss == loss;
      @ ensures this.momentum == momentum && this.decay == decay;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ LearningRule(ActivationFunction[] activations, BigFraction kappa, LossDerivative loss,
                                       BigFraction momentum, BigFraction decay) {
        this.activations = activations;
        this.kappa = kappa;
        this.loss = loss;
        this.momentum = momentum;
        this.decay = decay;
    }

    /*@ public normal_behavior
      @ ensures \fresh(\result) && \result != null;
      @ ensures \result.activations == activations && \result.kappa == kappa && \result.loss == loss;
      @ ensures \result.momentum == momentum && \result.decay == decay;
      @ assignable \nothing;
      @*/
    public static /*@ helper @*/ LearningRule of(ActivationFunction[] activations, BigFraction kappa, LossDerivative loss,
                                                 BigFraction momentum, BigFraction decay) {
        return new LearningRule(activations, kappa, loss, momentum, decay);
    }
}
