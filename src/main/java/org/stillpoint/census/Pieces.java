package org.stillpoint.census;

import java.util.Arrays;

/** The linear pieces of the one-sided derivative of the loss of one case with two hidden layers: {@link TwoHiddenLayers}. */
final class Pieces {

    private static final int SECOND = 1;
    private static final int OUTPUT = 2;

    private final Point point;
    private final Samples samples;
    private final int units;
    private final int inputs;
    private final int incoming;
    private final int length;
    private final int[][] lines;
    private final int[] totals;
    private int lineCount;
    private int[] common;

    Pieces(Scope scope, Point point, Samples samples) {
        this.point = point;
        this.samples = samples;
        units = point.rows()[0].length;
        inputs = point.rows()[0][0].length;
        incoming = point.rows()[SECOND][0].length;
        int above = point.rows()[SECOND].length;
        length = units * inputs + above * incoming;
        lines = new int[samples.size() * above][];
        totals = new int[lines.length];
    }

    /** Whether the derivative is linear in every cell, with the same coefficients; units before this one have their cells. */
    boolean agree(int[][] cells, int[] cell, int unit) {
        if (unit == cell.length) {
            return agrees(cell);
        }
        for (int choice : cells[unit]) {
            cell[unit] = choice;
            if (!agree(cells, cell, unit + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean agrees(int[] cell) {
        int[] piece = new int[length];
        lineCount = 0;
        for (int i = 0; i < samples.size(); i++) {
            for (int k = 0; k < point.rows()[SECOND].length; k++) {
                int weight = samples.errors()[i] * point.rows()[OUTPUT][0][k];
                if (weight != 0 && signals(i).sum(SECOND, k) >= 0) {
                    add(piece, i, k, weight, cell);
                }
            }
        }
        for (int line = 0; line < lineCount; line++) {
            if (totals[line] != 0) {
                return false;
            }
        }
        common = common == null ? piece : common;
        return Arrays.equals(common, piece);
    }

    /** Adds twice what a unit of the second layer adds to the derivative. */
    private void add(int[] piece, int i, int k, int weight, int[] cell) {
        int[] change = change(i, k, cell);
        int twice = 2;
        if (signals(i).sum(SECOND, k) == 0) {
            int[] outcome = point.rows()[SECOND][k];
            boolean free = !isZero(signals(i).incoming(SECOND));
            boolean up = free;
            boolean down = free;
            for (int j = 0; j < units; j++) {
                boolean rises = !free && isPositive(i, j, cell);
                up |= rises && outcome[j] > 0;
                down |= rises && outcome[j] < 0;
            }
            twice = up ? down ? 1 : 2 : 0;
            if (up && down) {
                count(change, weight);
            }
        }
        for (int p = 0; p < length; p++) {
            piece[p] += weight * twice * change[p];
        }
    }

    /** How the pre-activation moves, as a linear function of the direction in the cell. */
    private int[] change(int i, int k, int[] cell) {
        int[] change = new int[length];
        int[] input = signals(i).incoming(0);
        for (int j = 0; j < units; j++) {
            if (isPositive(i, j, cell)) {
                for (int p = 0; p < inputs; p++) {
                    change[j * inputs + p] = point.rows()[SECOND][k][j] * input[p];
                }
            }
        }
        System.arraycopy(signals(i).incoming(SECOND), 0, change, units * inputs + k * incoming, incoming);
        return change;
    }

    private boolean isPositive(int i, int j, int[] cell) {
        int sum = signals(i).sum(0, j);
        return sum > 0 || sum == 0 && (cell[j] >> i & 1) == 1;
    }

    private Signals signals(int i) {
        return point.at(samples.inputs()[i]);
    }

    /** Adds to the total of the line. */
    private void count(int[] change, int weight) {
        int multiple = 0;
        for (int entry : change) {
            multiple = gcd(multiple, Math.abs(entry));
        }
        int first = 0;
        while (change[first] == 0) {
            first++;
        }
        int[] line = new int[length];
        for (int p = 0; p < length; p++) {
            line[p] = change[p] / multiple * Integer.signum(change[first]);
        }
        int at = 0;
        while (at < lineCount && !Arrays.equals(lines[at], line)) {
            at++;
        }
        if (at == lineCount) {
            lines[at] = line;
            totals[at] = 0;
            lineCount++;
        }
        totals[at] += weight * multiple;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static boolean isZero(int[] vector) {
        return Signals.dot(vector, vector) == 0;
    }
}
