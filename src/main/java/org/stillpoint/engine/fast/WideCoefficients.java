package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.fast.fraction.Integers;

/** The numbers that {@link Coefficients} are made of where they are too long for {@link SmallCoefficients}. */
final class WideCoefficients {

    /** In bits: with longer numbers, steps on {@code BigInteger}s take less time. */
    private static final int MOST_BITS = 700;

    private final int fullBatch;
    private final BigInteger inputDenominator;
    private final BigInteger[] slopes;
    private final BigInteger[][] derivatives;
    private final BigInteger derivativeDenominator;
    private final BigInteger q;
    private final BigInteger fullStep;
    private final BigInteger lastStep;
    private final BigInteger momentum;
    private final BigInteger decay;

    /** Empty if steps of the training are not linear, or its numbers are too long. */
    static Optional<WideCoefficients> of(Network network, Settings settings, int size, List<Lines> lines, Samples samples) {
        if (!Coefficients.suffice(network, settings, lines)) {
            return Optional.empty();
        }
        Optional<BigInteger> inputs = samples.commonDenominator(MOST_BITS);
        Optional<BigInteger> derivatives = derivativeDenominator(samples);
        if (inputs.isEmpty() || derivatives.isEmpty()) {
            return Optional.empty();
        }
        WideCoefficients wide =
                new WideCoefficients(settings, size, lines.get(0), samples, inputs.get(), derivatives.get());
        return wide.q.bitLength() > MOST_BITS ? Optional.empty() : Optional.of(wide);
    }

    /** The common denominator of all derivatives, if it is not too long. */
    private static Optional<BigInteger> derivativeDenominator(Samples samples) {
        BigInteger common = BigInteger.ONE;
        for (Target target : samples.differentTargets()) {
            common = Integers.lcm(common, target.derivativeDenominator());
            if (common.bitLength() > MOST_BITS) {
                return Optional.empty();
            }
        }
        return Optional.of(common);
    }

    private WideCoefficients(Settings settings, int size, Lines lines, Samples samples, BigInteger inputDenominator,
            BigInteger derivativeDenominator) {
        this.fullBatch = Math.min(settings.batchSize(), size);
        this.inputDenominator = inputDenominator;
        this.derivativeDenominator = derivativeDenominator;
        List<BigFraction> slopes = lines.at().stream().map(Lines.Line::derivative).toList();
        BigInteger slopeDenominator = Integers.lcm(BigInteger.ONE, slopes);
        this.slopes = slopes.stream().map(slope -> Integers.numerator(slope, slopeDenominator)).toArray(BigInteger[]::new);
        this.derivatives = new BigInteger[samples.differentTargets().size()][3];
        for (Target target : samples.differentTargets()) {
            for (int side = -1; side <= 1; side++) {
                derivatives[target.number()][side + 1] = target.derivative(side)
                        .multiply(derivativeDenominator.divide(target.derivativeDenominator()));
            }
        }
        int lastBatch = size - (settings.batches(size) - 1) * fullBatch;
        BigFraction rate = UpdateRule.velocityScale(settings)
                .divide(inputDenominator.multiply(slopeDenominator).multiply(derivativeDenominator));
        BigFraction full = rate.divide(fullBatch);
        BigFraction last = rate.divide(lastBatch);
        BigFraction decayed = UpdateRule.decay(settings);
        this.q = Integers.lcm(BigInteger.ONE, List.of(full, last, decayed, settings.momentum()));
        this.fullStep = Integers.numerator(full, q);
        this.lastStep = Integers.numerator(last, q);
        this.momentum = Integers.numerator(settings.momentum(), q);
        this.decay = Integers.numerator(decayed, q);
    }

    /** The common denominator of all inputs. */
    BigInteger inputDenominator() {
        return inputDenominator;
    }

    /** How many positions there are. */
    int positions() {
        return slopes.length;
    }

    /** The numerator of the derivative of the activation at a position. */
    BigInteger slope(int position) {
        return slopes[position];
    }

    /** The numerator of the derivative of the loss over {@link #derivativeDenominator}. */
    BigInteger derivative(Target target, int side) {
        return derivatives[target.number()][side + 1];
    }

    BigInteger derivativeDenominator() {
        return derivativeDenominator;
    }

    /** What an update multiplies denominators by. */
    BigInteger q() {
        return q;
    }

    /** The learning rate over the batch and all denominators, over q. */
    BigInteger step(int batch) {
        return batch == fullBatch ? fullStep : lastStep;
    }

    WideRule rule(int[] exponentsOfQ, UpdateRule rule) {
        return WideRule.of(q, exponentsOfQ, momentum, decay, rule);
    }
}
