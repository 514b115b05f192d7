package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * Renumbering the units of hidden layer l, in a network of any depth, for every data set, loss derivative, activation and kappa: unit k gets the
 * incoming row, bias and outgoing column of unit image(k). The permutation is a list of swaps of neighbours, of which every permutation is made. Of
 * addition only (q + r) + s = (q + s) + r is used.
 */
public final /*@ nullable_by_default @*/ class Equivariance {

    private Equivariance() {
    }

    /**
     * SYM-4: the output of the renumbered network is that of the network.
     *
     * @claim SYM-4 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isNetwork(renumbered, sigma) && \dl_isInput(x, \dl_weights(renumbered));
      @ requires swaps != null && \dl_renumberedWeights(\dl_weights(renumbered), \dl_weights(p), l, \dl_perm(swaps));
      @ requires \dl_renumberedBiases(\dl_biases(renumbered), \dl_biases(p), l, \dl_perm(swaps));
      @ ensures \dl_vals(\result) == \old(\dl_pre(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_vals(x), \dl_depth(\dl_weights(p)) - 1));
      @ assignable \nothing;
      @*/
    public static BigFraction[] renumberedUnitsComputeTheSameFunction(Parameters p, Parameters renumbered, ActivationFunction[] sigma,
                                                                      BigFraction[] x, int l, int[] swaps) {
        return Backpropagation.output(Backpropagation.preactivations(renumbered, sigma, x));
    }

    /**
     * SYM-3 for one step: what it makes of a renumbered state is the renumbering of what it makes of the state.
     *
     * @claim SYM-3 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, sigma) && \dl_isTrainable(renumbered, sigma) && \dl_isBatch(x, y, \dl_stW(\dl_state(renumbered)));
      @ requires kappa != null && loss != null && rate != null && momentum != null && decay != null;
      @ requires swaps != null && \dl_renumbered(\dl_state(renumbered), \dl_state(s), l, \dl_perm(swaps));
      @ ensures \dl_renumbered(\dl_state(\result), \old(\dl_stepped(\dl_state(s), \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y),
      @     \dl_val(rate), \dl_val(momentum), \dl_val(decay))), l, \old(\dl_perm(swaps)));
      @ assignable \nothing;
      @*/
    public static State aStepCommutesWithRenumbering(State s, State renumbered, ActivationFunction[] sigma, BigFraction kappa,
                                                     LossDerivative loss, BigFraction[][] x, BigFraction[][] y, BigFraction rate,
                                                     BigFraction momentum, BigFraction decay, int l, int[] swaps) {
        return Sgd.step(renumbered, sigma, kappa, loss, x, y, rate, momentum, decay);
    }

    /**
     * SYM-3: the same of any number of steps, with any batches and rates, momentum and decay.
     *
     * @claim SYM-3 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isTrainable(renumbered, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(renumbered)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires swaps != null && \dl_renumbered(\dl_state(renumbered), \dl_state(start), l, \dl_perm(swaps));
      @ ensures \dl_renumbered(\dl_state(\result), \old(\dl_trained(\dl_state(start), \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x),
      @     \dl_stack(y), \dl_vals(rates), \dl_val(momentum), \dl_val(decay), x.length)), l, \old(\dl_perm(swaps)));
      @ assignable \nothing;
      @*/
    public static State trainingCommutesWithRenumbering(State start, State renumbered, ActivationFunction[] sigma, BigFraction kappa,
                                                        LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                                        BigFraction[] rates, BigFraction momentum, BigFraction decay,
                                                        int l, int[] swaps) {
        return Sgd.train(renumbered, sigma, kappa, loss, x, y, rates, momentum, decay);
    }
}
