package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
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
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isOutput(g, p) && kappa != null;
      @ ensures \dl_hasVanishingMinors(\result);
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
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, y, p);
      @ requires \dl_isFirstLayerUnit(j, p);
      @ ensures \dl_firstLayerRow(\result, j) == \old(\dl_combinationOfInputs(p, rule, x, y, j));
      @ assignable \nothing;
      @*/
    public static Parameters gradientRowsAreCombinationsOfInputs(Parameters p, LearningRule rule, BigFraction[][] x,
                                                                 BigFraction[][] y, int j) {
        return Sgd.batchGradient(p, rule, x, y);
    }

    /**
     * LAW-7 for training: row j of the first layer keeps its inner product with every v that is orthogonal to all inputs. So its
     * change lies in their span. Without decay, and with a velocity that starts orthogonal to v, such as zero.
     *
     * @claim LAW-7 establishes the training
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_isFirstLayerUnitAt(j, start) && \dl_isInputAt(v, start);
      @ requires \dl_isOrthogonalToAllInputs(v, schedule) && \dl_innerProductWithVelocity(start, j, v) == \dl_qZero();
      @ ensures \dl_innerProductWithRow(\result, j, v) == \old(\dl_innerProductWithRow(start, j, v));
      @ assignable \nothing;
      @*/
    public static State rowsMoveInTheSpanOfTheInputs(State start, LearningRule rule, Schedule schedule, BigFraction[] v, int j) {
        return Sgd.train(start, rule, schedule);
    }
}
