package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;

/**
 * Vectors of exact fractions. Arguments are never modified, results are new arrays; no entry may be null. Two vectors that are
 * combined have the same length.
 */
public final /*@ nullable_by_default @*/ class Vectors {

    private Vectors() {
    }

    /** The dot product, the sum of a[i] b[i]. */
    /*@ public normal_behavior
      @ requires \dl_fullVec(a) && \dl_fullVec(b) && a.length == b.length;
      @ ensures \result != null && \dl_val(\result) == \dl_dot(\dl_vals(a), \dl_vals(b), a.length);
      @ assignable \strictly_nothing;
      @*/
    public static BigFraction dot(BigFraction[] a, BigFraction[] b) {
        BigFraction sum = BigFractionField.getInstance().getZero();
        /*@ loop_invariant 0 <= i && i <= a.length && sum != null;
          @ loop_invariant \dl_val(sum) == \dl_dot(\dl_vals(a), \dl_vals(b), i);
          @ assignable \strictly_nothing;
          @ decreases a.length - i;
          @*/
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    /** u + c v. */
    /*@ public normal_behavior
      @ requires \dl_fullVec(u) && \dl_fullVec(v) && c != null && u.length == v.length;
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_plusScaled(\dl_vals(u), \dl_val(c), \dl_vals(v))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] addScaled(BigFraction[] u, BigFraction c, BigFraction[] v) {
        BigFraction[] sum = new BigFraction[u.length];
        /*@ loop_invariant 0 <= i && i <= u.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i;
          @     sum[k] != null && \dl_val(sum[k]) == \dl_at(\old(\dl_plusScaled(\dl_vals(u), \dl_val(c), \dl_vals(v))), k));
          @ assignable sum[*];
          @ decreases u.length - i;
          @*/
        for (int i = 0; i < u.length; i++) {
            sum[i] = u[i].add(c.multiply(v[i]));
        }
        return sum;
    }

    /** The vector c v. */
    /*@ public normal_behavior
      @ requires c != null && \dl_fullVec(v);
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_scaled(\dl_val(c), \dl_vals(v))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] scale(BigFraction c, BigFraction[] v) {
        BigFraction[] product = new BigFraction[v.length];
        /*@ loop_invariant 0 <= i && i <= v.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i;
          @     product[k] != null && \dl_val(product[k]) == \dl_at(\old(\dl_scaled(\dl_val(c), \dl_vals(v))), k));
          @ assignable product[*];
          @ decreases v.length - i;
          @*/
        for (int i = 0; i < v.length; i++) {
            product[i] = c.multiply(v[i]);
        }
        return product;
    }

    /** Entrywise (Hadamard) product. */
    /*@ public normal_behavior
      @ requires \dl_fullVec(u) && \dl_fullVec(v) && u.length == v.length;
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_hadamard(\dl_vals(u), \dl_vals(v))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] times(BigFraction[] u, BigFraction[] v) {
        BigFraction[] product = new BigFraction[u.length];
        /*@ loop_invariant 0 <= i && i <= u.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i;
          @     product[k] != null && \dl_val(product[k]) == \dl_at(\old(\dl_hadamard(\dl_vals(u), \dl_vals(v))), k));
          @ assignable product[*];
          @ decreases u.length - i;
          @*/
        for (int i = 0; i < u.length; i++) {
            product[i] = u[i].multiply(v[i]);
        }
        return product;
    }

    /** A new array with the same entries. */
    /*@ public normal_behavior
      @ requires \dl_fullVec(v);
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_vals(v)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] copy(BigFraction[] v) {
        BigFraction[] copy = new BigFraction[v.length];
        /*@ loop_invariant 0 <= i && i <= v.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i; copy[k] == v[k]);
          @ assignable copy[*];
          @ decreases v.length - i;
          @*/
        for (int i = 0; i < v.length; i++) {
            copy[i] = v[i];
        }
        return copy;
    }

    /** The zero vector of the length given, which is not negative. */
    /*@ public normal_behavior
      @ requires 0 <= length;
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_zeroVec(length)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] zeros(int length) {
        BigFraction[] zeros = new BigFraction[length];
        /*@ loop_invariant 0 <= i && i <= length;
          @ loop_invariant (\forall int k; 0 <= k && k < i;
          @     zeros[k] != null && \dl_val(zeros[k]) == \dl_at(\old(\dl_zeroVec(length)), k));
          @ assignable zeros[*];
          @ decreases length - i;
          @*/
        for (int i = 0; i < length; i++) {
            zeros[i] = BigFractionField.getInstance().getZero();
        }
        return zeros;
    }

    /** sigma of each entry. */
    /*@ public normal_behavior
      @ requires sigma != null && \dl_fullVec(z);
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_activated(sigma, \dl_vals(z))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] activate(ActivationFunction sigma, BigFraction[] z) {
        BigFraction[] a = new BigFraction[z.length];
        /*@ loop_invariant 0 <= i && i <= z.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i;
          @     a[k] != null && \dl_val(a[k]) == \dl_at(\old(\dl_activated(sigma, \dl_vals(z))), k));
          @ assignable a[*];
          @ decreases z.length - i;
          @*/
        for (int i = 0; i < z.length; i++) {
            a[i] = sigma.value(z[i]);
        }
        return a;
    }

    /** The derivative of sigma at each entry, kappa being its value at a kink. */
    /*@ public normal_behavior
      @ requires sigma != null && kappa != null && \dl_fullVec(z);
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_slopes(sigma, \dl_val(kappa), \dl_vals(z))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] slopes(ActivationFunction sigma, BigFraction kappa, BigFraction[] z) {
        BigFraction[] slopes = new BigFraction[z.length];
        /*@ loop_invariant 0 <= i && i <= z.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i;
          @     slopes[k] != null && \dl_val(slopes[k]) == \dl_at(\old(\dl_slopes(sigma, \dl_val(kappa), \dl_vals(z))), k));
          @ assignable slopes[*];
          @ decreases z.length - i;
          @*/
        for (int i = 0; i < z.length; i++) {
            slopes[i] = sigma.derivative(z[i], kappa);
        }
        return slopes;
    }
}
