package org.stillpoint.engine.fast.fraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;

@StatisticsReport(onFailureOnly = true)
class IntegersProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void theCommonDenominatorIsTheLeastCommonMultiple(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<BigFraction> fractions = fractions(random);
        BigInteger number = new BigInteger(List.of(1, 10, 62, 70).get(random.nextInt(4)), random).max(BigInteger.ONE);

        BigInteger common = Integers.lcm(number, fractions);

        BigInteger expected = fractions.stream().map(BigFraction::getDenominator)
                .reduce(number, (a, b) -> a.multiply(b).divide(a.gcd(b)));
        Coverage.require("no long, though each denominator is one",
                expected.bitLength() > 63 && fractions.stream().allMatch(f -> f.getDenominator().bitLength() < 64));
        Coverage.require("a long of more than 32 bits", expected.bitLength() > 32 && expected.bitLength() < 64);
        assertThat(common).isEqualTo(expected);
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void numeratorsAreWrittenIfTheyFit(@ForAll("seeds") long seed) {
        List<BigFraction> fractions = fractions(new Random(seed));
        BigInteger common = Integers.lcm(BigInteger.ONE, fractions);
        long[] numerators = new long[fractions.size()];

        boolean fit = Integers.numerators(fractions, common, numerators);

        BigInteger[] expected = fractions.stream()
                .map(fraction -> fraction.getNumerator().multiply(common.divide(fraction.getDenominator())))
                .toArray(BigInteger[]::new);
        boolean allFit = Stream.concat(Stream.of(common), Arrays.stream(expected)).allMatch(n -> n.bitLength() < 64);
        Coverage.require("they fit", allFit);
        Coverage.require("a numerator does not fit, though the denominator does", !allFit && common.bitLength() < 64);
        Coverage.require("the denominator does not fit", common.bitLength() > 63);
        assertThat(fit).isEqualTo(allFit);
        if (fit) {
            assertThat(numerators).isEqualTo(Arrays.stream(expected).mapToLong(BigInteger::longValueExact).toArray());
        }
        assertThat(fractions.stream().map(fraction -> Integers.numerator(fraction, common))).containsExactly(expected);
    }

    /** A few, of which each repeats the denominator of another with probability one half. */
    private static List<BigFraction> fractions(Random random) {
        int bits = List.of(4, 12, 30, 63, 70).get(random.nextInt(5));
        BigInteger[] denominators = Stream.generate(() -> random.nextInt(4) == 0
                ? BigInteger.ONE.shiftLeft(random.nextInt(bits))
                : new BigInteger(bits, random).setBit(0)).limit(3).toArray(BigInteger[]::new);
        int numeratorBits = List.of(20, 62, 66).get(random.nextInt(3));
        return Stream.generate(() -> new BigFraction(
                new BigInteger(numeratorBits, random).multiply(BigInteger.valueOf(random.nextInt(3) - 1)),
                denominators[random.nextInt(3)])).limit(1 + random.nextInt(6)).toList();
    }
}
