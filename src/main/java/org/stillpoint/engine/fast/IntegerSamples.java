package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.fast.fraction.Integers;

/** The first samples of a data set: inputs as integers over one denominator, targets as what a loss makes of them. */
final class IntegerSamples {

    /** An output is compared with a threshold; the side decides the derivative of the loss. */
    static final class Target {

        private final BigFraction y;
        private final SideLoss loss;
        private final BigFraction[] derivatives = new BigFraction[3];
        private final BigInteger thresholdNumerator;
        private final BigInteger thresholdDenominator;
        private final long[] g = new long[3];

        private Target(SideLoss loss, BigFraction y) {
            this.loss = loss;
            this.y = y;
            BigFraction threshold = loss.threshold(y);
            this.thresholdNumerator = threshold.getNumerator();
            this.thresholdDenominator = threshold.getDenominator();
            for (int side = -1; side <= 1; side++) {
                derivatives[side + 1] = loss.derivative(side, y);
            }
        }

        int signum() {
            return y.signum();
        }

        long thresholdNumerator() {
            return thresholdNumerator.longValueExact();
        }

        long thresholdDenominator() {
            return thresholdDenominator.longValueExact();
        }

        /** The numerator of the derivative. */
        long derivative(int side) {
            return g[side + 1];
        }

        /** The loss less derivative times output. */
        BigFraction constant(int side) {
            return loss.constant(side, y);
        }

        private boolean isOf(BigFraction other) {
            return y.getNumerator().equals(other.getNumerator()) && y.getDenominator().equals(other.getDenominator());
        }
    }

    private final int[][] inputs;
    private final long[] norms;
    private final Target[][] targets;
    private final List<Target> distinct = new ArrayList<>();
    private final BigInteger inputDenominator;
    private final BigInteger derivativeDenominator;
    private long largestDerivative;

    /**
     * @param count how many samples, from 1
     * @param withOne whether a 1 stands behind the inputs, for the bias
     * @throws ArithmeticException if an integer is too long
     */
    IntegerSamples(DataSet data, int count, SideLoss loss, boolean withOne) {
        this.inputDenominator = commonDenominator(data.inputs().subList(0, count));
        this.inputs = new int[count][];
        this.norms = new long[count];
        this.targets = new Target[count][data.targetWidth()];
        for (int i = 0; i < count; i++) {
            inputs[i] = integers(data.inputs().get(i), withOne);
            for (int x : inputs[i]) {
                norms[i] += Math.abs((long) x);
            }
            for (int o = 0; o < targets[i].length; o++) {
                targets[i][o] = target(loss, data.targets().get(i).get(o));
            }
        }
        BigInteger denominator = BigInteger.ONE;
        for (Target target : distinct) {
            denominator = Integers.lcm(denominator, List.of(target.derivatives));
        }
        this.derivativeDenominator = denominator;
        for (Target target : distinct) {
            for (int side = 0; side < 3; side++) {
                target.g[side] = Integers.intNumerator(target.derivatives[side], denominator);
                largestDerivative = Math.max(largestDerivative, Math.abs(target.g[side]));
            }
            target.thresholdNumerator.intValueExact();
            target.thresholdDenominator.intValueExact();
        }
    }

    private static BigInteger commonDenominator(List<Vector> vectors) {
        BigInteger common = BigInteger.ONE;
        for (Vector vector : vectors) {
            common = Integers.lcm(common, vector.entries());
        }
        common.intValueExact();
        return common;
    }

    private int[] integers(Vector input, boolean withOne) {
        int common = inputDenominator.intValueExact();
        int[] integers = new int[input.size() + (withOne ? 1 : 0)];
        for (int k = 0; k < input.size(); k++) {
            BigInteger denominator = input.get(k).getDenominator();
            int known = denominator.intValue();
            int factor = known == 1 ? common : known == common ? 1 : common / known;
            integers[k] = Math.multiplyExact(input.get(k).getNumerator().intValueExact(), factor);
        }
        if (withOne) {
            integers[input.size()] = common;
        }
        return integers;
    }

    private Target target(SideLoss loss, BigFraction y) {
        for (Target target : distinct) {
            if (target.isOf(y)) {
                return target;
            }
        }
        Target target = new Target(loss, y);
        distinct.add(target);
        return target;
    }

    int count() {
        return inputs.length;
    }

    /** The numerators of the inputs, and that of 1. */
    int[] input(int i) {
        return inputs[i];
    }

    /** The sum of the absolute values of {@link #input}. */
    long norm(int i) {
        return norms[i];
    }

    long largestNorm() {
        long largest = 0;
        for (long norm : norms) {
            largest = Math.max(largest, norm);
        }
        return largest;
    }

    long largestDerivative() {
        return largestDerivative;
    }

    Target target(int i, int o) {
        return targets[i][o];
    }

    BigInteger inputDenominator() {
        return inputDenominator;
    }

    BigInteger derivativeDenominator() {
        return derivativeDenominator;
    }
}
