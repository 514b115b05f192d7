package org.stillpoint.engine.fast;

import org.stillpoint.engine.fast.fraction.ShortFractions;

/**
 * The inputs of all samples as integers that fit in an int, over one denominator; behind each input stands the denominator, for
 * the bias.
 */
final class SmallInputs {

    private final int denominator;
    private final int[][] inputs;
    private long largestNorm;

    /**
     * @param biased whether the first layer has a bias
     * @throws ArithmeticException if an integer is too long
     */
    SmallInputs(Samples samples, boolean biased) {
        ShortFractions all = samples.shorts().orElseThrow(() -> new ArithmeticException("a long denominator"));
        this.denominator = all.denominator();
        this.inputs = new int[samples.count()][];
        int size = samples.input(0).size();
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new int[size + (biased ? 1 : 0)];
            long norm = biased ? denominator : 0;
            for (int k = 0; k < size; k++) {
                inputs[i][k] = Math.toIntExact(all.numerator(i * size + k));
                norm += Math.abs((long) inputs[i][k]);
            }
            if (biased) {
                inputs[i][size] = denominator;
            }
            largestNorm = Math.max(largestNorm, norm);
        }
    }

    int denominator() {
        return denominator;
    }

    int[] input(int i) {
        return inputs[i];
    }

    /** The largest sum of the absolute values of an input. */
    long largestNorm() {
        return largestNorm;
    }

    /** The sign of a pre-activation in the first layer, which has numerators for small steps. */
    int side(Row row, int i) {
        return ((SmallNumerators) row.numerators()).preactivationSign(inputs[i]);
    }
}
