package org.stillpoint.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;

/** Limbs do what integers do, also where all bits of a limb are 0 or 1. */
@StatisticsReport(onFailureOnly = true)
class WideNumeratorsProperties {

    private static final int[] NO_EXPONENTS = {};

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void stepsOfLimbsAreThoseOfIntegers(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        int incoming = 1 + random.nextInt(3);
        int outputs = 1 + random.nextInt(2);
        int size = incoming + outputs;
        int bias = random.nextInt(incoming + 1) - 1;
        boolean remembers = random.nextBoolean();
        boolean moves = random.nextInt(6) > 0;
        BigInteger[] numbers = integers(random, remembers ? 2 * size : size);
        WideNumerators wide = new WideNumerators(incoming, size, numbers);

        for (int step = 0; step < 3; step++) {
            BigInteger[] c = integers(random, incoming * outputs);
            BigInteger q = integer(random).abs().add(BigInteger.ONE);
            BigInteger momentum = remembers ? integer(random) : BigInteger.ZERO;
            BigInteger decay = random.nextBoolean() ? integer(random) : BigInteger.ZERO;
            requireKinds(numbers, c, q);

            wide.mix(new Multipliers(c), new WideRule(Multiplier.of(q), NO_EXPONENTS, Multiplier.of(momentum),
                    Multiplier.of(decay), q.add(momentum.abs()).add(decay.abs()), remembers, moves), bias);

            numbers = mixed(numbers, incoming, size, c, q, momentum, decay, bias, moves);
            BigInteger[] expected = numbers;
            assertThat(IntStream.range(0, expected.length).mapToObj(wide::get)).containsExactly(expected);
            assertThat(wide.bits()).isEqualTo(1 + Stream.of(expected).mapToInt(BigInteger::bitLength).max().orElseThrow());
            requireLeadingBits(wide, expected, random);
        }
    }

    private static void requireKinds(BigInteger[] numbers, BigInteger[] c, BigInteger q) {
        Coverage.require("one limb", Stream.of(numbers).allMatch(number -> number.bitLength() < Multiplier.BITS));
        Coverage.require("several limbs", Stream.of(numbers).anyMatch(number -> number.bitLength() > 2 * Multiplier.BITS));
        Coverage.require("a coefficient of several limbs", Stream.of(c)
                .anyMatch(number -> number.bitLength() > 2 * Multiplier.BITS));
        Coverage.require("a scale that ends with zeros", q.getLowestSetBit() >= Multiplier.BITS);
        Coverage.require("a limb of ones", Stream.of(numbers).anyMatch(number -> number.signum() > 0
                && number.add(BigInteger.ONE).getLowestSetBit() >= Multiplier.BITS));
    }

    /** The step as {@link SmallNumerators#mix} says. */
    private static BigInteger[] mixed(BigInteger[] old, int incoming, int size, BigInteger[] c, BigInteger q,
            BigInteger momentum, BigInteger decay, int bias, boolean moves) {
        BigInteger[] mixed = old.clone();
        for (int k = 0; k < size; k++) {
            BigInteger change = k == bias ? BigInteger.ZERO : decay.multiply(old[k]);
            for (int i = 0; i < c.length; i++) {
                int in = i % incoming;
                int out = incoming + i / incoming;
                change = k == in ? change.add(c[i].multiply(old[out])) : k == out ? change.add(c[i].multiply(old[in])) : change;
            }
            if (old.length > size) {
                change = change.add(momentum.multiply(old[size + k]));
                mixed[size + k] = change;
            }
            mixed[k] = q.multiply(old[k]).subtract(moves ? change : BigInteger.ZERO);
        }
        return mixed;
    }

    private static void requireLeadingBits(WideNumerators wide, BigInteger[] expected, Random random) {
        int shift = Math.max(0, wide.bits() - Long.SIZE) + random.nextInt(Math.min(Long.SIZE, wide.bits()));
        long[] parts = new long[expected.length];
        wide.leading(shift, parts);
        assertThat(parts).isEqualTo(Arrays.stream(expected).mapToLong(number -> number.shiftRight(shift).longValueExact())
                .toArray());
    }

    private static BigInteger[] integers(Random random, int count) {
        boolean one = random.nextInt(3) == 0;
        return Stream.generate(() -> one ? BigInteger.valueOf(random.nextLong()).shiftRight(random.nextInt(64))
                : integer(random)).limit(count).toArray(BigInteger[]::new);
    }

    /** Up to four limbs, of which many are all zeros or all ones, or just have the bit of the sign. */
    private static BigInteger integer(Random random) {
        BigInteger integer = BigInteger.valueOf(random.nextInt(3) - 1);
        for (int i = random.nextInt(5); i > 0; i--) {
            long sign = 1L << Multiplier.BITS - 1;
            long limb = List.of(0L, 2 * sign - 1, 1L, sign, sign - 1, random.nextLong(2 * sign)).get(random.nextInt(6));
            integer = integer.shiftLeft(Multiplier.BITS).add(BigInteger.valueOf(limb));
        }
        return integer;
    }
}
