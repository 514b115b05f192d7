package org.stillpoint.kernel.graph;

/** A program run again and again: slot next[i] holds the value that state slot i has in the next step. */
public final /*@ nullable_by_default @*/ class Training {

    private Training() {
    }

    /** What a program is given in step n: the state, then what the feed provides. */
    /*@ public normal_behavior
      @ requires \dl_isFilled(state) && feed != null && state.length <= given;
      @ ensures \fresh(\result);
      @ ensures \dl_isContents(\result, \old(\dl_givenContents(\dl_contents(state), feed, n, given)));
      @ assignable \nothing;
      @*/
    public static Object[] join(Object[] state, Feed feed, int n, int given) {
        Object[] joined = new Object[given];
        /*@ loop_invariant 0 <= i && i <= given;
          @ loop_invariant (\forall int k; 0 <= k && k < i; joined[k] != null && \dl_content(joined[k])
          @     == \dl_contentAt(\old(\dl_givenContents(\dl_contents(state), feed, n, given)), k));
          @ assignable joined[*];
          @ decreases given - i;
          @*/
        for (int i = 0; i < given; i++) {
            joined[i] = i < state.length ? state[i] : feed.at(n, i);
        }
        return joined;
    }

    /** The values at some slots. */
    /*@ public normal_behavior
      @ requires \dl_isFilled(values) && next != null && \dl_inRange(\dl_indices(next), next.length, values.length);
      @ ensures \fresh(\result) && \dl_isFilled(\result) && \result.length == next.length;
      @ ensures (\forall int k; 0 <= k && k < \result.length;
      @     \dl_content(\result[k]) == \old(\dl_content(values[next[k]])));
      @ assignable \nothing;
      @*/
    public static Object[] pick(Object[] values, int[] next) {
        Object[] picked = new Object[next.length];
        /*@ loop_invariant 0 <= i && i <= next.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i; picked[k] != null
          @     && \dl_content(picked[k]) == \old(\dl_content(values[next[k]])));
          @ assignable picked[*];
          @ decreases next.length - i;
          @*/
        for (int i = 0; i < next.length; i++) {
            picked[i] = values[next[i]];
        }
        return picked;
    }

    /** The state after step n, if no operation refuses its operands in it. */
    /*@ public normal_behavior
      @ requires \dl_isTraining(p, next) && \dl_isFilled(state) && state.length == next.length && feed != null;
      @ requires \dl_takesAll(\dl_codeOf(p), \dl_givenContents(\dl_contents(state), feed, n, p.given));
      @ ensures \fresh(\result);
      @ ensures \dl_isContents(\result,
      @     \old(\dl_nextContents(\dl_codeOf(p), \dl_indices(next), \dl_contents(state), feed, n)));
      @ assignable \nothing;
      @*/
    public static Object[] step(Program p, int[] next, Object[] state, Feed feed, int n) {
        return pick(Program.run(p, join(state, feed, n, p.given)), next);
    }

    /** The state after any number of steps, if no operation refuses its operands in any of them. */
    /*@ public normal_behavior
      @ requires \dl_isTraining(p, next) && \dl_isFilled(start) && start.length == next.length && feed != null && 0 <= steps;
      @ requires \dl_neverRefuses(\dl_codeOf(p), \dl_indices(next), \dl_contents(start), feed, steps);
      @ ensures \dl_isContents(\result,
      @     \old(\dl_contentsAfter(\dl_codeOf(p), \dl_indices(next), \dl_contents(start), feed, steps)));
      @ assignable \nothing;
      @*/
    public static Object[] train(Program p, int[] next, Object[] start, Feed feed, int steps) {
        Object[] state = start;
        /*@ loop_invariant 0 <= n && n <= steps;
          @ loop_invariant \dl_isContents(state,
          @     \old(\dl_contentsAfter(\dl_codeOf(p), \dl_indices(next), \dl_contents(start), feed, n)));
          @ assignable \nothing;
          @ decreases steps - n;
          @*/
        for (int n = 0; n < steps; n++) {
            state = step(p, next, state, feed, n);
        }
        return state;
    }

    /** The values of all slots in the run of step n, after the n steps before it. */
    /*@ public normal_behavior
      @ requires \dl_isTraining(p, next) && \dl_isFilled(start) && start.length == next.length && feed != null && 0 <= n;
      @ requires \dl_neverRefuses(\dl_codeOf(p), \dl_indices(next), \dl_contents(start), feed, n + 1);
      @ ensures \dl_isFilled(\result) && \result.length == p.operations.length;
      @ ensures (\forall int k; 0 <= k && k < \result.length; \dl_content(\result[k])
      @     == \old(\dl_slotContent(\dl_codeOf(p), \dl_givenContents(\dl_contentsAfter(\dl_codeOf(p), \dl_indices(next),
      @         \dl_contents(start), feed, n), feed, n, p.given), k)));
      @ assignable \nothing;
      @*/
    public static Object[] runOfStep(Program p, int[] next, Object[] start, Feed feed, int n) {
        return Program.run(p, join(train(p, next, start, feed, n), feed, n, p.given));
    }
}
