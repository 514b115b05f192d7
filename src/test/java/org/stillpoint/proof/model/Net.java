package org.stillpoint.proof.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Activations;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Stack;
import org.stillpoint.contract.TrainingState;
import org.stillpoint.contract.Values;
import org.stillpoint.contract.Vec;
import org.stillpoint.contract.Views;

/** A small network with a velocity while it is being made: numbers in arrays, so that parts of it can be made equal or zero. */
final class Net {

    final BigFraction[][][] w;
    final BigFraction[][] b;
    final BigFraction[][][] vw;
    final BigFraction[][] vb;
    final List<Object> functions = new ArrayList<>();

    /** @param widths the number of inputs, then that of the units of each layer */
    Net(Draw draw, int... widths) {
        int depth = widths.length - 1;
        w = new BigFraction[depth][][];
        vw = new BigFraction[depth][][];
        b = new BigFraction[depth][];
        vb = new BigFraction[depth][];
        for (int l = 0; l < depth; l++) {
            w[l] = matrix(draw, widths[l + 1], widths[l]);
            vw[l] = matrix(draw, widths[l + 1], widths[l]);
            int biases = draw.oneIn(3) ? 0 : widths[l + 1];
            b[l] = row(draw, biases);
            vb[l] = row(draw, biases);
            if (l > 0) {
                functions.add(draw.activation());
            }
        }
    }

    private Net(BigFraction[][][] w, BigFraction[][] b, BigFraction[][][] vw, BigFraction[][] vb, List<Object> functions) {
        this.w = w;
        this.b = b;
        this.vw = vw;
        this.vb = vb;
        this.functions.addAll(functions);
    }

    Net copy() {
        return new Net(copy(w), copy(b), copy(vw), copy(vb), functions);
    }

    private static BigFraction[][][] copy(BigFraction[][][] a) {
        return Arrays.stream(a).map(Net::copy).toArray(BigFraction[][][]::new);
    }

    private static BigFraction[][] copy(BigFraction[][] a) {
        return Arrays.stream(a).map(BigFraction[]::clone).toArray(BigFraction[][]::new);
    }

    private static BigFraction[][] matrix(Draw draw, int rows, int columns) {
        BigFraction[][] matrix = new BigFraction[rows][];
        Arrays.setAll(matrix, i -> row(draw, columns));
        return matrix;
    }

    private static BigFraction[] row(Draw draw, int length) {
        BigFraction[] row = new BigFraction[length];
        Arrays.setAll(row, i -> draw.number());
        return row;
    }

    int depth() {
        return w.length;
    }

    int width(int l) {
        return w[l].length;
    }

    Stack weights() {
        return stack(w);
    }

    Mat biases() {
        return mat(b);
    }

    Stack velocity() {
        return stack(vw);
    }

    Mat biasVelocity() {
        return mat(vb);
    }

    TrainingState state() {
        return Views.trainingState(weights(), biases(), velocity(), biasVelocity());
    }

    Activations funs() {
        Map<Integer, Object> held = new HashMap<>();
        for (int i = 0; i < functions.size(); i++) {
            held.put(i, functions.get(i));
        }
        return new Activations(functions.size(), held);
    }

    static Stack stack(BigFraction[][][] a) {
        return Stack.of(a.length, i -> mat(a[i]));
    }

    static Mat mat(BigFraction[][] a) {
        return Mat.of(a.length, i -> vec(a[i]));
    }

    static Vec vec(BigFraction[] a) {
        return Vec.of(a.length, i -> a[i]);
    }

    static void zero(BigFraction[][][] a) {
        Arrays.stream(a).forEach(Net::zero);
    }

    static void zero(BigFraction[][] a) {
        Arrays.stream(a).forEach(Net::zero);
    }

    static void zero(BigFraction[] a) {
        Arrays.fill(a, Values.qZero());
    }

    void noVelocity() {
        zero(vw);
        zero(vb);
    }

    /** Zero biases of all layers but the last. */
    static void zeroHidden(BigFraction[][] biases) {
        Arrays.stream(biases).limit(biases.length - 1).forEach(Net::zero);
    }

    /** Gives unit j of a hidden layer what unit i has. */
    void makeTwins(int l, int i, int j) {
        twins(w, b, l, i, j);
        twins(vw, vb, l, i, j);
    }

    private static void twins(BigFraction[][][] weights, BigFraction[][] biases, int l, int i, int j) {
        weights[l][j] = weights[l][i].clone();
        Arrays.stream(weights[l + 1]).forEach(row -> row[j] = row[i]);
        if (biases[l].length > 0) {
            biases[l][j] = biases[l][i];
        }
    }

    /** With the units of a hidden layer taken as the numbers say. */
    Net renumbered(int l, int[] units) {
        Net other = copy();
        for (int k = 0; k < units.length; k++) {
            other.take(l, k, this, units[k]);
        }
        return other;
    }

    private void take(int l, int k, Net from, int unit) {
        w[l][k] = from.w[l][unit];
        vw[l][k] = from.vw[l][unit];
        for (int i = 0; i < w[l + 1].length; i++) {
            w[l + 1][i][k] = from.w[l + 1][i][unit];
            vw[l + 1][i][k] = from.vw[l + 1][i][unit];
        }
        if (b[l].length > 0) {
            b[l][k] = from.b[l][unit];
            vb[l][k] = from.vb[l][unit];
        }
    }

    /** Without the last unit of a hidden layer. */
    Net withoutLastUnit(int l) {
        Net other = copy();
        int last = width(l) - 1;
        cut(other.w, other.b, l, last);
        cut(other.vw, other.vb, l, last);
        return other;
    }

    private static void cut(BigFraction[][][] weights, BigFraction[][] biases, int l, int units) {
        weights[l] = Arrays.copyOf(weights[l], units);
        weights[l + 1] = Arrays.stream(weights[l + 1]).map(row -> Arrays.copyOf(row, units)).toArray(BigFraction[][]::new);
        biases[l] = Arrays.copyOf(biases[l], Math.min(units, biases[l].length));
    }

    /** The last two units of a hidden layer become halves of the last but one. */
    void splitLastUnit(int l, BigFraction alpha, BigFraction beta) {
        int last = width(l) - 1;
        w[l][last] = w[l][last - 1].clone();
        if (b[l].length > 0) {
            b[l][last] = b[l][last - 1];
        }
        Arrays.stream(w[l + 1]).forEach(row -> {
            row[last] = Values.qMul(beta, row[last - 1]);
            row[last - 1] = Values.qMul(alpha, row[last - 1]);
        });
    }

    /** One unit in the place of the equal ones of a hidden layer, with the outgoing weights of all together. */
    Net collapsed(int l) {
        Net other = copy();
        int units = width(l);
        collapse(other.w, other.b, l, units);
        collapse(other.vw, other.vb, l, units);
        return other;
    }

    private static void collapse(BigFraction[][][] weights, BigFraction[][] biases, int l, int units) {
        weights[l] = new BigFraction[][] {weights[l][0]};
        for (int i = 0; i < weights[l + 1].length; i++) {
            weights[l + 1][i] = new BigFraction[] {weights[l + 1][i][0].multiply(units)};
        }
        if (biases[l].length > 0) {
            biases[l] = new BigFraction[] {biases[l][0]};
        }
    }
}
