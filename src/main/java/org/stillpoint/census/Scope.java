package org.stillpoint.census;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cases that are counted: networks with ReLU hidden layers and one linear output without a bias, every parameter -1, 0 or 1, each
 * with every choice of inputs from -1, 0 and 1 and of the loss's derivatives by the output, g, from -1 and 1, one a sample. The
 * loss is the mean of g f(x); samples are in order and may be equal.
 *
 * <p>A case has a number: its parameters are the first digits to base 3, layer by layer and unit by unit, incoming weights before
 * the bias; then come the inputs, sample by sample, all digits less 1; last the g, to base 2, the digit 0 for -1.
 *
 * @param widths inputs, hidden units a layer for one or two layers, then 1
 * @param biases whether hidden units have biases, which are trained as the weights are
 */
public record Scope(List<Integer> widths, boolean biases, int samples) {

    private static final int TERNARY = 3;

    /** @throws IllegalArgumentException if the widths or the number of samples are none of these, or there are too many cases */
    public Scope {
        widths = List.copyOf(widths);
        boolean shape = (widths.size() == 3 || widths.size() == 4) && widths.stream().allMatch(width -> width >= 1)
                && widths.get(widths.size() - 1) == 1;
        if (!shape || samples < 1 || samples > 3 || widths.get(0) > 2) {
            throw new IllegalArgumentException(widths + " with " + samples + " samples, expected 1 or 2 inputs, one or "
                    + "two hidden layers, 1 output and 1 to 3 samples");
        }
        if (exponent(widths, biases) + widths.get(0) * samples > 24) {
            throw new IllegalArgumentException(widths + " with " + samples
                    + " samples, expected at most 24 parameters and entries of inputs");
        }
    }

    /** A few words for it, such as {@code 1-2-1, biases, 2 samples}. */
    public String id() {
        return widths.stream().map(String::valueOf).collect(Collectors.joining("-")) + (biases ? ", biases, " : ", no biases, ")
                + samples + (samples == 1 ? " sample" : " samples");
    }

    /** How many cases there are. */
    public long cases() {
        return networks() * dataSets();
    }

    int hiddenLayers() {
        return widths.size() - 2;
    }

    int inputs() {
        return widths.get(0);
    }

    int parameters() {
        return exponent(widths, biases);
    }

    long networks() {
        return power(TERNARY, parameters());
    }

    int dataSets() {
        return (int) (power(TERNARY, inputs() * samples) << samples);
    }

    /** How many different inputs there are. */
    int differentInputs() {
        return (int) power(TERNARY, inputs());
    }

    /** The input with a number, and a 1 for the bias where there are biases. */
    int[] input(int number) {
        int[] digits = digits(number, inputs());
        int[] input = new int[inputs() + (biases ? 1 : 0)];
        System.arraycopy(digits, 0, input, 0, digits.length);
        if (biases) {
            input[inputs()] = 1;
        }
        return input;
    }

    /** The parameters of the network with a number: by layer and unit the incoming weights, then the bias if there is one. */
    int[][][] network(long number) {
        return rows(digits(number, parameters()));
    }

    /** The direction in which one parameter grows. */
    int[][][] direction(int parameter) {
        int[] values = new int[parameters()];
        values[parameter] = 1;
        return rows(values);
    }

    /** Numbers, one a parameter, by layer and unit. */
    int[][][] rows(int[] values) {
        int[][][] rows = new int[widths.size() - 1][][];
        int at = 0;
        for (int l = 0; l < rows.length; l++) {
            int row = row(l, widths, biases);
            rows[l] = new int[widths.get(l + 1)][row];
            for (int[] unit : rows[l]) {
                System.arraycopy(values, at, unit, 0, row);
                at += row;
            }
        }
        return rows;
    }

    private static int[] digits(long number, int count) {
        int[] digits = new int[count];
        long rest = number;
        for (int k = count - 1; k >= 0; k--) {
            digits[k] = (int) (rest % TERNARY) - 1;
            rest /= TERNARY;
        }
        return digits;
    }

    private static int exponent(List<Integer> widths, boolean biases) {
        return IntStream.range(0, widths.size() - 1).map(l -> widths.get(l + 1)
                * row(l, widths, biases)).sum();
    }

    private static int row(int layer, List<Integer> widths, boolean biases) {
        return widths.get(layer) + (biases && layer < widths.size() - 2 ? 1 : 0);
    }

    private static long power(long base, int exponent) {
        long power = 1;
        for (int k = 0; k < exponent; k++) {
            power *= base;
        }
        return power;
    }
}
