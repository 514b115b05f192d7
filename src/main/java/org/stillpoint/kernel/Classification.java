package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/**
 * Labels. The label of an output f is its sign; that of f = 0 is {@code labelOfZero}: 1, -1, or 0 for no label. A sample is right
 * if every output has a label, and it is the sign of the target.
 */
public final /*@ nullable_by_default @*/ class Classification {

    private Classification() {
    }

    /** The label of one output. */
    /*@ public normal_behavior
      @ requires f != null;
      @ ensures \result == \dl_label(\dl_val(f), labelOfZero);
      @ assignable \strictly_nothing;
      @*/
    public static int label(BigFraction f, int labelOfZero) {
        int sign = f.signum();
        return sign == 0 ? labelOfZero : sign;
    }

    /** Whether the outputs f of one sample are right for its targets y, as many as f. */
    /*@ public normal_behavior
      @ requires \dl_fullVec(f) && \dl_fullVec(y) && f.length == y.length && \dl_unfoldLayer(0);
      @ ensures \result <==> \dl_rightLabels(\dl_vals(f), \dl_vals(y), labelOfZero);
      @ assignable \strictly_nothing;
      @*/
    public static boolean isRight(BigFraction[] f, BigFraction[] y, int labelOfZero) {
        /*@ loop_invariant 0 <= i && i <= f.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i;
          @     \dl_rightLabel(\dl_at(\dl_vals(f), k), \dl_at(\dl_vals(y), k), labelOfZero));
          @ assignable \strictly_nothing;
          @ decreases f.length - i;
          @*/
        for (int i = 0; i < f.length; i++) {
            int label = label(f[i], labelOfZero);
            if (label == 0 || label != y[i].signum()) {
                return false;
            }
        }
        return true;
    }

    /** How many samples the network gets right, of inputs x and targets y. */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isTestSet(x, y, p);
      @ requires \dl_hasColumns(\dl_mat(y), \dl_rows(\dl_layer(\dl_weights(p), \dl_depth(\dl_weights(p)) - 1)));
      @ ensures \result == \old(\dl_rightOfFirst(p, sigma, x, y, labelOfZero, x.length));
      @ assignable \nothing;
      @*/
    public static int countRight(Parameters p, ActivationFunction[] sigma,
                                 BigFraction[][] x, BigFraction[][] y, int labelOfZero) {
        int right = 0;
        /*@ loop_invariant 0 <= i && i <= x.length && 0 <= right && right <= i;
          @ loop_invariant right == \old(\dl_rightOfFirst(p, sigma, x, y, labelOfZero, i));
          @ assignable \nothing;
          @ decreases x.length - i;
          @*/
        for (int i = 0; i < x.length; i++) {
            if (isRight(Backpropagation.output(Backpropagation.preactivations(p, sigma, x[i])), y[i], labelOfZero)) {
                right++;
            }
        }
        return right;
    }
}
