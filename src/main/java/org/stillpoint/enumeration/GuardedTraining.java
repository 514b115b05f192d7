package org.stillpoint.enumeration;

import java.math.BigInteger;
import java.util.Arrays;
import org.stillpoint.domain.Loss;

/**
 * Gradient descent on one network in long arithmetic. A state is the numerators of the parameters, in the order of the digits of
 * a {@link Problem}, and behind them the denominator D that they share.
 *
 * <p>With the numbers of {@link Scaled}, units U (bias included) and V, output bias C, and a batch of n samples, a step divides
 * by nothing:
 * <pre>
 *   Z_j = U_j x                                  z_j = Z_j / (D dx)
 *   F   = sum over Z_j &gt; 0 of V_j Z_j + dx D C    f   = F / (D D dx)
 *   D'  = m D,  m = q dx kd n                    parameter' = (m parameter + p sum of G over the active samples) / D'
 *   G   : y V_j s x,  y kd Z_j,  y kd dx D       with s = kd, kn, 0 for Z_j &gt;, =, &lt; 0
 * </pre>
 * A step that leaves a number above 2^b, b from {@link Scaled#bits}, is the last one that is taken here.
 */
final class GuardedTraining {

    /** So that a state fits into ints. */
    private static final int MOST_BITS = 30;

    private final Scaled problem;
    private final int units;
    private final int row;
    private final boolean bias;
    private final boolean hinge;
    private final int bits;
    private final long[] z;
    private final long[] sums;

    GuardedTraining(Problem problem) {
        this.problem = new Scaled(problem);
        units = problem.units();
        row = problem.parametersOfAUnit();
        bias = problem.bias();
        hinge = problem.settings().loss() == Loss.HINGE;
        bits = Math.min(MOST_BITS, this.problem.bits(Long.SIZE));
        z = new long[units];
        sums = new long[problem.parameters()];
    }

    /** Whether numbers of this size can be worked with. */
    boolean fits(BigInteger number) {
        return bits >= 0 && number.abs().compareTo(BigInteger.ONE.shiftLeft(bits)) <= 0;
    }

    /**
     * Takes some steps, from the first batch on, and answers whether all numbers stayed within the bound; if not, the state is
     * spoiled.
     */
    boolean train(long[] state, int steps) {
        boolean inBound = true;
        int first = 0;
        for (int step = 0; step < steps && inBound; step++) {
            int end = Math.min(first + problem.batchSize, problem.y.length);
            inBound = step(state, first, end);
            first = end == problem.y.length ? 0 : end;
        }
        return inBound;
    }

    private boolean step(long[] state, int first, int end) {
        boolean active = false;
        for (int i = first; i < end; i++) {
            long f = output(state, problem.x[i]);
            long d = state[sums.length];
            if (hinge ? problem.y[i] * f < d * d * problem.dx : problem.y[i] * f <= 0) {
                if (!active) {
                    Arrays.fill(sums, 0);
                    active = true;
                }
                addGradient(state, problem.x[i], problem.y[i]);
            }
        }
        return !active || update(state, problem.q * problem.dx * problem.kd * (end - first));
    }

    private long output(long[] state, long[] input) {
        long f = bias ? state[sums.length - 1] * state[sums.length] * problem.dx : 0;
        for (int j = 0, at = 0; j < units; j++, at += row) {
            long sum = 0;
            for (int k = 0; k < input.length; k++) {
                sum += state[at + k] * input[k];
            }
            z[j] = sum;
            if (sum > 0) {
                f += state[at + row - 1] * sum;
            }
        }
        return f;
    }

    private void addGradient(long[] state, long[] input, long label) {
        for (int j = 0, at = 0; j < units; j++, at += row) {
            if (z[j] >= 0) {
                long back = label * state[at + row - 1] * (z[j] > 0 ? problem.kd : problem.kn);
                for (int k = 0; k < input.length; k++) {
                    sums[at + k] += back * input[k];
                }
                sums[at + row - 1] += label * problem.kd * z[j];
            }
        }
        if (bias) {
            sums[sums.length - 1] += label * problem.kd * problem.dx * state[sums.length];
        }
    }

    private boolean update(long[] state, long scale) {
        long all = 0;
        for (int k = 0; k < sums.length; k++) {
            long value = state[k] * scale + problem.p * sums[k];
            state[k] = value;
            all |= value ^ value >> Long.SIZE - 1;
        }
        state[sums.length] *= scale;
        return (all | state[sums.length] - 1) >> bits == 0;
    }

    /** The samples that a network in this state classifies correctly. */
    int correct(long[] state) {
        int correct = 0;
        for (int i = 0; i < problem.y.length; i++) {
            correct += Long.signum(output(state, problem.x[i])) == problem.y[i] ? 1 : 0;
        }
        return correct;
    }
}
