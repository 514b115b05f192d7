package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

public final class Matrices {

    private Matrices() {
    }

    public static BigFraction[][] append(BigFraction[][] rows, BigFraction[] row) {
        BigFraction[][] result = new BigFraction[rows.length + 1][];
        for (int i = 0; i < rows.length; i++) {
            result[i] = rows[i];
        }
        result[rows.length] = row;
        return result;
    }

    public static BigFraction[][] prepend(BigFraction[] row, BigFraction[][] rows) {
        BigFraction[][] result = new BigFraction[rows.length + 1][];
        result[0] = row;
        for (int i = 0; i < rows.length; i++) {
            result[i + 1] = rows[i];
        }
        return result;
    }

    /** W x + b; an empty b counts as zero. */
    public static BigFraction[] affine(BigFraction[][] w, BigFraction[] b, BigFraction[] x) {
        BigFraction[] z = new BigFraction[w.length];
        for (int j = 0; j < w.length; j++) {
            BigFraction sum = Vectors.dot(w[j], x);
            if (b.length > 0) {
                sum = sum.add(b[j]);
            }
            z[j] = sum;
        }
        return z;
    }

    public static BigFraction[] column(BigFraction[][] w, int k) {
        BigFraction[] column = new BigFraction[w.length];
        for (int j = 0; j < w.length; j++) {
            column[j] = w[j][k];
        }
        return column;
    }

    /** W^T d, for W with the given number of columns. */
    public static BigFraction[] transposeTimes(BigFraction[][] w, BigFraction[] d, int columns) {
        BigFraction[] product = new BigFraction[columns];
        for (int k = 0; k < columns; k++) {
            product[k] = Vectors.dot(column(w, k), d);
        }
        return product;
    }

    /** d a^T. */
    public static BigFraction[][] outer(BigFraction[] d, BigFraction[] a) {
        BigFraction[][] product = new BigFraction[0][];
        for (int j = 0; j < d.length; j++) {
            product = append(product, Vectors.scale(d[j], a));
        }
        return product;
    }

    public static BigFraction[][] addScaled(BigFraction[][] u, BigFraction c, BigFraction[][] v) {
        BigFraction[][] sum = new BigFraction[0][];
        for (int j = 0; j < u.length; j++) {
            sum = append(sum, Vectors.addScaled(u[j], c, v[j]));
        }
        return sum;
    }

    public static BigFraction[][] zeros(BigFraction[][] shape) {
        BigFraction[][] zeros = new BigFraction[0][];
        for (int j = 0; j < shape.length; j++) {
            zeros = append(zeros, Vectors.zeros(shape[j].length));
        }
        return zeros;
    }
}
