package org.stillpoint.kernel.graph;

/**
 * Checks of a certificate: {@code zero} marks slots that hold zero in every step, {@code classes[s]} is a slot that always
 * holds the same value as slot s, {@code known} marks slots that are zero at the start whatever is fed, and {@code fixed}
 * those that hang on nothing that changes. Whoever found them, and however: a certificate that passes is valid.
 */
public final /*@ nullable_by_default @*/ class Checker {

    private Checker() {
    }

    /** Each operand stands before its slot. */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p);
      @ ensures \result ==> \dl_inOrder(\dl_codeOf(p));
      @ assignable \strictly_nothing;
      @*/
    public static boolean inOrder(Program p) {
        /*@ loop_invariant p.given <= s && s <= p.operations.length;
          @ loop_invariant (\forall int k; p.given <= k && k < s;
          @     0 <= p.a[k] && p.a[k] < k && 0 <= p.b[k] && p.b[k] < k && 0 <= p.c[k] && p.c[k] < k);
          @ assignable \strictly_nothing;
          @ decreases p.operations.length - s;
          @*/
        for (int s = p.given; s < p.operations.length; s++) {
            if (p.a[s] < 0 || p.a[s] >= s || p.b[s] < 0 || p.b[s] >= s || p.c[s] < 0 || p.c[s] >= s) {
                return false;
            }
        }
        return true;
    }

    /** Each of the first entries is a number from 0 to below a limit. */
    /*@ public normal_behavior
      @ requires x != null;
      @ ensures \result ==> \dl_inRange(\dl_indices(x), x.length, limit);
      @ assignable \strictly_nothing;
      @*/
    public static boolean inRange(int[] x, int limit) {
        /*@ loop_invariant 0 <= i && i <= x.length && (\forall int k; 0 <= k && k < i; 0 <= x[k] && x[k] < limit);
          @ assignable \strictly_nothing;
          @ decreases x.length - i;
          @*/
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0 || x[i] >= limit) {
                return false;
            }
        }
        return true;
    }

    /** Each slot marked holds zero if those marked before it do, or is known to. */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p) && \dl_inOrder(\dl_codeOf(p)) && zero != null && zero.length == p.operations.length;
      @ requires known != null && known.length == p.operations.length;
      @ ensures \result ==> \dl_zerosFollow(\dl_codeOf(p), \dl_marks(zero), \dl_marks(known));
      @ assignable \strictly_nothing;
      @*/
    public static boolean zerosFollow(Program p, boolean[] zero, boolean[] known) {
        /*@ loop_invariant p.given <= s && s <= p.operations.length;
          @ loop_invariant (\forall int k; p.given <= k && k < s;
          @     \dl_zeroFollows(\dl_codeOf(p), \dl_marks(zero), \dl_marks(known), k));
          @ assignable \strictly_nothing;
          @ decreases p.operations.length - s;
          @*/
        for (int s = p.given; s < p.operations.length; s++) {
            if (zero[s] && !known[s] && !p.operations[s].vanishes(zero[p.a[s]], zero[p.b[s]], zero[p.c[s]])) {
                return false;
            }
        }
        return true;
    }

    /** A state slot marked is zero in the next step too. */
    /*@ public normal_behavior
      @ requires next != null && zero != null && next.length <= zero.length;
      @ requires \dl_inRange(\dl_indices(next), next.length, zero.length);
      @ ensures \result ==> \dl_zerosReturn(\dl_codeOf(p), \dl_indices(next), \dl_marks(zero), next.length);
      @ assignable \strictly_nothing;
      @*/
    public static boolean zerosReturn(Program p, int[] next, boolean[] zero) {
        /*@ loop_invariant 0 <= i && i <= next.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i; zero[k] ==> zero[next[k]]);
          @ assignable \strictly_nothing;
          @ decreases next.length - i;
          @*/
        for (int i = 0; i < next.length; i++) {
            if (zero[i] && !zero[next[i]]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Slot s holds the same as slot classes[s] if those before it do: by the same operation on the same operands, or since its
     * operation keeps the first one.
     */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p) && \dl_inOrder(\dl_codeOf(p)) && p.given <= s && s < p.operations.length;
      @ requires zero != null && zero.length == p.operations.length && classes != null && classes.length == p.operations.length;
      @ ensures \result ==> \dl_classFollows(\dl_codeOf(p), \dl_marks(zero), \dl_indices(classes), s);
      @ assignable \strictly_nothing;
      @*/
    public static boolean classFollows(Program p, boolean[] zero, int[] classes, int s) {
        int r = classes[s];
        if (r == classes[p.a[s]] && p.operations[s].keeps(zero[p.b[s]], zero[p.c[s]])) {
            return true;
        }
        return p.given <= r && r <= s && p.operations[r] == p.operations[s]
                && classes[p.a[r]] == classes[p.a[s]] && classes[p.b[r]] == classes[p.b[s]] && classes[p.c[r]] == classes[p.c[s]];
    }

    /** Each slot holds the same as the one it is said to. */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p) && \dl_inOrder(\dl_codeOf(p));
      @ requires zero != null && zero.length == p.operations.length && classes != null && classes.length == p.operations.length;
      @ ensures \result ==> \dl_classesFollow(\dl_codeOf(p), \dl_marks(zero), \dl_indices(classes));
      @ assignable \strictly_nothing;
      @*/
    public static boolean classesFollow(Program p, boolean[] zero, int[] classes) {
        /*@ loop_invariant p.given <= s && s <= p.operations.length;
          @ loop_invariant (\forall int k; p.given <= k && k < s;
          @     \dl_classFollows(\dl_codeOf(p), \dl_marks(zero), \dl_indices(classes), k));
          @ assignable \strictly_nothing;
          @ decreases p.operations.length - s;
          @*/
        for (int s = p.given; s < p.operations.length; s++) {
            if (!classFollows(p, zero, classes, s)) {
                return false;
            }
        }
        return true;
    }

    /** State slots that hold the same do so in the next step too, and what is fed is the same as something that is fed. */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p) && next != null && classes != null && next.length <= p.given;
      @ requires classes.length == p.operations.length;
      @ requires \dl_inRange(\dl_indices(next), next.length, p.operations.length);
      @ ensures \result ==> \dl_classesReturn(\dl_codeOf(p), \dl_indices(next), \dl_indices(classes), next.length);
      @ assignable \strictly_nothing;
      @*/
    public static boolean classesReturn(Program p, int[] next, int[] classes) {
        /*@ loop_invariant 0 <= i && i <= next.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i;
          @     0 <= classes[k] && classes[k] < next.length && classes[next[k]] == classes[next[classes[k]]]);
          @ assignable \strictly_nothing;
          @ decreases next.length - i;
          @*/
        for (int i = 0; i < next.length; i++) {
            if (classes[i] < 0 || classes[i] >= next.length || classes[next[i]] != classes[next[classes[i]]]) {
                return false;
            }
        }
        /*@ loop_invariant next.length <= j && j <= p.given;
          @ loop_invariant (\forall int k; next.length <= k && k < j; next.length <= classes[k] && classes[k] < p.given);
          @ assignable \strictly_nothing;
          @ decreases p.given - j;
          @*/
        for (int j = next.length; j < p.given; j++) {
            if (classes[j] < next.length || classes[j] >= p.given) {
                return false;
            }
        }
        return true;
    }

    /** Slots known to be zero are fixed ones, and a fixed slot hangs on fixed slots alone. */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p) && \dl_inOrder(\dl_codeOf(p));
      @ requires known != null && known.length == p.operations.length && fixed != null && fixed.length == p.operations.length;
      @ ensures \result ==> \dl_knownAreFixed(\dl_codeOf(p), \dl_marks(known), \dl_marks(fixed));
      @ ensures \result ==> \dl_fixedFollow(\dl_codeOf(p), \dl_marks(fixed));
      @ assignable \strictly_nothing;
      @*/
    public static boolean fixedFollow(Program p, boolean[] known, boolean[] fixed) {
        /*@ loop_invariant p.given <= s && s <= p.operations.length;
          @ loop_invariant (\forall int k; p.given <= k && k < s && known[k]; fixed[k]);
          @ loop_invariant (\forall int k; p.given <= k && k < s && fixed[k]; fixed[p.a[k]] && fixed[p.b[k]] && fixed[p.c[k]]);
          @ assignable \strictly_nothing;
          @ decreases p.operations.length - s;
          @*/
        for (int s = p.given; s < p.operations.length; s++) {
            if (known[s] && !fixed[s] || fixed[s] && !(fixed[p.a[s]] && fixed[p.b[s]] && fixed[p.c[s]])) {
                return false;
            }
        }
        return true;
    }

    /** A fixed state slot never changes. */
    /*@ public normal_behavior
      @ requires next != null && classes != null && fixed != null && next.length <= fixed.length;
      @ requires classes.length == fixed.length;
      @ requires \dl_inRange(\dl_indices(next), next.length, fixed.length);
      @ ensures \result ==> \dl_fixedReturn(\dl_indices(next), \dl_indices(classes), \dl_marks(fixed), next.length);
      @ assignable \strictly_nothing;
      @*/
    public static boolean fixedReturn(int[] next, int[] classes, boolean[] fixed) {
        /*@ loop_invariant 0 <= i && i <= next.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i && fixed[k]; classes[next[k]] == classes[k]);
          @ assignable \strictly_nothing;
          @ decreases next.length - i;
          @*/
        for (int i = 0; i < next.length; i++) {
            if (fixed[i] && classes[next[i]] != classes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the marks and the classes follow from slot to slot of one run. */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p) && zero != null && classes != null && known != null;
      @ ensures \result ==> \dl_followsInARun(\dl_codeOf(p), \dl_marks(zero), \dl_indices(classes), \dl_marks(known));
      @ ensures \result ==> zero.length == p.operations.length && classes.length == zero.length && known.length == zero.length;
      @ assignable \strictly_nothing;
      @*/
    public static boolean followsInARun(Program p, boolean[] zero, int[] classes, boolean[] known) {
        return zero.length == p.operations.length && classes.length == p.operations.length && known.length == p.operations.length
                && inOrder(p) && zerosFollow(p, zero, known) && classesFollow(p, zero, classes);
    }

    /** Whether a program and the slots of its next state are a training. */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p) && next != null;
      @ ensures \result ==> \dl_isTraining(p, next);
      @ assignable \strictly_nothing;
      @*/
    public static boolean isTraining(Program p, int[] next) {
        return next.length <= p.given && inOrder(p) && inRange(next, p.operations.length);
    }

    /** Whether a certificate is valid. */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p) && next != null && zero != null && classes != null && known != null && fixed != null;
      @ ensures \result ==> \dl_isTraining(p, next) && \dl_isCertificate(\dl_codeOf(p), \dl_indices(next),
      @     \dl_marks(zero), \dl_indices(classes), \dl_marks(known), \dl_marks(fixed), next.length);
      @ assignable \strictly_nothing;
      @*/
    public static boolean isValid(Program p, int[] next, boolean[] zero, int[] classes, boolean[] known, boolean[] fixed) {
        return fixed.length == p.operations.length && isTraining(p, next) && followsInARun(p, zero, classes, known)
                && zerosReturn(p, next, zero) && classesReturn(p, next, classes)
                && fixedFollow(p, known, fixed) && fixedReturn(next, classes, fixed);
    }
}
