package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A first layer of zeros under hidden biases of zero, for hidden activations that are zero and have slope zero at zero, as ReLU has if kappa is 0:
 * for any weights above, any depth from one hidden layer on, any batches, targets, loss derivative, rates and momentum, without weight decay, from a
 * velocity that is zero but for the output bias.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class SilentLayer {

    private SilentLayer() {
    }

    /**
     * PART-2: every weight and every hidden bias stays what it was.
     *
     * @claim PART-2 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null && \dl_val(decay) == \dl_qZero();
      @ requires \dl_silentState(\dl_state(start), \dl_state(start));
      @ requires \dl_zeroAtZero(\dl_funs(sigma), \dl_depth(\dl_stW(\dl_state(start))) - 1);
      @ requires \dl_flatAtZero(\dl_funs(sigma), \dl_val(kappa), \dl_depth(\dl_stW(\dl_state(start))) - 1);
      @ ensures \dl_silentState(\dl_state(\result), \old(\dl_state(start)));
      @ assignable \nothing;
      @*/
    public static State zeroFirstLayerFreezesTheNetwork(State start, ActivationFunction[] sigma, BigFraction kappa,
                                                        LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                                        BigFraction[] rates, BigFraction momentum, BigFraction decay) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }

    /**
     * PART-2 for ReLU, with 0 for its slope at the kink.
     *
     * @claim PART-2 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null && \dl_val(decay) == \dl_qZero();
      @ requires \dl_silentState(\dl_state(start), \dl_state(start)) && \dl_val(kappa) == \dl_qZero();
      @ requires (\forall int k; 0 <= k && k < sigma.length; \typeof(sigma[k]) == \type(org.stillpoint.kernel.Relu));
      @ ensures \dl_silentState(\dl_state(\result), \old(\dl_state(start)));
      @ assignable \nothing;
      @*/
    public static State zeroFirstLayerFreezesAReluNetwork(State start, ActivationFunction[] sigma, BigFraction kappa,
                                                          LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                                          BigFraction[] rates, BigFraction momentum, BigFraction decay) {
        return zeroFirstLayerFreezesTheNetwork(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }
}
