package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * Where the rows of a weight gradient lie; in a network of any depth, for every activation, data set, loss derivative and kappa.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class Span {

    private Span() {
    }

    /**
     * LAW-6: in the gradient of one sample every 2 x 2 minor of every layer's weights vanishes.
     *
     * @claim LAW-6 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, \dl_weights(p)) && \dl_isOutput(g, \dl_weights(p)) && kappa != null;
      @ ensures \dl_minorsVanish(\dl_weights(\result));
      @ assignable \nothing;
      @*/
    public static Parameters gradientHasRankOne(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                BigFraction[] x, BigFraction[] g) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, g);
    }

    /**
     * LAW-7 for a batch: row j of the first layer's gradient is the sum of the inputs, each times delta_j / n of its sample.
     *
     * @claim LAW-7 establishes the gradient
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, \dl_weights(p)) && kappa != null && loss != null;
      @ requires 0 <= j && j < \dl_rows(\dl_layer(\dl_weights(p), 0)) && 0 <= \dl_inputs(\dl_weights(p));
      @ ensures \dl_row(\dl_layer(\dl_weights(\result), 0), j) == \old(\dl_combination(
      @     \dl_coefficients(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_qRatio(1, x.length), j),
      @     \dl_mat(x), x.length, \dl_inputs(\dl_weights(p))));
      @ assignable \nothing;
      @*/
    public static Parameters gradientRowsAreCombinationsOfInputs(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                                 LossDerivative loss, BigFraction[][] x, BigFraction[][] y, int j) {
        return Sgd.batchGradient(p, sigma, kappa, loss, x, y);
    }

    /**
     * LAW-7 for training: row j of the first layer keeps its inner product with every v that is orthogonal to all inputs. So its change lies in
     * their span. Without decay, and with a velocity that starts orthogonal to v, such as zero.
     *
     * @claim LAW-7 establishes the training
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null && \dl_val(decay) == \dl_qZero();
      @ requires 0 <= j && j < \dl_rows(\dl_layer(\dl_stW(\dl_state(start)), 0));
      @ requires \dl_isInput(v, \dl_stW(\dl_state(start))) && \dl_orthogonalToAll(\dl_vals(v), \dl_stack(x));
      @ requires \dl_dotp(\dl_row(\dl_layer(\dl_stVW(\dl_state(start)), 0), j), \dl_vals(v), v.length) == \dl_qZero();
      @ ensures \dl_dotp(\dl_row(\dl_layer(\dl_stW(\dl_state(\result)), 0), j), \old(\dl_vals(v)), v.length)
      @     == \old(\dl_dotp(\dl_row(\dl_layer(\dl_stW(\dl_state(start)), 0), j), \dl_vals(v), v.length));
      @ assignable \nothing;
      @*/
    public static State rowsMoveInTheSpanOfTheInputs(State start, ActivationFunction[] sigma, BigFraction kappa,
                                                     LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                                     BigFraction[] rates, BigFraction momentum, BigFraction decay,
                                                     BigFraction[] v, int j) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }
}
