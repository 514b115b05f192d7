package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.stillpoint.engine.fast.fraction.Integers;

/** The inputs of all samples as integers that fit in an int, over one denominator; behind them stands a 1 for the bias. */
final class SmallInputs {

    private final BigInteger denominator;
    private final int[][] inputs;
    private long largestNorm;

    /**
     * @param withOne whether the first layer has a bias
     * @throws ArithmeticException if an integer is too long
     */
    SmallInputs(Samples samples, boolean withOne) {
        this.denominator = samples.commonDenominator().orElseThrow(() -> new ArithmeticException("a long denominator"));
        this.inputs = new int[samples.count()][];
        long[] numerators = new long[samples.input(0).size()];
        for (int i = 0; i < inputs.length; i++) {
            if (!Integers.numerators(samples.input(i).entries(), denominator, numerators)) {
                throw new ArithmeticException("a long numerator");
            }
            inputs[i] = integers(numerators, withOne);
        }
    }

    private int[] integers(long[] numerators, boolean withOne) {
        int[] integers = new int[numerators.length + (withOne ? 1 : 0)];
        long norm = withOne ? denominator.intValue() : 0;
        for (int k = 0; k < numerators.length; k++) {
            integers[k] = Math.toIntExact(numerators[k]);
            norm += Math.abs(numerators[k]);
        }
        if (withOne) {
            integers[numerators.length] = denominator.intValue();
        }
        largestNorm = Math.max(largestNorm, norm);
        return integers;
    }

    BigInteger denominator() {
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
