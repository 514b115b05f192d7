package org.stillpoint.census;

/**
 * One-sided derivatives of the loss from its values, by no rule for derivatives. Parameters p move to {@code p + d k / N} for k
 * up to 3. For N this large no pre-activation changes its sign in between, so that the loss is a polynomial of degree 3 at most
 * in k / N, and three differences give its first coefficient. All is scaled by powers of N, so that it stays integer.
 */
final class DifferenceQuotients {

    private static final long N = 1 << 12;

    private final Scope scope;
    private final int[][][] network;
    private final Samples samples;

    DifferenceQuotients(Scope scope, int[][][] network, Samples samples) {
        this.scope = scope;
        this.network = network;
        this.samples = samples;
    }

    /** The derivative of the sum of g f(x) over the samples. */
    long along(int[][][] direction) {
        long start = loss(direction, 0);
        long six = 18 * (loss(direction, 1) - start) - 9 * (loss(direction, 2) - start) + 2 * (loss(direction, 3) - start);
        long scale = 6;
        for (int l = 0; l < scope.hiddenLayers(); l++) {
            scale *= N;
        }
        if (six % scale != 0) {
            throw new AssertionError("a derivative of integers that is none: " + six + " / " + scale);
        }
        return six / scale;
    }

    private long loss(int[][][] direction, int k) {
        long loss = 0;
        for (int i = 0; i < samples.size(); i++) {
            loss += samples.errors()[i] * output(direction, k, scope.input(samples.inputs()[i]));
        }
        return loss;
    }

    private long output(int[][][] direction, int k, int[] input) {
        long[] below = new long[scope.inputs()];
        for (int entry = 0; entry < below.length; entry++) {
            below[entry] = input[entry];
        }
        long one = 1;
        for (int l = 0; l < network.length; l++) {
            long[] sums = new long[network[l].length];
            for (int u = 0; u < sums.length; u++) {
                for (int entry = 0; entry < network[l][u].length; entry++) {
                    long parameter = N * network[l][u][entry] + (long) k * direction[l][u][entry];
                    sums[u] += parameter * (entry < below.length ? below[entry] : one);
                }
                sums[u] = l + 1 < network.length ? Math.max(0, sums[u]) : sums[u];
            }
            below = sums;
            one *= N;
        }
        return below[0];
    }
}
