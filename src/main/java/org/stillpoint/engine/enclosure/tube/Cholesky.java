package org.stillpoint.engine.enclosure.tube;

import java.math.BigInteger;

/**
 * Bounds of the smallest eigenvalue of a symmetric matrix. A triangle R of numbers, found anyhow, proves that A is at least
 * {@code R' R - |A - R' R|}, so at least minus the norm of what is left, which is calculated with all its rounding.
 */
final class Cholesky {

    /**
     * Entries of R below it, at most 512 of them a column, make sums of products that fit into a long: below 2^(2 44 - 36 + 9).
     */
    private static final long LIMIT = 1L << 44;
    private static final int HALF = Intervals.BITS / 2;

    private final int size;
    private final long[][] columns;

    Cholesky(int size) {
        this.size = size;
        this.columns = new long[size][size];
    }

    /**
     * A bound s from 0 such that {@code A + shift + s} has no negative eigenvalue, or -1 if none is found.
     *
     * @param matrix the upper half of A, row by row
     */
    long missing(long[] matrix, long shift) {
        return decompose(matrix, shift) ? residual(matrix, shift) : -1;
    }

    /** Column j of R from those before it. */
    private boolean decompose(long[] matrix, long shift) {
        for (int j = 0; j < size; j++) {
            long[] column = columns[j];
            for (int i = 0; i < j; i++) {
                long rest = matrix[i * size + j] - product(columns[i], column, i);
                column[i] = quotient(rest, columns[i][i]);
                if (column[i] >= LIMIT || column[i] <= -LIMIT) {
                    return false;
                }
            }
            long rest = matrix[j * size + j] + shift - product(column, column, j);
            if (rest <= 0) {
                return false;
            }
            column[j] = root(rest);
        }
        return true;
    }

    /** Of the first entries, each product rounded down. */
    private static long product(long[] a, long[] b, int count) {
        long sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Intervals.times(a[k], b[k]);
        }
        return sum;
    }

    /** About {@code a / b}, for b above 0, in two halves of the bits behind the point, so that nothing overflows for small a. */
    private static long quotient(long a, long b) {
        long high = a << HALF;
        return high >> HALF == a ? (high / b << HALF) + (high % b << HALF) / b : Long.MAX_VALUE;
    }

    private static long root(long a) {
        return BigInteger.valueOf(a).shiftLeft(Intervals.BITS).sqrt().longValue();
    }

    /** The Frobenius norm of {@code A + shift - R' R}, in which each entry is off by less than one unit a product. */
    private long residual(long[] matrix, long shift) {
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j < size; j++) {
            for (int i = 0; i <= j; i++) {
                long entry = matrix[i * size + j] + (i == j ? shift : 0) - product(columns[i], columns[j], i + 1);
                BigInteger reach = BigInteger.valueOf(Math.abs(entry) + i + 1);
                sum = sum.add(reach.multiply(reach).shiftLeft(i == j ? 0 : 1));
            }
        }
        return Intervals.fitting(sum.sqrt().add(BigInteger.ONE));
    }
}
