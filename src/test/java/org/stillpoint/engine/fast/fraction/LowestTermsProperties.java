package org.stillpoint.engine.fast.fraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
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

@StatisticsReport(onFailureOnly = true)
class LowestTermsProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void fractionsAreThoseOfAGreatestCommonDivisor(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        int largest = random.nextBoolean() ? 60 : 2_000_000_000;
        int often = List.of(2, 12, 300).get(random.nextInt(3));
        List<BigInteger> denominators = IntStream.range(0, 3).mapToObj(i -> BigInteger.valueOf(1 + random.nextInt(largest)))
                .toList();
        CoprimeBase base = CoprimeBase.of(denominators);
        int[] exponents = IntStream.range(0, base.size()).map(i -> random.nextInt(often)).toArray();
        BigInteger denominator = base.product(exponents);
        BigInteger numerator = switch (random.nextInt(6)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> denominator.multiply(BigInteger.valueOf(random.nextInt(200) - 100)).add(BigInteger.ONE);
            default -> new BigInteger(random.nextInt(200), random).subtract(new BigInteger(60, random))
                    .multiply(base.product(IntStream.of(exponents).map(e -> random.nextInt(e + 1)).toArray()));
        };

        BigFraction fraction = new LowestTerms(base).fraction(numerator, exponents);

        BigInteger divisor = numerator.gcd(denominator);
        Coverage.require("already in lowest terms", divisor.equals(BigInteger.ONE));
        Coverage.require("zero", numerator.signum() == 0);
        Coverage.require("both short", numerator.bitLength() < 63 && denominator.bitLength() < 63);
        Coverage.require("an odd factor goes more than a hundred times", IntStream.range(1, base.size())
                .anyMatch(i -> numerator.signum() != 0 && divisor.remainder(base.power(i, 100)).signum() == 0));
        assertThat(fraction.getNumerator()).isEqualTo(numerator.divide(divisor));
        assertThat(fraction.getDenominator()).isEqualTo(denominator.divide(divisor));
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void aBaseIsCoprimeAndItsPowersMakeEveryDenominator(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<BigInteger> denominators = IntStream.range(0, 4)
                .mapToObj(i -> BigInteger.ONE.max(new BigInteger(1 + random.nextInt(40), random).multiply(BigInteger.valueOf(6))))
                .toList();

        CoprimeBase base = CoprimeBase.of(denominators);

        for (int i = 0; i < base.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(base.factor(i).gcd(base.factor(j))).isEqualTo(BigInteger.ONE);
            }
            assertThat(base.isPrime(i)).isEqualTo(base.factor(i).bitLength() <= 20 && base.factor(i).isProbablePrime(40));
        }
        assertThat(denominators).allSatisfy(denominator ->
                assertThat(base.product(base.exponents(denominator))).isEqualTo(denominator));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aCoprimeNumeratorIsAnOrdinaryIntegerOtherwise(@ForAll("seeds") long seed) {
        BigInteger value = BigInteger.valueOf(2 * (seed >> 1) + 1);
        BigInteger other = BigInteger.valueOf(seed / 3 + 15);
        CoprimeNumerator numerator = new CoprimeNumerator(value.signum(), value.abs().toByteArray(), BigInteger.TWO);

        assertThat((BigInteger) numerator).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(numerator.gcd(other)).isEqualTo(value.gcd(other));
        assertThat(numerator.gcd(BigInteger.TWO)).isEqualTo(BigInteger.ONE);
    }
}
