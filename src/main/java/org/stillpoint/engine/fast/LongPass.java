package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Optional;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/**
 * One sample on its way through a network with one hidden layer before any unit has moved: all parameters are over one
 * denominator then, and if they are small, all sums are exact in a long. A single step needs no other way.
 */
final class LongPass {

    /** Sums, and what they are compared with, have fewer bits without the sign. */
    private static final int MAX_BITS = 62;

    private final SmallCoefficients small;
    private final LongNumerators[] units;
    private final int[] counts;
    private final int[] positions;
    private final boolean bent;
    private final long[] biases;
    private final long[] sums;
    private final long denominator;

    /**
     * @param biases of the outputs, over the denominator
     * @param denominator of the outputs
     */
    private LongPass(SmallCoefficients small, LongNumerators[] units, int[] counts, int[] positions, boolean bent, long[] biases,
                     long denominator) {
        this.small = small;
        this.units = units;
        this.counts = counts;
        this.positions = positions;
        this.bent = bent;
        this.biases = biases;
        this.sums = new long[biases.length];
        this.denominator = denominator;
    }

    /**
     * Empty if the parameters are over different denominators, or numbers are too long.
     *
     * @param counts for each hidden unit, how many it stands for
     * @param positions of the pre-activations, which a run writes
     * @param bent whether the activation has a kink, which is at 0
     */
    static Optional<LongPass> of(CoprimeBase base, Parameters parameters, SmallCoefficients small, int[] counts, int[] positions,
                                 boolean bent, Samples samples) {
        int[] exponents = parameters.row(0, 0).denominator();
        int bits = 1;
        int copies = 0;
        LongNumerators[] units = new LongNumerators[counts.length];
        for (int j = 0; j < units.length; j++) {
            Row row = parameters.row(0, j);
            if (row.denominator() != exponents || !(row.numerators() instanceof LongNumerators)) {
                return Optional.empty();
            }
            units[j] = (LongNumerators) row.numerators();
            bits = Math.max(bits, units[j].bits());
            copies += counts[j];
        }
        int rest = base.bitsAtMost(exponents) + bits(small.inputs().denominator()) + bits(small.slopeDenominator());
        int sum = 2 * bits + bits(small.inputs().largestNorm()) + bits(small.largestSlope()) + bits(copies);
        BigInteger[] biases = new BigInteger[parameters.layout().units(1)];
        for (int o = 0; o < biases.length; o++) {
            Row row = parameters.row(1, o);
            biases[o] = parameters.layout().hasBias(1) ? row.numerators().get(0) : BigInteger.ZERO;
            sum = Math.max(sum, biases[o].bitLength() + rest);
            if (row.denominator() != exponents) {
                return Optional.empty();
            }
        }
        sum = Math.max(sum, base.bitsAtMost(exponents) + rest) + 1;
        for (Target target : samples.differentTargets()) {
            int threshold = Math.max(target.thresholdNumerator().bitLength(), target.thresholdDenominator().bitLength());
            if (sum + threshold > MAX_BITS) {
                return Optional.empty();
            }
        }
        long denominator = base.longProduct(exponents);
        long behind = denominator * small.inputs().denominator() * small.slopeDenominator();
        long[] scaled = new long[biases.length];
        for (int o = 0; o < scaled.length; o++) {
            scaled[o] = biases[o].longValue() * behind;
        }
        return Optional.of(new LongPass(small, units, counts, positions, bent, scaled, denominator * behind));
    }

    private static int bits(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    /** Finds the positions and the outputs of a sample. */
    void run(int i) {
        int[] x = small.inputs().input(i);
        System.arraycopy(biases, 0, sums, 0, sums.length);
        for (int j = 0; j < units.length; j++) {
            long z = units[j].preactivation(x);
            positions[j] = bent ? 1 + Long.signum(z) : 0;
            long activation = z * small.slope(positions[j]) * counts[j];
            if (activation != 0) {
                for (int o = 0; o < sums.length; o++) {
                    sums[o] += activation * units[j].outgoing(o);
                }
            }
        }
    }

    /** The side of its threshold that an output is on: 1 above, 0 at it, -1 below. */
    int side(int o, Target target) {
        return Long.compare(sums[o] * target.thresholdDenominator().longValue(),
                denominator * target.thresholdNumerator().longValue());
    }

    /** The sign of an output. */
    int sign(int o) {
        return Long.signum(sums[o]);
    }
}
