package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/**
 * Matrices of exact fractions, one row a unit: units out x units in. Arguments are never modified, results are new arrays; no row
 * or entry may be null. Rows may be shared with an argument, as no method writes into one.
 */
public final /*@ nullable_by_default @*/ class Matrices {

    private Matrices() {
    }

    /** The matrix without rows. */
    /*@ public normal_behavior
      @ ensures \fresh(\result) && \dl_fullMat(\result) && \result.length == 0;
      @ assignable \nothing;
      @*/
    public static BigFraction[][] empty() {
        return new BigFraction[0][];
    }

    /** The rows, with one more behind them. */
    /*@ public normal_behavior
      @ requires \dl_fullMat(rows) && \dl_fullVec(row) && rows.length < Integer.MAX_VALUE;
      @ ensures \fresh(\result) && \dl_isMat(\result, \old(\dl_appendRow(\dl_mat(rows), \dl_vals(row))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] append(BigFraction[][] rows, BigFraction[] row) {
        BigFraction[][] result = new BigFraction[rows.length + 1][];
        /*@ loop_invariant 0 <= i && i <= rows.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i; result[k] == rows[k]);
          @ assignable result[*];
          @ decreases rows.length - i;
          @*/
        for (int i = 0; i < rows.length; i++) {
            result[i] = rows[i];
        }
        result[rows.length] = row;
        return result;
    }

    /** The same rows, with row j replaced. */
    /*@ public normal_behavior
      @ requires \dl_fullMat(rows) && \dl_fullVec(row) && 0 <= j && j < rows.length;
      @ ensures \fresh(\result) && \dl_isMat(\result, \old(\dl_withRow(\dl_mat(rows), j, \dl_vals(row))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] withRow(BigFraction[][] rows, int j, BigFraction[] row) {
        BigFraction[][] result = new BigFraction[rows.length][];
        /*@ loop_invariant 0 <= i && i <= rows.length;
          @ loop_invariant (\forall int k; 0 <= k && k < i; result[k] == rows[k]);
          @ assignable result[*];
          @ decreases rows.length - i;
          @*/
        for (int i = 0; i < rows.length; i++) {
            result[i] = rows[i];
        }
        result[j] = row;
        return result;
    }

    /** W x + b; an empty b counts as zero. */
    /*@ public normal_behavior
      @ requires \dl_fullMat(w) && \dl_fullVec(b) && \dl_fullVec(x);
      @ requires \dl_hasColumns(\dl_mat(w), x.length) && \dl_biasFits(\dl_vals(b), w.length);
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_affine(\dl_mat(w), \dl_vals(b), \dl_vals(x))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] affine(BigFraction[][] w, BigFraction[] b, BigFraction[] x) {
        BigFraction[] z = new BigFraction[w.length];
        /*@ loop_invariant 0 <= j && j <= w.length;
          @ loop_invariant (\forall int k; 0 <= k && k < j;
          @     z[k] != null && \dl_val(z[k]) == \dl_at(\old(\dl_affine(\dl_mat(w), \dl_vals(b), \dl_vals(x))), k));
          @ assignable z[*];
          @ decreases w.length - j;
          @*/
        for (int j = 0; j < w.length; j++) {
            BigFraction sum = Vectors.dot(w[j], x);
            if (b.length > 0) {
                sum = sum.add(b[j]);
            }
            z[j] = sum;
        }
        return z;
    }

    /** Column k of a matrix with the given number of columns. */
    /*@ public normal_behavior
      @ requires \dl_fullMat(w) && 0 <= k && k < columns && \dl_hasColumns(\dl_mat(w), columns);
      @ ensures \fresh(\result) && \dl_isVec(\result, \old(\dl_column(\dl_mat(w), k)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] column(BigFraction[][] w, int k, int columns) {
        BigFraction[] column = new BigFraction[w.length];
        /*@ loop_invariant 0 <= j && j <= w.length;
          @ loop_invariant (\forall int i; 0 <= i && i < j;
          @     column[i] != null && \dl_val(column[i]) == \dl_at(\old(\dl_column(\dl_mat(w), k)), i));
          @ assignable column[*];
          @ decreases w.length - j;
          @*/
        for (int j = 0; j < w.length; j++) {
            column[j] = w[j][k];
        }
        return column;
    }

    /** The transpose of a matrix with the given number of columns. */
    /*@ public normal_behavior
      @ requires \dl_fullMat(w) && 0 <= columns && \dl_hasColumns(\dl_mat(w), columns);
      @ ensures \fresh(\result) && \dl_isMat(\result, \old(\dl_transpose(\dl_mat(w), columns)));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] transpose(BigFraction[][] w, int columns) {
        BigFraction[][] transpose = empty();
        /*@ loop_invariant 0 <= k && k <= columns && \fresh(transpose) && \dl_fullMat(transpose) && transpose.length == k;
          @ loop_invariant (\forall int i; 0 <= i && i < k;
          @     \dl_row(\dl_mat(transpose), i) == \dl_row(\old(\dl_transpose(\dl_mat(w), columns)), i));
          @ assignable \nothing;
          @ decreases columns - k;
          @*/
        for (int k = 0; k < columns; k++) {
            transpose = append(transpose, column(w, k, columns));
        }
        return transpose;
    }

    /** W^T d, for W with the given number of columns. */
    /*@ public normal_behavior
      @ requires \dl_fullMat(w) && \dl_fullVec(d) && d.length == w.length;
      @ requires 0 <= columns && \dl_hasColumns(\dl_mat(w), columns);
      @ ensures \fresh(\result)
      @      && \dl_isVec(\result, \old(\dl_affine(\dl_transpose(\dl_mat(w), columns), \dl_zeroVec(0), \dl_vals(d))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] transposeTimes(BigFraction[][] w, BigFraction[] d, int columns) {
        return affine(transpose(w, columns), Vectors.zeros(0), d);
    }

    /** d a^T. */
    /*@ public normal_behavior
      @ requires \dl_fullVec(d) && \dl_fullVec(a);
      @ ensures \fresh(\result) && \dl_isMat(\result, \old(\dl_outer(\dl_vals(d), \dl_vals(a))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] outer(BigFraction[] d, BigFraction[] a) {
        BigFraction[][] product = empty();
        /*@ loop_invariant 0 <= j && j <= d.length && \fresh(product) && \dl_fullMat(product) && product.length == j;
          @ loop_invariant (\forall int k; 0 <= k && k < j;
          @     \dl_row(\dl_mat(product), k) == \dl_row(\old(\dl_outer(\dl_vals(d), \dl_vals(a))), k));
          @ assignable \nothing;
          @ decreases d.length - j;
          @*/
        for (int j = 0; j < d.length; j++) {
            product = append(product, Vectors.scale(d[j], a));
        }
        return product;
    }

    /** u + c v, for u and v of the same shape. */
    /*@ public normal_behavior
      @ requires \dl_fullMat(u) && \dl_fullMat(v) && c != null && \dl_sameShape(\dl_mat(u), \dl_mat(v));
      @ ensures \fresh(\result) && \dl_isMat(\result, \old(\dl_matPlusScaled(\dl_mat(u), \dl_val(c), \dl_mat(v))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] addScaled(BigFraction[][] u, BigFraction c, BigFraction[][] v) {
        BigFraction[][] sum = empty();
        /*@ loop_invariant 0 <= j && j <= u.length && \fresh(sum) && \dl_fullMat(sum) && sum.length == j;
          @ loop_invariant (\forall int k; 0 <= k && k < j;
          @     \dl_row(\dl_mat(sum), k) == \dl_row(\old(\dl_matPlusScaled(\dl_mat(u), \dl_val(c), \dl_mat(v))), k));
          @ assignable \nothing;
          @ decreases u.length - j;
          @*/
        for (int j = 0; j < u.length; j++) {
            sum = append(sum, Vectors.addScaled(u[j], c, v[j]));
        }
        return sum;
    }

    /** Zeros in the shape given. */
    /*@ public normal_behavior
      @ requires \dl_fullMat(shape);
      @ ensures \fresh(\result) && \dl_isMat(\result, \old(\dl_zerosLikeMat(\dl_mat(shape))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] zeros(BigFraction[][] shape) {
        BigFraction[][] zeros = empty();
        /*@ loop_invariant 0 <= j && j <= shape.length && \fresh(zeros) && \dl_fullMat(zeros) && zeros.length == j;
          @ loop_invariant (\forall int k; 0 <= k && k < j;
          @     \dl_row(\dl_mat(zeros), k) == \dl_row(\old(\dl_zerosLikeMat(\dl_mat(shape))), k));
          @ assignable \nothing;
          @ decreases shape.length - j;
          @*/
        for (int j = 0; j < shape.length; j++) {
            zeros = append(zeros, Vectors.zeros(shape[j].length));
        }
        return zeros;
    }
}
