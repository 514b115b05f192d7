package org.stillpoint.contract;

import static org.stillpoint.contract.Views.biasesOf;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.len;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.velocityOfBiases;
import static org.stillpoint.contract.Views.velocityOfWeights;
import static org.stillpoint.contract.Views.weightsOf;

/** Which shapes agree, and what is a network, batches, a state to train from. */
public final class Shapes {

    private Shapes() {
    }

    /** Says nothing, at any layer. */
    public static boolean unfoldLayer(int layer) {
        return true;
    }

    /** Says nothing, at any layer. */
    public static boolean unfoldDelta(int layer) {
        return true;
    }

    public static boolean biasFits(Vec b, int units) {
        return len(b) == 0 || len(b) == units;
    }

    public static boolean hasColumns(Mat m, int columns) {
        return forAll(rows(m), i -> len(row(m, i)) == columns);
    }

    public static boolean sameShape(Mat m, Mat n) {
        return rows(m) == rows(n) && forAll(rows(m), i -> len(row(m, i)) == len(row(n, i)));
    }

    public static boolean sameStackShape(Stack s, Stack t) {
        return depth(s) == depth(t) && forAll(depth(s), l -> sameShape(layer(s, l), layer(t, l)));
    }

    public static boolean rowsFit(Mat m, Stack w) {
        return rows(m) == depth(w) && forAll(rows(m), l -> len(row(m, l)) == rows(layer(w, l)));
    }

    /** The number of inputs that is taken for that of a first layer without units, which may have any. */
    public static int anyInputs() {
        return 2;
    }

    public static int inputs(Stack w) {
        return rows(layer(w, 0)) == 0 ? anyInputs() : len(row(layer(w, 0), 0));
    }

    /** How many numbers enter a layer; before the first one as many as enter the network. */
    public static int width(Stack w, int l) {
        return l <= 0 ? inputs(w) : rows(layer(w, l - 1));
    }

    public static boolean network(Stack w, Mat b) {
        return depth(w) >= 1 && rows(b) == depth(w) && forAll(depth(w), l ->
                hasColumns(layer(w, l), width(w, l)) && biasFits(row(b, l), rows(layer(w, l))));
    }

    public static boolean isLayer(int l, Object z, Object sigma) {
        return 0 <= l && l <= Memory.length(z) && l <= Memory.length(sigma);
    }

    public static boolean batches(Stack x, Stack y, int inputs) {
        return depth(x) == depth(y) && forAll(depth(x), t ->
                hasColumns(layer(x, t), inputs) && rows(layer(x, t)) >= 1 && rows(layer(x, t)) == rows(layer(y, t)));
    }

    public static boolean velocityFits(TrainingState t) {
        return sameStackShape(velocityOfWeights(t), weightsOf(t)) && sameShape(velocityOfBiases(t), biasesOf(t));
    }

    public static boolean trainable(TrainingState t) {
        return network(weightsOf(t), biasesOf(t)) && velocityFits(t);
    }

    /** One input and one number for each output. */
    public static boolean sampleFits(Stack w, Vec x, Vec g) {
        return len(x) == inputs(w) && len(g) == rows(layer(w, depth(w) - 1));
    }

    public static boolean sameStateShape(TrainingState t, TrainingState u) {
        return sameStackShape(weightsOf(t), weightsOf(u)) && sameShape(biasesOf(t), biasesOf(u))
                && sameStackShape(velocityOfWeights(t), velocityOfWeights(u))
                && sameShape(velocityOfBiases(t), velocityOfBiases(u));
    }

    public static boolean hiddenUnit(Stack w, int l, int j) {
        return 0 <= l && l < depth(w) - 1 && 0 <= j && j < rows(layer(w, l));
    }

    public static boolean neighbours(Mat m, int i) {
        return 0 <= i && i + 1 < rows(m);
    }

    public static boolean oneOutput(Stack w) {
        return depth(w) >= 1 && rows(layer(w, depth(w) - 1)) == 1;
    }

    public static boolean noBias(Mat b, int l) {
        return len(row(b, l)) == 0;
    }

    public static boolean noBiases(Mat b) {
        return forAll(rows(b), l -> noBias(b, l));
    }
}
