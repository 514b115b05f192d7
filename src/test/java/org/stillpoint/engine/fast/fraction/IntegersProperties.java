package org.stillpoint.engine.fast.fraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
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
        Coverage.require("a power of 2 that is no long", fractions.stream().map(BigFraction::getDenominator)
                .anyMatch(d -> d.bitLength() > 64 && d.bitCount() == 1));
        Coverage.require("a long of more than 32 bits", expected.bitLength() > 32 && expected.bitLength() < 64);
        assertThat(common).isEqualTo(expected);
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void numeratorsAreShortIfAllNumbersFitInAnInt(@ForAll("seeds") long seed) {
        List<BigFraction> fractions = fractions(new Random(seed));
        BigInteger common = Integers.lcm(BigInteger.ONE, fractions);
        ShortFractions shorts = new ShortFractions(fractions.size());

        fractions.forEach(shorts::add);

        BigInteger[] expected = fractions.stream()
                .map(fraction -> fraction.getNumerator().multiply(common.divide(fraction.getDenominator())))
                .toArray(BigInteger[]::new);
        boolean eachFits = fractions.stream().flatMap(f -> Stream.of(f.getNumerator(), f.getDenominator()))
                .allMatch(Integers::isInt);
        boolean allFit = eachFits && Integers.isInt(common);
        Coverage.require("they fit", allFit);
        Coverage.require("a numerator is longer than an int, though all fit",
                allFit && Stream.of(expected).anyMatch(n -> !Integers.isInt(n)));
        Coverage.require("the denominator does not fit, though all numbers do", eachFits && !allFit);
        assertThat(shorts.fit()).isEqualTo(allFit);
        if (allFit) {
            assertThat(shorts.denominator()).isEqualTo(common.intValueExact());
            assertThat(IntStream.range(0, expected.length).mapToObj(k -> BigInteger.valueOf(shorts.numerator(k))))
                    .containsExactly(expected);
        }
        assertThat(fractions.stream().map(fraction -> Integers.numerator(fraction, common))).containsExactly(expected);
    }

    /** A few, of which each repeats the denominator of another with probability one half. */
    private static List<BigFraction> fractions(Random random) {
        int bits = List.of(4, 9, 12, 20, 30, 30, 63, 70, 130, 200, 200).get(random.nextInt(11));
        BigInteger[] denominators = Stream.generate(() -> random.nextInt(3) == 0
                ? BigInteger.ONE.shiftLeft(random.nextInt(bits))
                : new BigInteger(bits, random).setBit(0)).limit(3).toArray(BigInteger[]::new);
        int numeratorBits = List.of(20, 30, 30, 31, 31, 62, 66).get(random.nextInt(7));
        return Stream.generate(() -> new BigFraction(
                new BigInteger(numeratorBits, random).multiply(BigInteger.valueOf(random.nextInt(3) - 1)),
                denominators[random.nextInt(3)])).limit(1 + random.nextInt(6)).toList();
    }
}
