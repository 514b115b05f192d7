package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.fast.fraction.Integers;

/**
 * What a step multiplies with, as integers: a parameter over some denominator becomes {@code scale n - step c} over q times that
 * denominator, c being the sum over the batch of derivative, slope and input, all without their denominators.
 */
final class StepSizes {

    private final int fullBatch;
    private final long q;
    private final long weightScale;
    private final long fullStep;
    private final long lastStep;
    private final BigFraction fullConstantStep;
    private final BigFraction lastConstantStep;

    /** @throws ArithmeticException if the coefficients of an update could leave {@link IntegerRow#COEFFICIENT_LIMIT} */
    StepSizes(Settings settings, int size, IntegerSamples samples, Slopes slopes, int outputs, int largestCount) {
        this.fullBatch = Math.min(settings.batchSize(), size);
        int lastBatch = size - (settings.batches(size) - 1) * fullBatch;
        BigInteger d = samples.derivativeDenominator();
        this.fullConstantStep = settings.learningRate().divide(d.multiply(BigInteger.valueOf(fullBatch)));
        this.lastConstantStep = settings.learningRate().divide(d.multiply(BigInteger.valueOf(lastBatch)));
        BigInteger rest = samples.inputDenominator().multiply(BigInteger.valueOf(slopes.denominator()));
        BigFraction full = fullConstantStep.divide(rest);
        BigFraction last = lastConstantStep.divide(rest);
        BigFraction shrink = BigFraction.ONE.subtract(settings.learningRate().multiply(settings.weightDecay()));
        BigInteger common = Integers.lcm(Integers.lcm(full.getDenominator(), last.getDenominator()), shrink.getDenominator());
        this.q = common.intValueExact();
        this.fullStep = Integers.intNumerator(full, common);
        this.lastStep = Integers.intNumerator(last, common);
        this.weightScale = Integers.intNumerator(shrink, common);
        requireShort(BigInteger.valueOf(samples.largestNorm()).multiply(BigInteger.valueOf(slopes.largest()))
                .multiply(BigInteger.valueOf(samples.largestDerivative())).multiply(BigInteger.valueOf(outputs))
                .multiply(BigInteger.valueOf(fullBatch))
                .multiply(BigInteger.valueOf(Math.max(Math.abs(fullStep), Math.abs(lastStep))))
                .add(common).add(BigInteger.valueOf(Math.abs(weightScale))));
        requireShort(BigInteger.valueOf(samples.largestNorm()));
        requireShort(rest);
        requireShort(BigInteger.valueOf(slopes.largest()).multiply(BigInteger.valueOf(largestCount)));
    }

    private static void requireShort(BigInteger sum) {
        if (sum.compareTo(BigInteger.valueOf(IntegerRow.COEFFICIENT_LIMIT)) >= 0) {
            throw new ArithmeticException("a coefficient of " + sum.bitLength() + " bits");
        }
    }

    /**
     * The bits of what an update may multiply a numerator by, if the inputs of its samples, slopes and derivatives included, add
     * up to this.
     */
    int growth(long size, long sum) {
        return 65 - Long.numberOfLeadingZeros(Math.max(q, Math.abs(weightScale)) + Math.abs(size) * sum);
    }

    /** What an update multiplies denominators by. */
    long q() {
        return q;
    }

    /** What an update multiplies weights by; that of biases is q. */
    long weightScale() {
        return weightScale;
    }

    /** Whether weights shrink even without a gradient. */
    boolean decays() {
        return weightScale != q;
    }

    long step(int batch) {
        return batch == fullBatch ? fullStep : lastStep;
    }

    /** A denominator that every step of an output bias is over. */
    BigInteger constantDenominator() {
        return Integers.lcm(fullConstantStep.getDenominator(), lastConstantStep.getDenominator());
    }

    /** The step of an output bias over this denominator. */
    BigInteger constantStep(int batch, BigInteger denominator) {
        return Integers.numerator(batch == fullBatch ? fullConstantStep : lastConstantStep, denominator);
    }
}
