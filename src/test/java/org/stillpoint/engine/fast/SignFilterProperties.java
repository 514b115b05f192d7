package org.stillpoint.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;

/**
 * Whatever sign the filter is certain of is the exact one, above all where it is hard: next to ties, after cancellation, huge and
 * tiny.
 */
@StatisticsReport(onFailureOnly = true)
class SignFilterProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void aCertainSignIsTheExactOne(@ForAll("seeds") long seed) {
        Attack attack = new Attack(new Random(seed));
        for (int j = 0; j < attack.rows.length; j++) {
            int sign = attack.filter.preactivationSign(j, attack.x, attack.norm());
            int exact = attack.preactivation(j).signum();
            if (j == 0) {
                Coverage.require("certain of a pre-activation", sign != SignFilter.UNKNOWN);
                Coverage.require("uncertain of a pre-activation", sign == SignFilter.UNKNOWN);
                Coverage.require("pre-activation zero", exact == 0);
            }
            assertThat(attack.rows[j].tier().preactivationSign(attack.x)).isEqualTo(exact);
            if (sign != SignFilter.UNKNOWN) {
                assertThat(sign).isEqualTo(exact);
            }
        }
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void aCertainSideIsTheExactOne(@ForAll("seeds") long seed) {
        Attack attack = new Attack(new Random(seed));
        int side = attack.outputSide();
        int exact = attack.output().subtract(attack.threshold).signum();
        Coverage.require("certain of an output", side != SignFilter.UNKNOWN);
        Coverage.require("uncertain of an output", side == SignFilter.UNKNOWN);
        Coverage.require("output at the threshold", exact == 0);
        if (side != SignFilter.UNKNOWN) {
            assertThat(side).isEqualTo(exact);
        }
    }

    /** Neurons whose pre-activations are chosen to be a hair from 0, and an output a hair from a threshold. */
    private static final class Attack {

        private static final int SCALE = 12;

        private final Random random;
        private final BigInteger divisor;
        private final long q;
        private final int[] x;
        private final IntegerRow[] rows;
        private final long[] factors;
        private final BigFraction threshold;
        private final BigFraction constant;
        private final SignFilter filter;

        Attack(Random random) {
            this.random = random;
            this.divisor = BigInteger.ONE.max(new BigInteger(pick(1, 4, 60, 200), random));
            this.q = 2 + random.nextInt(pick(2, 100, 1 << 28));
            this.x = IntStream.range(0, 1 + random.nextInt(4)).map(k -> random.nextInt(pick(3, 200, 1 << 20)) - random.nextInt(3))
                    .toArray();
            x[x.length - 1] = 1;
            this.rows = new IntegerRow[1 + random.nextInt(3)];
            this.filter = new SignFilter(rows.length, 1, divisor, q);
            this.factors = new long[rows.length];
            for (int j = 0; j < rows.length; j++) {
                rows[j] = new IntegerRow(x.length, numerators());
                grow(rows[j], pick(0, 1, 5, 40));
                filter.read(j, rows[j], x.length);
                filter.preactivationSign(j, x, norm());
                factors[j] = random.nextInt(7) - 3;
            }
            this.threshold = new BigFraction(random.nextInt(pick(1, 3, 1 << 20)), 1 + random.nextInt(pick(1, 3, 1 << 20)));
            BigFraction miss = miss();
            this.constant = random.nextInt(4) == 0 ? miss : threshold.subtract(neurons()).add(miss);
            filter.readConstant(0, constant.getNumerator(), constant.getDenominator());
        }

        private int pick(int... values) {
            return values[random.nextInt(values.length)];
        }

        /** Incoming entries that cancel but for a little, and an outgoing weight. */
        private BigInteger[] numerators() {
            int bits = pick(2, 30, 52, 53, 54, 62, 64, 96, 97, 128, 300);
            BigInteger[] numerators = new BigInteger[x.length + 1];
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k < x.length; k++) {
                numerators[k] = new BigInteger(bits, random).subtract(new BigInteger(bits, random));
                sum = sum.add(k == x.length - 1 ? BigInteger.ZERO : numerators[k].multiply(BigInteger.valueOf(x[k])));
            }
            if (random.nextInt(4) != 0) {
                BigInteger little = BigInteger.valueOf(random.nextInt(3) - 1).shiftLeft(random.nextInt(1 + random.nextInt(bits)));
                numerators[x.length - 1] = little.subtract(sum);
            }
            numerators[x.length] = new BigInteger(pick(1, bits, bits), random).subtract(new BigInteger(pick(1, bits), random));
            return numerators;
        }

        /** Steps without a gradient: the same numbers over a longer denominator. */
        private void grow(IntegerRow row, int steps) {
            long[] still = new long[x.length];
            for (int step = 0; step < steps; step++) {
                row.update(still, 31, q, q);
            }
        }

        private BigFraction miss() {
            BigFraction hair = new BigFraction(2).pow(-pick(1, 20, 45, 50, 52, 53, 54, 60, 200));
            return hair.multiply(random.nextInt(3) - 1);
        }

        long norm() {
            return IntStream.of(x).mapToLong(Math::abs).sum();
        }

        private BigFraction value(IntegerRow row, int k) {
            return new BigFraction(row.tier().numerator(k), divisor.multiply(BigInteger.valueOf(q).pow(row.exponent())));
        }

        BigFraction preactivation(int j) {
            BigFraction sum = BigFraction.ZERO;
            for (int k = 0; k < x.length; k++) {
                sum = sum.add(value(rows[j], k).multiply(x[k]));
            }
            return sum;
        }

        private BigFraction neurons() {
            BigFraction sum = BigFraction.ZERO;
            for (int j = 0; j < rows.length; j++) {
                sum = sum.add(preactivation(j).multiply(value(rows[j], x.length)).multiply((int) factors[j]));
            }
            return sum.divide(SCALE);
        }

        BigFraction output() {
            return neurons().add(constant);
        }

        int outputSide() {
            return filter.outputSide(0, factors, x.length, SCALE, threshold.getNumeratorAsLong(),
                    threshold.getDenominatorAsLong());
        }
    }
}
