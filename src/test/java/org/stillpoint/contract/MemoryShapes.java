package org.stillpoint.contract;

import static org.stillpoint.contract.Memory.activationsOf;
import static org.stillpoint.contract.Memory.biases;
import static org.stillpoint.contract.Memory.decayOf;
import static org.stillpoint.contract.Memory.fullActivations;
import static org.stillpoint.contract.Memory.fullMat;
import static org.stillpoint.contract.Memory.fullParameters;
import static org.stillpoint.contract.Memory.fullSchedule;
import static org.stillpoint.contract.Memory.fullState;
import static org.stillpoint.contract.Memory.fullVec;
import static org.stillpoint.contract.Memory.isLearningRule;
import static org.stillpoint.contract.Memory.length;
import static org.stillpoint.contract.Memory.mat;
import static org.stillpoint.contract.Memory.momentumOf;
import static org.stillpoint.contract.Memory.ratesOf;
import static org.stillpoint.contract.Memory.samplesOf;
import static org.stillpoint.contract.Memory.state;
import static org.stillpoint.contract.Memory.targetsOf;
import static org.stillpoint.contract.Memory.weights;
import static org.stillpoint.contract.Shapes.batches;
import static org.stillpoint.contract.Shapes.hasColumns;
import static org.stillpoint.contract.Shapes.hiddenUnit;
import static org.stillpoint.contract.Shapes.inputs;
import static org.stillpoint.contract.Shapes.neighbours;
import static org.stillpoint.contract.Shapes.network;
import static org.stillpoint.contract.Shapes.rowsFit;
import static org.stillpoint.contract.Shapes.sameStateShape;
import static org.stillpoint.contract.Shapes.trainable;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Views.count;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.len;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.weightsOf;

/** What is a network, an input, a batch, a schedule, a state to train from: of the objects and arrays that a heap holds. */
public final class MemoryShapes {

    private MemoryShapes() {
    }

    static Stack weightsAt(Heap h, Object s) {
        return weightsOf(state(h, s));
    }

    public static boolean isNetwork(Heap h, Object p, Object sigma) {
        return fullParameters(h, p) && network(weights(h, p), biases(h, p)) && fullActivations(h, sigma)
                && length(sigma) == depth(weights(h, p)) - 1;
    }

    private static boolean fits(Heap h, Object rule, Stack w) {
        return isLearningRule(h, rule) && count(activationsOf(h, rule)) == depth(w) - 1;
    }

    public static boolean isNetworkFor(Heap h, Object p, Object rule) {
        return fullParameters(h, p) && network(weights(h, p), biases(h, p)) && fits(h, rule, weights(h, p));
    }

    public static boolean isTrainable(Heap h, Object s, Object rule) {
        return fullState(h, s) && trainable(state(h, s)) && fits(h, rule, weightsAt(h, s));
    }

    private static boolean isInputOf(Heap h, Object x, Stack w) {
        return fullVec(h, x) && length(x) == inputs(w);
    }

    public static boolean isInput(Heap h, Object x, Object p) {
        return isInputOf(h, x, weights(h, p));
    }

    public static boolean isInputAt(Heap h, Object x, Object s) {
        return isInputOf(h, x, weightsAt(h, s));
    }

    private static boolean isOutputOf(Heap h, Object g, Stack w) {
        return fullVec(h, g) && length(g) == rows(layer(w, depth(w) - 1));
    }

    public static boolean isOutput(Heap h, Object g, Object p) {
        return isOutputOf(h, g, weights(h, p));
    }

    public static boolean isOutputAt(Heap h, Object g, Object s) {
        return isOutputOf(h, g, weightsAt(h, s));
    }

    private static boolean isTestSetOf(Heap h, Object x, Object y, Stack w) {
        return fullMat(h, x) && fullMat(h, y) && length(x) == length(y) && hasColumns(mat(h, x), inputs(w));
    }

    public static boolean isTestSet(Heap h, Object x, Object y, Object p) {
        return isTestSetOf(h, x, y, weights(h, p));
    }

    public static boolean isTestSetAt(Heap h, Object x, Object y, Object s) {
        return isTestSetOf(h, x, y, weightsAt(h, s));
    }

    public static boolean isBatch(Heap h, Object x, Object y, Object p) {
        return isTestSet(h, x, y, p) && length(x) >= 1;
    }

    public static boolean isBatchAt(Heap h, Object x, Object y, Object s) {
        return isTestSetAt(h, x, y, s) && length(x) >= 1;
    }

    private static boolean isScheduleOf(Heap h, Object schedule, Stack w) {
        Stack samples = samplesOf(h, schedule);
        return fullSchedule(h, schedule) && len(ratesOf(h, schedule)) == depth(samples)
                && batches(samples, targetsOf(h, schedule), inputs(w));
    }

    public static boolean isScheduleFor(Heap h, Object schedule, Object p) {
        return isScheduleOf(h, schedule, weights(h, p));
    }

    public static boolean isSchedule(Heap h, Object schedule, Object s) {
        return isScheduleOf(h, schedule, weightsAt(h, s));
    }

    public static boolean hasOneColumn(Heap h, Object y) {
        return hasColumns(mat(h, y), 1);
    }

    public static boolean isPreactivations(Heap h, Object z, Object p) {
        return fullMat(h, z) && rowsFit(mat(h, z), weights(h, p));
    }

    public static boolean hasHiddenLayer(Heap h, Object s) {
        return depth(weightsAt(h, s)) > 1;
    }

    public static boolean hasTheShapesOf(Heap h, Object s, Object other) {
        return sameStateShape(state(h, s), state(h, other));
    }

    public static boolean hasNoMomentum(Heap h, Object rule) {
        return momentumOf(h, rule) == qZero();
    }

    public static boolean hasNoDecay(Heap h, Object rule) {
        return decayOf(h, rule) == qZero();
    }

    public static boolean isHiddenUnit(Heap h, int l, int j, Object p) {
        return hiddenUnit(weights(h, p), l, j);
    }

    public static boolean isHiddenUnitAt(Heap h, int l, int j, Object s) {
        return hiddenUnit(weightsAt(h, s), l, j);
    }

    private static boolean isFirstLayerUnitOf(int j, Stack w) {
        return 0 <= j && j < rows(layer(w, 0));
    }

    /** The number of inputs, which is not negative, is said for the prover. */
    public static boolean isFirstLayerUnit(Heap h, int j, Object p) {
        return isFirstLayerUnitOf(j, weights(h, p));
    }

    public static boolean isFirstLayerUnitAt(Heap h, int j, Object s) {
        return isFirstLayerUnitOf(j, weightsAt(h, s));
    }

    public static boolean areRatesOfLayers(Heap h, Object rates, Object p) {
        return fullVec(h, rates) && length(rates) == depth(weights(h, p));
    }

    public static boolean areRatesOfSteps(Heap h, Object rates, Object schedule, Object p) {
        return fullMat(h, rates) && length(rates) == depth(samplesOf(h, schedule))
                && hasColumns(mat(h, rates), depth(weights(h, p)));
    }

    public static boolean areNeighbours(Heap h, Object x, Object y, int i) {
        return neighbours(mat(h, x), i) && neighbours(mat(h, y), i);
    }
}
