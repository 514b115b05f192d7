package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.fast.fraction.Integers;

/** The numbers that {@link Coefficients} are made of, as small integers. */
final class SmallCoefficients {

    /**
     * The absolute values of the coefficients of one sum add up to less, and so do the numbers of each kind that they are made
     * of: a sum of products with numbers of 32 bits fits in a long.
     */
    static final long LIMIT = 1L << 30;

    private final SmallInputs inputs;
    private final int fullBatch;
    private final long[] slopes;
    private final long slopeDenominator;
    private final long[][] derivatives;
    private final long derivativeDenominator;
    private final long q;
    private final long fullStep;
    private final long lastStep;
    private final long momentum;
    private final long decay;

    /** Empty if the training is not of this kind, or its numbers are too long. */
    static Optional<SmallCoefficients> of(Network network, Settings settings, int size, List<Lines> lines, Samples samples) {
        if (!Coefficients.suffice(network, settings, lines)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SmallCoefficients(network, settings, size, lines.get(0), samples));
        } catch (ArithmeticException tooLong) {
            return Optional.empty();
        }
    }

    private SmallCoefficients(Network network, Settings settings, int size, Lines lines, Samples samples) {
        this.inputs = new SmallInputs(samples, network.layers().get(0).bias().isPresent());
        this.fullBatch = Math.min(settings.batchSize(), size);
        int lastBatch = size - (settings.batches(size) - 1) * fullBatch;
        long common = 1;
        for (Lines.Line line : lines.at()) {
            common = lcm(common, line.derivative().getDenominator().longValueExact());
        }
        this.slopeDenominator = common;
        this.slopes = new long[lines.at().size()];
        for (int p = 0; p < slopes.length; p++) {
            BigFraction derivative = lines.at().get(p).derivative();
            slopes[p] = Math.multiplyExact(derivative.getNumerator().longValueExact(),
                    slopeDenominator / derivative.getDenominator().longValue());
        }
        this.derivatives = new long[samples.differentTargets().size()][3];
        this.derivativeDenominator = derivatives(samples.differentTargets());
        long rest = product(inputs.denominator(), slopeDenominator, derivativeDenominator);
        Ratio rate = Ratio.of(UpdateRule.velocityScale(settings));
        Ratio full = rate.over(Math.multiplyExact(rest, fullBatch));
        Ratio last = lastBatch == fullBatch ? full : rate.over(Math.multiplyExact(rest, lastBatch));
        Ratio decayed = Ratio.of(UpdateRule.decay(settings));
        Ratio slowed = Ratio.of(settings.momentum());
        this.q = lcm(lcm(full.denominator, last.denominator), lcm(decayed.denominator, slowed.denominator));
        this.fullStep = full.numeratorOver(q);
        this.lastStep = last.numeratorOver(q);
        this.momentum = slowed.numeratorOver(q);
        this.decay = decayed.numeratorOver(q);
        long gradient = product(inputs.largestNorm(), largest(slopes), largestDerivative(), network.outputs(), fullBatch,
                largest(fullStep, lastStep));
        requireShort(gradient + product(q) + product(momentum) + product(decay));
    }

    /** A fraction in lowest terms. */
    private record Ratio(long numerator, long denominator) {

        static Ratio of(BigFraction fraction) {
            return new Ratio(fraction.getNumerator().longValueExact(), fraction.getDenominator().longValueExact());
        }

        Ratio over(long divisor) {
            long whole = Math.multiplyExact(denominator, divisor);
            long common = Integers.gcd(Math.absExact(numerator), whole);
            return new Ratio(numerator / common, whole / common);
        }

        long numeratorOver(long multiple) {
            return Math.multiplyExact(numerator, multiple / denominator);
        }
    }

    /** Fills in the derivatives and answers their denominator. */
    private long derivatives(List<Target> targets) {
        long common = 1;
        for (Target target : targets) {
            common = lcm(common, target.derivativeDenominator().longValueExact());
        }
        for (Target target : targets) {
            long factor = common / target.derivativeDenominator().longValue();
            for (int side = -1; side <= 1; side++) {
                derivatives[target.number()][side + 1] =
                        Math.multiplyExact(target.derivative(side).longValueExact(), factor);
            }
        }
        return common;
    }

    /** The product of absolute values, which has to be short; a 0 counts as 1, so that it hides no long factor. */
    private static long product(long... factors) {
        long product = 1;
        for (long factor : factors) {
            product = Math.multiplyExact(product, Math.max(1, Math.absExact(factor)));
        }
        requireShort(product);
        return product;
    }

    private static long lcm(long a, long b) {
        return b == 1 || a == b ? a : Math.multiplyExact(a / Integers.gcd(a, b), b);
    }

    private static void requireShort(long sum) {
        if (sum >= LIMIT) {
            throw new ArithmeticException("a coefficient of more than 30 bits");
        }
    }

    private static long largest(long... numbers) {
        long largest = 0;
        for (long number : numbers) {
            largest = Math.max(largest, Math.absExact(number));
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

    /** The numerator of the derivative of the activation at a position, over {@link #slopeDenominator}. */
    long slope(int position) {
        return slopes[position];
    }

    long slopeDenominator() {
        return slopeDenominator;
    }

    /** The largest absolute value of a {@link #slope}. */
    long largestSlope() {
        return largest(slopes);
    }

    /** The numerator of the derivative of the loss over {@link #derivativeDenominator}. */
    long derivative(Target target, int side) {
        return derivatives[target.number()][side + 1];
    }

    BigInteger derivativeDenominator() {
        return BigInteger.valueOf(derivativeDenominator);
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
