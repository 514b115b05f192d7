package org.stillpoint.kernel.graph.theorem;

import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.kernel.graph.Training;

/**
 * What a certificate says of training, for any number of steps, any program, any operations, and any feed that fits it. No law of
 * arithmetic is used.
 */
public final /*@ nullable_by_default @*/ class Invariance {

    private Invariance() {
    }

    /**
     * State slots marked zero stay zero, state slots of one class stay equal, and those whose next value is of their own class
     * never change. What is known of a slot that hangs on nothing that changes need only hold of the start, for whatever the feed
     * gives in any step.
     */
    /*@ public normal_behavior
      @ requires \dl_isTraining(p, next) && \dl_isFilled(start) && start.length == next.length && feed != null && 0 <= steps;
      @ requires \dl_neverRefuses(\dl_codeOf(p), \dl_indices(next), \dl_contents(start), feed, steps);
      @ requires zero != null && classes != null && known != null && fixed != null;
      @ requires \dl_isCertificate(\dl_codeOf(p), \dl_indices(next), \dl_marks(zero), \dl_indices(classes), \dl_marks(known),
      @     \dl_marks(fixed), next.length);
      @ requires \dl_fitsStart(\dl_contents(start), \dl_marks(zero), \dl_indices(classes), next.length);
      @ requires \dl_fitsFeed(feed, \dl_codeOf(p), \dl_marks(zero), \dl_indices(classes), next.length);
      @ requires \dl_knownAtStart(\dl_codeOf(p), \dl_contents(start), feed, \dl_marks(known));
      @ ensures \dl_isFilled(\result);
      @ ensures \dl_stillHolds(\dl_contents(\result), \old(\dl_contents(start)), \old(\dl_indices(next)),
      @     \old(\dl_marks(zero)), \old(\dl_indices(classes)), \old(next.length));
      @ assignable \nothing;
      @*/
    public static Object[] holdsForEver(Program p, int[] next, Object[] start, Feed feed, int steps, boolean[] zero,
                                        int[] classes, boolean[] known, boolean[] fixed) {
        return Training.train(p, next, start, feed, steps);
    }

    /**
     * The same, entry by entry.
     *
     * @claim GRAPH-1 establishes all
     * @claim GRAPH-2 establishes all
     * @claim GRAPH-3 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTraining(p, next) && \dl_isFilled(start) && start.length == next.length && feed != null && 0 <= steps;
      @ requires \dl_neverRefuses(\dl_codeOf(p), \dl_indices(next), \dl_contents(start), feed, steps);
      @ requires zero != null && classes != null && known != null && fixed != null;
      @ requires \dl_isCertificate(\dl_codeOf(p), \dl_indices(next), \dl_marks(zero), \dl_indices(classes), \dl_marks(known),
      @     \dl_marks(fixed), next.length);
      @ requires \dl_fitsStart(\dl_contents(start), \dl_marks(zero), \dl_indices(classes), next.length);
      @ requires \dl_fitsFeed(feed, \dl_codeOf(p), \dl_marks(zero), \dl_indices(classes), next.length);
      @ requires \dl_knownAtStart(\dl_codeOf(p), \dl_contents(start), feed, \dl_marks(known));
      @ ensures \result != null && \result.length == next.length;
      @ ensures (\forall int i; 0 <= i && i < \result.length && \old(zero[i]); \dl_isZero(\dl_content(\result[i])));
      @ ensures (\forall int i; 0 <= i && i < \result.length;
      @     \dl_content(\result[i]) == \dl_content(\result[\old(classes[i])]));
      @ ensures (\forall int i; 0 <= i && i < \result.length && \old(classes[next[i]] == classes[i]);
      @     \dl_content(\result[i]) == \old(\dl_content(start[i])));
      @ assignable \nothing;
      @*/
    public static Object[] entryByEntry(Program p, int[] next, Object[] start, Feed feed, int steps, boolean[] zero,
                                        int[] classes, boolean[] known, boolean[] fixed) {
        return holdsForEver(p, next, start, feed, steps, zero, classes, known, fixed);
    }

    /**
     * In the run of any step, every slot marked zero holds zero, and slots of one class hold the same: those of the state, what
     * is fed, and all that is computed.
     *
     * @claim GRAPH-4 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTraining(p, next) && \dl_isFilled(start) && start.length == next.length && feed != null && 0 <= step;
      @ requires \dl_neverRefuses(\dl_codeOf(p), \dl_indices(next), \dl_contents(start), feed, step + 1);
      @ requires zero != null && classes != null && known != null && fixed != null;
      @ requires \dl_isCertificate(\dl_codeOf(p), \dl_indices(next), \dl_marks(zero), \dl_indices(classes), \dl_marks(known),
      @     \dl_marks(fixed), next.length);
      @ requires \dl_fitsStart(\dl_contents(start), \dl_marks(zero), \dl_indices(classes), next.length);
      @ requires \dl_fitsFeed(feed, \dl_codeOf(p), \dl_marks(zero), \dl_indices(classes), next.length);
      @ requires \dl_knownAtStart(\dl_codeOf(p), \dl_contents(start), feed, \dl_marks(known));
      @ ensures \result != null && \result.length == p.operations.length;
      @ ensures (\forall int s; 0 <= s && s < \result.length && \old(zero[s]); \dl_isZero(\dl_content(\result[s])));
      @ ensures (\forall int s; 0 <= s && s < \result.length; (\forall int t; 0 <= t && t < \result.length
      @     && \old(classes[s] == classes[t]); \dl_content(\result[s]) == \dl_content(\result[t])));
      @ assignable \nothing;
      @*/
    public static Object[] everySlot(Program p, int[] next, Object[] start, Feed feed, int step, boolean[] zero, int[] classes,
                                     boolean[] known, boolean[] fixed) {
        return Training.runOfStep(p, next, start, feed, step);
    }
}
