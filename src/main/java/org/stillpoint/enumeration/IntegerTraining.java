package org.stillpoint.enumeration;

import java.util.Arrays;

/**
 * As {@link GuardedTraining} in int arithmetic, for problems that divide by nothing, and on many networks at once: an array holds
 * one parameter of all of them, and no loop over networks branches, so that the compiler can work on several in one instruction.
 * With integers y f &lt; 1 is the same as y f &lt;= 0, so the two losses are one.
 */
final class IntegerTraining {

    /** Networks trained at once. */
    static final int BLOCK = 256;

    private final Scaled problem;
    private final int units;
    private final int row;
    private final boolean bias;
    private final int bits;
    private final int[][] state;
    private final int[][] z;
    private final int[] f = new int[BLOCK];
    private final int[] back = new int[BLOCK];
    private final int[] magnitudes = new int[BLOCK];

    IntegerTraining(Problem problem) {
        this.problem = new Scaled(problem);
        units = problem.units();
        row = problem.parametersOfAUnit();
        bias = problem.bias();
        bits = this.problem.bits(Integer.SIZE);
        state = new int[problem.parameters()][BLOCK];
        z = new int[units][BLOCK];
    }

    /** Whether the problem is of this kind at all. */
    boolean applies() {
        return problem.integral() && bits >= 1;
    }

    /** The places of parameter k, one a network; set before training and read after it. */
    int[] parameter(int k) {
        return state[k];
    }

    /** Whether all numbers of a network stayed within the bound; if not, it is spoiled. */
    boolean stayedInBound(int network) {
        return magnitudes[network] >> bits == 0;
    }

    /** Takes some steps with all networks of the block. */
    void train(int steps) {
        Arrays.fill(magnitudes, 0);
        watch();
        for (int step = 0; step < steps; step++) {
            int i = step % problem.y.length;
            forward(problem.x[i]);
            activity((int) problem.y[i]);
            for (int j = 0; j < units; j++) {
                update(j, problem.x[i]);
            }
            if (bias) {
                addScaled(state[state.length - 1], 1, f);
            }
            watch();
        }
    }

    private void forward(long[] x) {
        Arrays.fill(f, 0);
        if (bias) {
            addScaled(f, 1, state[state.length - 1]);
        }
        for (int j = 0; j < units; j++) {
            Arrays.fill(z[j], 0);
            for (int k = 0; k < x.length; k++) {
                addScaled(z[j], (int) x[k], state[j * row + k]);
            }
            addActivation(f, state[j * row + row - 1], z[j]);
        }
    }

    private static void addActivation(int[] sum, int[] v, int[] z) {
        for (int s = 0; s < BLOCK; s++) {
            sum[s] += v[s] * (z[s] & ~(z[s] >> 31));
        }
    }

    /** Turns f into p y where y f &lt;= 0, and into 0 elsewhere. */
    private void activity(int y) {
        int[] output = f;
        int step = (int) problem.p * y;
        for (int s = 0; s < BLOCK; s++) {
            output[s] = y * output[s] - 1 >> 31 & step;
        }
    }

    private void update(int j, long[] x) {
        int[] v = state[j * row + row - 1];
        backward(back, f, v, z[j], (int) problem.kn);
        addActivation(v, f, z[j]);
        for (int k = 0; k < x.length; k++) {
            addScaled(state[j * row + k], (int) x[k], back);
        }
    }

    /** The gradient by the pre-activation: g v where it is positive, kappa g v where it is zero, and 0 where it is negative. */
    private static void backward(int[] result, int[] g, int[] v, int[] z, int kappa) {
        for (int s = 0; s < BLOCK; s++) {
            result[s] = g[s] * v[s] * ((-z[s] >>> 31) + kappa * (1 + ((z[s] | -z[s]) >> 31)));
        }
    }

    private static void addScaled(int[] sum, int factor, int[] terms) {
        if (factor != 0) {
            for (int s = 0; s < BLOCK; s++) {
                sum[s] += factor * terms[s];
            }
        }
    }

    private void watch() {
        for (int[] parameter : state) {
            widen(magnitudes, parameter);
        }
    }

    private static void widen(int[] all, int[] values) {
        for (int s = 0; s < BLOCK; s++) {
            all[s] |= values[s] ^ values[s] >> 31;
        }
    }
}
