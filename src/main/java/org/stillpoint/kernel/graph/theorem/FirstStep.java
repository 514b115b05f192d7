package org.stillpoint.kernel.graph.theorem;

import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.kernel.graph.Training;

/**
 * What marks and classes say of one step, from a state and a feed that fit them in this step. Nothing is asked of the slots that
 * hold the next state, so that nothing is said of further steps. No law of arithmetic is used.
 */
public final /*@ nullable_by_default @*/ class FirstStep {

    private FirstStep() {
    }

    /**
     * After the step a state slot is zero if its next value is of a slot marked zero, two are equal if their next values are of
     * one class, and one has not changed if its next value is of its own class, as where its gradient is zero.
     *
     * @claim GRAPH-3 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTraining(p, next) && \dl_isFilled(state) && state.length == next.length && feed != null;
      @ requires \dl_takesAll(\dl_codeOf(p), \dl_givenContents(\dl_contents(state), feed, n, p.given));
      @ requires zero != null && classes != null && known != null;
      @ requires \dl_followsInARun(\dl_codeOf(p), \dl_marks(zero), \dl_indices(classes), \dl_marks(known));
      @ requires \dl_fitsRun(\dl_codeOf(p), \dl_givenContents(\dl_contents(state), feed, n, p.given), \dl_marks(zero),
      @     \dl_indices(classes), \dl_marks(known));
      @ ensures \result != null && \result.length == next.length;
      @ ensures (\forall int i; 0 <= i && i < \result.length && \old(zero[next[i]]); \dl_isZero(\dl_content(\result[i])));
      @ ensures (\forall int i; 0 <= i && i < \result.length; (\forall int j; 0 <= j && j < \result.length
      @     && \old(classes[next[i]] == classes[next[j]]); \dl_content(\result[i]) == \dl_content(\result[j])));
      @ ensures (\forall int i; 0 <= i && i < \result.length && \old(classes[next[i]] == classes[i]);
      @     \dl_content(\result[i]) == \old(\dl_content(state[i])));
      @ assignable \nothing;
      @*/
    public static Object[] holdsAfterOneStep(Program p, int[] next, Object[] state, Feed feed, int n, boolean[] zero,
                                             int[] classes, boolean[] known) {
        return Training.step(p, next, state, feed, n);
    }
}
