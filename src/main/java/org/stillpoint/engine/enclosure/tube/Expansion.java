package org.stillpoint.engine.enclosure.tube;

import java.math.BigInteger;

/**
 * Bounds of the eigenvalues of symmetric matrices, one after another, and so of how much one step of gradient descent can move
 * two points apart: the norm of {@code I - A} is {@code max(1 - least, greatest - 1)} for the least and the greatest eigenvalue
 * of A.
 */
final class Expansion {

    /** The least shift that is tried, {@code 2^-24}. */
    private static final long FINEST = Intervals.ONE >> 24;
    private static final int FINE = 16;

    private final int size;
    private final Cholesky cholesky;
    private final long[] negated;
    private long below = FINEST;
    private long above = FINEST;

    Expansion(int size) {
        this.size = size;
        this.cholesky = new Cholesky(size);
        this.negated = new long[size * size];
    }

    /** At least the norm, with {@link Intervals#BITS} bits behind the point; the upper half of the matrix, row by row. */
    long norm(long[] middles) {
        long norm = Intervals.ONE + belowZero(middles);
        return frobenius(middles).compareTo(BigInteger.valueOf(2 * Intervals.ONE)) > 0
                ? Math.max(norm, Intervals.ONE + above(middles, 2 * Intervals.ONE)) : norm;
    }

    /** How far the least eigenvalue is below 0 at most. */
    long belowZero(long[] middles) {
        below = shift(middles, 0, below);
        return below;
    }

    /** How far the greatest eigenvalue is above a number from 0 at most. */
    long above(long[] middles, long number) {
        for (int i = 0; i < negated.length; i++) {
            negated[i] = -middles[i];
        }
        above = shift(negated, number, above);
        return above;
    }

    /**
     * A shift from 0 with which a matrix, shifted once already, has no negative eigenvalue: not much larger than one that is not
     * found to be enough. The search goes up or down from the last one, as matrices change little from box to box, though not
     * always.
     */
    private long shift(long[] matrix, long already, long last) {
        long step = last / FINE + 1;
        long enough = last;
        long missing = cholesky.missing(matrix, Intervals.checked(already + enough));
        long fails = missing < 0 ? enough : FINEST - 1;
        while (missing < 0) {
            fails = enough;
            enough = Intervals.checked(enough + step);
            step *= 2;
            missing = cholesky.missing(matrix, Intervals.checked(already + enough));
        }
        while (enough - fails > enough / FINE + 1) {
            long shift = Math.max(fails + (enough - fails) / 2, enough - step);
            long smaller = cholesky.missing(matrix, already + shift);
            if (smaller >= 0) {
                enough = shift;
                missing = smaller;
                step = Math.min(enough, 2 * step);
            } else {
                fails = shift;
            }
        }
        return enough + missing;
    }

    private BigInteger frobenius(long[] matrix) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                BigInteger entry = BigInteger.valueOf(matrix[i * size + j]);
                sum = sum.add(entry.multiply(entry).shiftLeft(i == j ? 0 : 1));
            }
        }
        return sum.sqrt().add(BigInteger.ONE);
    }

    /** At least the norm of every symmetric matrix within the radii: the largest sum of a row. */
    long radius(long[] radii) {
        long[] sums = new long[size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                sums[i] = Intervals.checked(sums[i] + radii[i * size + j]);
                if (i != j) {
                    sums[j] = Intervals.checked(sums[j] + radii[i * size + j]);
                }
            }
        }
        long largest = 0;
        for (long sum : sums) {
            largest = Math.max(largest, sum);
        }
        return Math.min(largest, Intervals.fitting(frobenius(radii)));
    }
}
