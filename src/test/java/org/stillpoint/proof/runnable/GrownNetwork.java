package org.stillpoint.proof.runnable;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.State;

/**
 * Networks and data of any size, for calls of theorems. The numbers are small integers, other ones at each place; the second
 * layer has no bias.
 *
 * @param widths the number of inputs, of the units of each hidden layer, and of outputs
 */
record GrownNetwork(int steps, int samples, int... widths) {

    GrownNetwork {
        widths = widths.clone();
    }

    int inputs() {
        return widths[0];
    }

    int outputs() {
        return widths[widths.length - 1];
    }

    int depth() {
        return widths.length - 1;
    }

    /** The last hidden layer. */
    int hidden() {
        return depth() - 2;
    }

    int unitsOfHidden() {
        return widths[depth() - 1];
    }

    GrownNetwork withOutputs(int outputs) {
        int[] changed = widths.clone();
        changed[depth()] = outputs;
        return new GrownNetwork(steps, samples, changed);
    }

    GrownNetwork withSamples(int number) {
        return new GrownNetwork(steps, number, widths);
    }

    ActivationFunction[] relu() {
        return IntStream.range(1, depth()).mapToObj(l -> new Relu()).toArray(ActivationFunction[]::new);
    }

    private static BigFraction number(int place, int salt) {
        return new BigFraction(Math.floorMod(7 * place + 3 * salt + place * salt, 5) - 2);
    }

    static BigFraction[] row(int length, int salt) {
        return IntStream.range(0, length).mapToObj(i -> number(i, salt)).toArray(BigFraction[]::new);
    }

    static BigFraction[][] rows(int number, int length, int salt) {
        return IntStream.range(0, number).mapToObj(i -> row(length, salt + 2 * i + 1)).toArray(BigFraction[][]::new);
    }

    BigFraction[][][] batches(int length, int salt) {
        return IntStream.range(0, steps).mapToObj(t -> rows(samples, length, salt + 3 * t)).toArray(BigFraction[][][]::new);
    }

    BigFraction[] rates() {
        return IntStream.range(0, steps).mapToObj(t -> new BigFraction(1, 2 + t % 3)).toArray(BigFraction[]::new);
    }

    Parameters parameters(int salt) {
        return new Parameters(
                IntStream.range(0, depth()).mapToObj(l -> rows(widths[l + 1], widths[l], salt + 4 * l))
                .toArray(BigFraction[][][]::new),
                IntStream.range(0, depth()).mapToObj(l -> row(l == 1 && depth() > 2 ? 0 : widths[l + 1], salt + l))
                .toArray(BigFraction[][]::new));
    }

    Parameters withoutBiases(int salt) {
        return new Parameters(parameters(salt).weights, IntStream.range(0, depth()).mapToObj(l -> new BigFraction[0])
                .toArray(BigFraction[][]::new));
    }

    State moving() {
        return new State(parameters(1), parameters(2));
    }

    static State atRest(Parameters p) {
        return new State(p, zeros(p));
    }

    static Parameters zeros(Parameters p) {
        return new Parameters(Stacks.zeros(p.weights), Matrices.zeros(p.biases));
    }

    /** With another row of weights and another bias, if it has one, at one unit. */
    static Parameters withUnit(Parameters p, int l, int j, BigFraction[] row, BigFraction bias) {
        BigFraction[][][] weights = copy(p.weights);
        BigFraction[][] biases = Arrays.stream(p.biases).map(BigFraction[]::clone).toArray(BigFraction[][]::new);
        weights[l][j] = row.clone();
        if (biases[l].length > 0) {
            biases[l][j] = bias;
        }
        return new Parameters(weights, biases);
    }

    static Parameters withLayer(Parameters p, int l, BigFraction[][] layer) {
        BigFraction[][][] weights = copy(p.weights);
        weights[l] = layer;
        return new Parameters(weights, p.biases);
    }

    static Parameters withBias(Parameters p, int l, BigFraction[] bias) {
        BigFraction[][] biases = p.biases.clone();
        biases[l] = bias;
        return new Parameters(p.weights, biases);
    }

    static BigFraction[][][] copy(BigFraction[][][] weights) {
        return Arrays.stream(weights).map(layer -> Arrays.stream(layer).map(BigFraction[]::clone).toArray(BigFraction[][]::new))
                .toArray(BigFraction[][][]::new);
    }

    /** All units of the last hidden layer made equal to the first, coming in and going out. */
    Parameters equalUnits(int salt) {
        Parameters p = parameters(salt);
        Parameters equal = p;
        for (int j = 1; j < unitsOfHidden(); j++) {
            equal = withUnit(equal, hidden(), j, p.weights[hidden()][0], p.biases[hidden()].length > 0 ? p.biases[hidden()][0]
                    : null);
        }
        return withLayer(equal, hidden() + 1, Arrays.stream(p.weights[hidden() + 1])
                .map(row -> IntStream.range(0, row.length).mapToObj(i -> row[0]).toArray(BigFraction[]::new))
                .toArray(BigFraction[][]::new));
    }

    /** One unit in place of those of {@link #equalUnits}, with all their outgoing weights. */
    Parameters oneUnit(int salt) {
        Parameters p = parameters(salt);
        Parameters one = withLayer(withLayer(p, hidden(), new BigFraction[][] {p.weights[hidden()][0]}), hidden() + 1,
                Arrays.stream(p.weights[hidden() + 1]).map(row -> new BigFraction[] {row[0].multiply(unitsOfHidden())})
                .toArray(BigFraction[][]::new));
        BigFraction[] bias = p.biases[hidden()];
        return withBias(one, hidden(), bias.length > 0 ? new BigFraction[] {bias[0]} : bias);
    }

    /** The units 1, 2, ..., 0 of the last hidden layer in place of 0, 1, ... */
    Parameters renumbered(Parameters p) {
        BigFraction[] bias = p.biases[hidden()];
        Parameters turned = withLayer(withLayer(p, hidden(), turned(p.weights[hidden()])), hidden() + 1,
                Arrays.stream(p.weights[hidden() + 1]).map(GrownNetwork::turned).toArray(BigFraction[][]::new));
        return withBias(turned, hidden(), bias.length > 0 ? turned(bias) : bias);
    }

    int[] swaps() {
        return IntStream.range(0, unitsOfHidden() - 1).toArray();
    }

    private static <T> T[] turned(T[] entries) {
        T[] turned = entries.clone();
        System.arraycopy(entries, 1, turned, 0, entries.length - 1);
        turned[entries.length - 1] = entries[0];
        return turned;
    }

    /** With the same number in two places of each row. */
    static BigFraction[][] withEqualColumns(BigFraction[][] rows, int i, int j) {
        return Arrays.stream(rows).map(row -> {
            BigFraction[] changed = row.clone();
            changed[j] = row[i];
            return changed;
        }).toArray(BigFraction[][]::new);
    }

    static BigFraction[][] withZeroColumn(BigFraction[][] rows, int k) {
        return Arrays.stream(rows).map(row -> {
            BigFraction[] changed = row.clone();
            changed[k] = BigFraction.ZERO;
            return changed;
        }).toArray(BigFraction[][]::new);
    }
}
