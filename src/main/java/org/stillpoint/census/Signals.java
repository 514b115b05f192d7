package org.stillpoint.census;

/**
 * What goes through a network for one input, and the two derivatives of its output.
 *
 * <p>Ints are exact here. With layers of at most w incoming numbers, all of them and all parameters at most 1, a pre-activation
 * of layer l is at most w^l, and so is what backpropagation and a derivative make of them, times 2 a hidden layer: in a scope at
 * most {@code 2^2 w^3}, where w is at most 24.
 */
final class Signals {

    private final int[][][] rows;
    private final int[][] incoming;
    private final int[][] sums;

    private Signals(int[][][] rows, int[][] incoming, int[][] sums) {
        this.rows = rows;
        this.incoming = incoming;
        this.sums = sums;
    }

    /** @param input with a 1 for the bias, if there are biases */
    static Signals of(int[][][] rows, int[] input) {
        int[][] incoming = new int[rows.length][];
        int[][] sums = new int[rows.length][];
        incoming[0] = input;
        for (int l = 0; l < rows.length; l++) {
            sums[l] = new int[rows[l].length];
            for (int u = 0; u < sums[l].length; u++) {
                sums[l][u] = dot(rows[l][u], incoming[l]);
            }
            if (l + 1 < rows.length) {
                incoming[l + 1] = new int[rows[l + 1][0].length];
                for (int k = 0; k < incoming[l + 1].length; k++) {
                    incoming[l + 1][k] = k < sums[l].length ? Math.max(sums[l][k], 0) : 1;
                }
            }
        }
        return new Signals(rows, incoming, sums);
    }

    /** What comes into a layer, and a 1 if it has biases. */
    int[] incoming(int layer) {
        return incoming[layer];
    }

    /** The pre-activation of a unit. */
    int sum(int layer, int unit) {
        return sums[layer][unit];
    }

    /**
     * The derivative of the output from one side, by the chain rule, which one-sided derivatives of ReLU obey: {@code (f(p + t d)
     * - f(p)) / t} for t from above to 0.
     */
    int along(int[][][] direction) {
        int[] moving = new int[0];
        for (int l = 0; l < rows.length; l++) {
            int[] next = new int[rows[l].length];
            for (int u = 0; u < next.length; u++) {
                int change = dot(direction[l][u], incoming[l]);
                for (int k = 0; k < moving.length; k++) {
                    change += rows[l][u][k] * moving[k];
                }
                boolean hidden = l + 1 < rows.length;
                next[u] = hidden && (sums[l][u] < 0 || sums[l][u] == 0 && change < 0) ? 0 : change;
            }
            moving = next;
        }
        return moving[0];
    }

    /**
     * What backpropagation gives for the output, parameter by parameter, times 2 a hidden layer.
     *
     * @param halves twice the derivative that it takes at a kink
     */
    int[] backpropagated(int halves, int parameters) {
        int[] gradient = new int[parameters];
        int[] errors = {1 << rows.length - 1};
        int at = parameters;
        for (int l = rows.length - 1; l >= 0; l--) {
            at -= rows[l].length * rows[l][0].length;
            for (int u = 0; u < rows[l].length; u++) {
                for (int k = 0; k < rows[l][u].length; k++) {
                    gradient[at + u * rows[l][u].length + k] = errors[u] * incoming[l][k];
                }
            }
            errors = l == 0 ? errors : below(l, errors, halves);
        }
        return gradient;
    }

    private int[] below(int layer, int[] errors, int halves) {
        int[] below = new int[rows[layer - 1].length];
        for (int j = 0; j < below.length; j++) {
            int sum = sums[layer - 1][j];
            int slope = sum > 0 ? 2 : sum < 0 ? 0 : halves;
            for (int u = 0; u < errors.length; u++) {
                below[j] += rows[layer][u][j] * errors[u] / 2 * slope;
            }
        }
        return below;
    }

    static int dot(int[] a, int[] b) {
        int dot = 0;
        for (int k = 0; k < a.length; k++) {
            dot += a[k] * b[k];
        }
        return dot;
    }
}
