package org.stillpoint.attack;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.Parameters;

/** Parameters with some of their numbers changed, and what parts of them are. */
final class Parts {

    private Parts() {
    }

    /** What becomes of the weight from unit k to unit j of layer l. */
    @FunctionalInterface
    interface WeightAt {
        BigFraction of(int l, int j, int k, BigFraction weight);
    }

    /** What becomes of the bias of unit j of layer l. */
    @FunctionalInterface
    interface BiasAt {
        BigFraction of(int l, int j, BigFraction bias);
    }

    static Parameters mapped(Parameters p, WeightAt weight, BiasAt bias) {
        return new Parameters(
                IntStream.range(0, p.weights.length).mapToObj(l -> IntStream.range(0, p.weights[l].length)
                        .mapToObj(j -> IntStream.range(0, p.weights[l][j].length)
                                .mapToObj(k -> weight.of(l, j, k, p.weights[l][j][k]))
                                .toArray(BigFraction[]::new)).toArray(BigFraction[][]::new)).toArray(BigFraction[][][]::new),
                IntStream.range(0, p.biases.length).mapToObj(l -> IntStream.range(0, p.biases[l].length)
                        .mapToObj(j -> bias.of(l, j, p.biases[l][j])).toArray(BigFraction[]::new)).toArray(BigFraction[][]::new));
    }

    static Parameters withWeights(Parameters p, WeightAt weight) {
        return mapped(p, weight, (l, j, bias) -> bias);
    }

    static Parameters withBiases(Parameters p, BiasAt bias) {
        return mapped(p, (l, j, k, weight) -> weight, bias);
    }

    /**
     * The parameters in which unit j of a hidden layer is what unit {@code from(j)} was: incoming row, bias and outgoing column.
     */
    static Parameters withUnits(Parameters p, int layer, IntUnaryOperator from) {
        return mapped(p,
                (l, j, k, weight) -> p.weights[l][l == layer ? from.applyAsInt(j) : j][l == layer + 1 ? from.applyAsInt(k) : k],
                (l, j, bias) -> p.biases[l][l == layer ? from.applyAsInt(j) : j]);
    }

    /** The parameters after exchanges of neighbouring units of a layer. */
    static Parameters exchanged(Parameters p, int layer, int[] exchanges) {
        Parameters exchanged = p;
        for (int unit : exchanges) {
            exchanged = withUnits(exchanged, layer, j -> j == unit ? unit + 1 : j == unit + 1 ? unit : j);
        }
        return exchanged;
    }

    static boolean same(Parameters a, Parameters b) {
        return Arrays.deepEquals(a.weights, b.weights) && Arrays.deepEquals(a.biases, b.biases);
    }

    /** Whether they agree in all but the bias of the last layer. */
    static boolean sameBelowOutputBias(Parameters a, Parameters b) {
        int last = a.biases.length - 1;
        return Arrays.deepEquals(a.weights, b.weights)
                && Arrays.deepEquals(Arrays.copyOf(a.biases, last), Arrays.copyOf(b.biases, last));
    }

    static boolean isZeroBelowOutputBias(Parameters p) {
        return sameBelowOutputBias(p, mapped(p, (l, j, k, weight) -> BigFraction.ZERO, (l, j, bias) -> BigFraction.ZERO));
    }

    static boolean isZero(BigFraction... numbers) {
        return Stream.of(numbers).allMatch(number -> number.signum() == 0);
    }

    static BigFraction[] column(BigFraction[][] matrix, int k) {
        return Stream.of(matrix).map(row -> row[k]).toArray(BigFraction[]::new);
    }

    /** The bias of a unit, 0 without one. */
    static BigFraction bias(Parameters p, int l, int j) {
        return p.biases[l].length == 0 ? BigFraction.ZERO : p.biases[l][j];
    }

    /** Whether two units of a hidden layer agree in incoming row, bias and outgoing column. */
    static boolean twins(Parameters p, int layer, int first, int second) {
        return same(p, withUnits(p, layer, j -> j == second ? first : j));
    }
}
