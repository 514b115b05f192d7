package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.fast.fraction.Integers;

/**
 * What the steps of a network with one hidden layer multiply with, as small integers. Its activation is a line through 0 on either
 * side and the derivative of its loss one of few numbers, so that a step is linear in the parameters of a unit: over q times
 * their denominator, its coefficients are step times derivative times slope times input, all of them numerators.
 */
final class SmallCoefficients {

    /** Absolute values of the coefficients of one sum add up to less, so that with 32 bits each it fits in a long. */
    static final long LIMIT = 1L << 30;

    private final SmallInputs inputs;
    private final int fullBatch;
    private final long[] slopes;
    private final long[][] derivatives;
    private final BigInteger derivativeDenominator;
    private final long q;
    private final long fullStep;
    private final long lastStep;
    private final long momentum;
    private final long decay;

    /** Empty if the training is not of this kind, or its numbers are too long. */
    static Optional<SmallCoefficients> of(Network network, Settings settings, int size, int[][] counts, List<Lines> lines,
                                          Samples samples) {
        if (network.layers().size() != 2 || SideLoss.of(settings.loss().rational()).isEmpty() || !isHomogeneous(lines.get(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SmallCoefficients(network, settings, size, counts[0], lines.get(0), samples));
        } catch (ArithmeticException tooLong) {
            return Optional.empty();
        }
    }

    private static boolean isHomogeneous(Lines lines) {
        for (BigFraction kink : lines.kinks()) {
            if (kink.signum() != 0) {
                return false;
            }
        }
        for (Lines.Line line : lines.at()) {
            if (line.intercept().signum() != 0) {
                return false;
            }
        }
        return true;
    }

    private SmallCoefficients(Network network, Settings settings, int size, int[] counts, Lines lines, Samples samples) {
        this.inputs = new SmallInputs(samples, network.layers().get(0).bias().isPresent());
        this.fullBatch = Math.min(settings.batchSize(), size);
        int lastBatch = size - (settings.batches(size) - 1) * fullBatch;
        BigInteger slopeDenominator = BigInteger.ONE;
        for (Lines.Line line : lines.at()) {
            slopeDenominator = Integers.lcm(slopeDenominator, line.derivative().getDenominator());
        }
        this.slopes = new long[lines.at().size()];
        for (int p = 0; p < slopes.length; p++) {
            slopes[p] = Integers.intNumerator(lines.at().get(p).derivative(), slopeDenominator);
        }
        this.derivatives = new long[samples.differentTargets().size()][3];
        this.derivativeDenominator = derivatives(samples.differentTargets());
        long rest = product(inputs.denominator(), slopeDenominator, derivativeDenominator);
        BigFraction rate = settings.learningRate();
        long full = Math.multiplyExact(rest, fullBatch);
        long last = Math.multiplyExact(rest, lastBatch);
        BigFraction decayed = UpdateRule.decay(settings);
        BigFraction slowed = settings.momentum();
        this.q = lcm(lcm(denominator(rate, full), denominator(rate, last)),
                lcm(decayed.getDenominator().longValueExact(), slowed.getDenominator().longValueExact()));
        this.fullStep = numerator(rate, full);
        this.lastStep = numerator(rate, last);
        this.momentum = numerator(slowed, 1);
        this.decay = numerator(decayed, 1);
        requireShort(product(inputs.largestNorm(), largest(slopes), largestDerivative(), network.outputs(), fullBatch,
                Math.max(Math.abs(fullStep), Math.abs(lastStep))) + q + Math.abs(momentum) + Math.abs(decay));
    }

    private BigInteger derivatives(List<Target> targets) {
        BigInteger common = BigInteger.ONE;
        for (Target target : targets) {
            common = Integers.lcm(common, target.derivativeDenominator());
        }
        for (Target target : targets) {
            long factor = common.longValueExact() / target.derivativeDenominator().longValueExact();
            for (int side = -1; side <= 1; side++) {
                derivatives[target.number()][side + 1] =
                        Math.multiplyExact(target.derivative(side).longValueExact(), factor);
            }
        }
        return common;
    }

    private static long product(BigInteger... factors) {
        long product = 1;
        for (BigInteger factor : factors) {
            product = Math.multiplyExact(product, factor.longValueExact());
        }
        return product;
    }

    private static long product(long... factors) {
        long product = 1;
        for (long factor : factors) {
            product = Math.multiplyExact(product, factor);
        }
        requireShort(product);
        return product;
    }

    /** The denominator of a fraction over a number, in lowest terms. */
    private static long denominator(BigFraction fraction, long over) {
        long whole = Math.multiplyExact(fraction.getDenominator().longValueExact(), over);
        return whole / gcd(fraction.getNumerator().longValueExact(), whole);
    }

    /** The numerator of a fraction over a number, over q. */
    private long numerator(BigFraction fraction, long over) {
        long whole = Math.multiplyExact(fraction.getDenominator().longValueExact(), over);
        long common = gcd(fraction.getNumerator().longValueExact(), whole);
        return Math.multiplyExact(fraction.getNumerator().longValueExact() / common, q / (whole / common));
    }

    private static long lcm(long a, long b) {
        return a == b ? a : Math.multiplyExact(a / gcd(a, b), b);
    }

    private static long gcd(long a, long b) {
        long x = Math.abs(a);
        long y = Math.abs(b);
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    private static void requireShort(long sum) {
        if (sum >= LIMIT) {
            throw new ArithmeticException("a coefficient of more than 30 bits");
        }
    }

    private static long largest(long[] numbers) {
        long largest = 0;
        for (long number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    private long largestDerivative() {
        long largest = 0;
        for (long[] target : derivatives) {
            largest = Math.max(largest, largest(target));
        }
        return largest;
    }

    SmallInputs inputs() {
        return inputs;
    }

    /** The numerator of the derivative of the activation at a position. */
    long slope(int position) {
        return slopes[position];
    }

    /** The numerator of the derivative of the loss over {@link #derivativeDenominator}. */
    long derivative(Target target, int side) {
        return derivatives[target.number()][side + 1];
    }

    BigInteger derivativeDenominator() {
        return derivativeDenominator;
    }

    /** What an update multiplies denominators by. */
    long q() {
        return q;
    }

    /** The learning rate over the batch and all denominators, over q. */
    long step(int batch) {
        return batch == fullBatch ? fullStep : lastStep;
    }

    LinearRule rule(int[] exponentsOfQ, UpdateRule rule) {
        return new LinearRule(q, exponentsOfQ, momentum, decay, rule.remembers(), rule.moves());
    }
}
