package org.stillpoint.census;

import java.util.stream.IntStream;

/** A network with all that the cases with it share: what goes through it for each input, and how far backpropagation is off. */
final class Point {

    /** Twice each kappa of the census: 0, 1/2, 1. */
    private static final int[] HALVES = {0, 1, 2};

    private final int[][][] rows;
    private final Signals[] signals;
    private final int[][][] excess;

    Point(Scope scope, int[][][][] directions, long network) {
        rows = scope.network(network);
        signals = IntStream.range(0, scope.differentInputs()).mapToObj(x -> Signals.of(rows, scope.input(x)))
                .toArray(Signals[]::new);
        excess = new int[signals.length][HALVES.length][];
        for (int x = 0; x < signals.length; x++) {
            int[] derivative = new int[directions.length];
            for (int p = 0; p < derivative.length; p++) {
                derivative[p] = signals[x].along(directions[p]) << scope.hiddenLayers();
            }
            for (int kappa = 0; kappa < HALVES.length; kappa++) {
                excess[x][kappa] = signals[x].backpropagated(HALVES[kappa], derivative.length);
                for (int p = 0; p < derivative.length; p++) {
                    excess[x][kappa][p] -= derivative[p];
                }
            }
        }
    }

    int[][][] rows() {
        return rows;
    }

    Signals at(int input) {
        return signals[input];
    }

    /** Where the loss is differentiable: the kappas with which backpropagation does not give its derivative, one bit each. */
    int wrong(Samples samples) {
        int wrong = 0;
        for (int kappa = 0; kappa < HALVES.length; kappa++) {
            wrong |= isOff(samples, kappa) ? 1 << kappa : 0;
        }
        return wrong;
    }

    private boolean isOff(Samples samples, int kappa) {
        for (int p = 0; p < excess[0][kappa].length; p++) {
            int off = 0;
            for (int i = 0; i < samples.size(); i++) {
                off += samples.errors()[i] * excess[samples.inputs()[i]][kappa][p];
            }
            if (off != 0) {
                return true;
            }
        }
        return false;
    }
}
