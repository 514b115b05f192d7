package org.stillpoint.engine.enclosure.tube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is compared with is calculated in floating point, to far more digits than are asserted. */
class ExpansionTest {

    private static final int MATRICES = 300;

    @Test
    void aStepMovesNoTwoPointsFurtherApartThanTheNorm() {
        Random random = new Random(1);
        for (int m = 0; m < MATRICES; m++) {
            int size = 1 + random.nextInt(6);
            long[] matrix = matrix(random, size, 1 + random.nextInt(3));
            double norm = (double) new Expansion(size).norm(matrix) / Intervals.ONE;
            double least = largestStretch(matrix, size, random);

            assertThat(norm).isGreaterThanOrEqualTo(least * (1 - 1e-9));
            assertThat(norm).isLessThanOrEqualTo(1 + Math.max(0, least - 1) * 1.15 + 1e-6);
        }
    }

    @Test
    void aMatrixThatPullsTogetherInEveryDirectionExpandsByNextToNothing() {
        long half = Intervals.ONE / 2;

        assertThat(new Expansion(2).norm(new long[] {half, half / 4, 0, half})).isLessThan(Intervals.ONE + (Intervals.ONE >> 22));
    }

    @Test
    void aDirectionThatIsPushedApartExpandsByAsMuch() {
        long pushed = -Intervals.ONE / 8;
        long norm = new Expansion(2).norm(new long[] {Intervals.ONE / 2, 0, 0, pushed});

        assertThat(norm).isBetween(Intervals.ONE - pushed, Intervals.ONE - pushed * 8 / 7);
    }

    @Test
    void aStepThatOvershootsExpandsByAsMuch() {
        long norm = new Expansion(1).norm(new long[] {3 * Intervals.ONE});

        assertThat(norm).isBetween(2 * Intervals.ONE, 17 * Intervals.ONE / 8);
    }

    @Test
    void aLargeNormBeforeDoesNotMakeASmallOneLarger() {
        Expansion expansion = new Expansion(2);
        long pushed = -Intervals.ONE / 100;
        long[] small = {Intervals.ONE / 2, 0, 0, pushed};
        expansion.norm(new long[] {5 * Intervals.ONE, 0, 0, -3 * Intervals.ONE});

        assertThat(expansion.norm(small)).isBetween(Intervals.ONE - pushed, Intervals.ONE - pushed * 9 / 8);
        assertThat(expansion.norm(new long[] {Intervals.ONE, 0, 0, 2 * Intervals.ONE}))
                .isLessThan(Intervals.ONE + (Intervals.ONE >> 20));
    }

    @Test
    void theNormOfTheRadiiIsThatOfTheLargestSumOfARow() {
        assertThat(new Expansion(2).radius(new long[] {3, 4, 0, 5})).isEqualTo(9);
    }

    private static long[] matrix(Random random, int size, int scale) {
        long[] matrix = new long[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                matrix[i * size + j] = (long) ((random.nextDouble() * 2 - 1) * scale * Intervals.ONE / size);
            }
        }
        return matrix;
    }

    /** {@code |(I - A) x| / |x|} for the largest of its directions, by many multiplications. */
    private static double largestStretch(long[] matrix, int size, Random random) {
        double[] x = random.doubles(size, -1, 1).toArray();
        double stretch = 0;
        for (int times = 0; times < 2000; times++) {
            double[] y = new double[size];
            double length = 0;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    double entry = (double) matrix[Math.min(i, j) * size + Math.max(i, j)] / Intervals.ONE;
                    y[i] += ((i == j ? 1 : 0) - entry) * x[j];
                }
                length += y[i] * y[i];
            }
            stretch = Math.sqrt(length);
            for (int i = 0; i < size; i++) {
                x[i] = stretch == 0 ? 0 : y[i] / stretch;
            }
        }
        return stretch;
    }
}
