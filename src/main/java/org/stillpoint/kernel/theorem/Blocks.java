package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A block inside any larger network. What is around a block reaches it in two ways only: by the inputs that it hands in, and by
 * the errors that it hands back, the derivatives of its loss by the outputs of the block. Here the loss derivative gives back the
 * target, so that the targets of a schedule are these errors. Both sequences are arbitrary: whatever is around the block and
 * however its own parameters move, even if what it hands in next depends on what the block gave before, some two sequences come
 * about, and the theorem holds of these.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class Blocks {

    private Blocks() {
    }

    /**
     * BLOCK-1: of a block of zeros, from two layers on, only the last bias ever moves.
     *
     * @claim BLOCK-1 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_takesErrorsAsTargets(rule) && \dl_areErrorsOf(schedule, start);
      @ requires \dl_hasHiddenLayer(start) && \dl_isZeroAtZero(rule) && \dl_isZeroBelowTheOutputBias(start);
      @ ensures \dl_isZeroBelowTheOutputBias(\result) && \dl_hasTheShapesOf(\result, start);
      @ assignable \nothing;
      @*/
    public static State zeroBlockMovesItsLastBiasOnly(State start, LearningRule rule, Schedule schedule) {
        return ZeroInitialization.weightsStayZero(start, rule, schedule);
    }

    /**
     * BLOCK-1 without a last bias: a block of zeros never moves.
     *
     * @claim BLOCK-1 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_takesErrorsAsTargets(rule) && \dl_areErrorsOf(schedule, start);
      @ requires \dl_hasHiddenLayer(start) && \dl_isZeroAtZero(rule) && \dl_isZeroBelowTheOutputBias(start);
      @ requires \dl_hasNoOutputBias(start);
      @ ensures \dl_isZeroBelowTheOutputBias(\result) && \dl_hasNoOutputBias(\result) && \dl_hasTheShapesOf(\result, start);
      @ assignable \nothing;
      @*/
    public static State zeroBlockWithoutLastBiasNeverMoves(State start, LearningRule rule, Schedule schedule) {
        return ZeroInitialization.nothingChangesWithoutOutputBias(start, rule, schedule);
    }

    /**
     * BLOCK-3: below a last layer of zeros nothing has a gradient, whatever the loss.
     *
     * @claim BLOCK-3 establishes the first step
     */
    /*@ public normal_behavior
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, y, p) && \dl_hasZeroLastLayer(p);
      @ ensures \dl_isZeroBelowTheLastLayer(\result);
      @ assignable \nothing;
      @*/
    public static Parameters nothingBelowAZeroLastLayerHasAGradient(Parameters p, LearningRule rule, BigFraction[][] x,
                                                                    BigFraction[][] y) {
        return Sgd.batchGradient(p, rule, x, y);
    }

    /**
     * BLOCK-3: the gradient of the weights of the last layer is the mean of the errors, each times what the layers below give.
     *
     * @claim BLOCK-2 establishes remark
     * @claim BLOCK-3 establishes the first step
     */
    /*@ public normal_behavior
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, errors, p);
      @ requires \dl_takesErrorsAsTargets(rule) && \dl_areErrors(errors, p);
      @ ensures \dl_gradientOfTheLastLayer(\result) == \old(\dl_meanOfErrorsTimesBlock(p, rule, x, errors));
      @ assignable \nothing;
      @*/
    public static Parameters gradientOfTheLastLayer(Parameters p, LearningRule rule, BigFraction[][] x,
                                                    BigFraction[][] errors) {
        return Sgd.batchGradient(p, rule, x, errors);
    }
}
