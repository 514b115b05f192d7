package org.stillpoint.engine.fast.fraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
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
        CoprimeBase base = CoprimeBase.of(IntStream.range(0, 3).mapToObj(i -> BigInteger.valueOf(1 + random.nextInt(largest)))
                .toList());
        int[] exponents = IntStream.range(0, base.size()).map(i -> random.nextInt(often)).toArray();
        int[] above = IntStream.range(0, base.size()).map(i -> random.nextInt(often)).toArray();
        BigInteger denominator = base.product(exponents);
        BigInteger numerator = switch (random.nextInt(6)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> denominator.multiply(BigInteger.valueOf(random.nextInt(200) - 100)).add(BigInteger.ONE);
            default -> new BigInteger(random.nextInt(200), random).subtract(new BigInteger(60, random))
                    .multiply(base.product(above));
        };

        BigInteger divisor = numerator.gcd(denominator);
        Coverage.require("already in lowest terms", divisor.equals(BigInteger.ONE));
        Coverage.require("zero", numerator.signum() == 0);
        Coverage.require("both short", numerator.bitLength() < 64 && denominator.bitLength() < 63);
        Coverage.require("an odd factor goes more than a hundred times", IntStream.range(1, base.size())
                .anyMatch(i -> numerator.signum() != 0 && divisor.remainder(base.power(i, 100)).signum() == 0));
        Coverage.require("an odd factor could go many times more", IntStream.range(1, base.size())
                .anyMatch(i -> exponents[i] > 20 && above[i] > exponents[i] + 40));
        assertInLowestTermsHoweverItComes(base, numerator, exponents);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void numeratorsWithZerosInTheMiddleAreDivided(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        CoprimeBase base = CoprimeBase.of(List.of(BigInteger.valueOf(List.of(3, 10, 63, 1009).get(random.nextInt(4)))));
        int[] exponents = IntStream.range(0, base.size()).map(i -> i == 0 ? 0 : random.nextInt(12)).toArray();
        BigInteger sparse = BigInteger.ONE.shiftLeft(64 * (1 + random.nextInt(6)) + random.nextInt(20));
        BigInteger numerator = sparse.subtract(sparse.mod(base.product(exponents))).add(base.product(exponents));

        Coverage.require("a limb is 0", Arrays.stream(limbs(numerator, 0)).limit(numerator.bitLength() / 32)
                .anyMatch(limb -> limb == 0));
        assertInLowestTermsHoweverItComes(base, numerator, exponents);
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void numeratorsThatJustFitAreNoOthers(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        CoprimeBase base = CoprimeBase.of(List.of(BigInteger.valueOf(List.of(2, 3, 10, 30, 1009).get(random.nextInt(5)))));
        int[] exponents = IntStream.range(0, base.size()).map(i -> random.nextInt(12)).toArray();
        int bits = List.of(62, 63, 63, 63, 64, 64).get(random.nextInt(6));
        BigInteger size = BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(List.of(-1, 0, 0, 1).get(random.nextInt(4))));
        BigInteger numerator = random.nextBoolean() ? size : size.negate();

        Coverage.require("the least long", numerator.equals(BigInteger.valueOf(Long.MIN_VALUE)));
        Coverage.require("two limbs, but no long", numerator.bitLength() == 64);
        assertInLowestTermsHoweverItComes(base, numerator, exponents);
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void factorsThatMayNotBePrimeAreReducedToo(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        BigInteger p = BigInteger.probablePrime(12 + random.nextInt(30), random);
        BigInteger q = BigInteger.probablePrime(12 + random.nextInt(30), random);
        CoprimeBase base = CoprimeBase.of(List.of(p.multiply(q), BigInteger.valueOf(1 + random.nextInt(50))));
        int[] exponents = IntStream.range(0, base.size()).map(i -> random.nextInt(9)).toArray();
        BigInteger numerator = new BigInteger(1 + random.nextInt(90), random).setBit(0)
                .multiply(partOf(base, exponents, random)).multiply(p.pow(random.nextInt(2)));

        Coverage.require("part of a factor divides", divides(p, numerator) && !divides(q, numerator)
                && IntStream.range(1, base.size()).anyMatch(i -> exponents[i] > 0 && divides(p.multiply(q), base.factor(i))));
        Coverage.require("a factor divides", divides(p.multiply(q), numerator));
        assertInLowestTermsHoweverItComes(base, numerator, exponents);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void powersOfTwoAreShiftedOut(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        CoprimeBase base = CoprimeBase.of(List.of(BigInteger.ONE.shiftLeft(random.nextInt(200))));
        int[] exponents = {random.nextInt(300)};
        BigInteger numerator = new BigInteger(random.nextInt(200), random).shiftLeft(random.nextInt(200))
                .multiply(BigInteger.valueOf(random.nextInt(2) * 2 - 1));

        assertThat(base.size()).isEqualTo(1);
        Coverage.require("whole", numerator.signum() != 0 && numerator.getLowestSetBit() >= exponents[0]);
        Coverage.require("long", numerator.bitLength() > 100 && numerator.getLowestSetBit() < exponents[0]);
        assertInLowestTermsHoweverItComes(base, numerator, exponents);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void numbersOfThousandsOfLimbsAreDividedAsOftenAsThatGoes(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        CoprimeBase base = CoprimeBase.of(List.of(BigInteger.valueOf(15)));
        BigInteger cofactor = new BigInteger(60_000, random).setBit(60_000);
        int[] times = {0, random.nextInt(500), random.nextInt(20)};
        BigInteger numerator = cofactor.multiply(base.product(times));
        int[] divided = {0, times[1] + valuation(cofactor, base.factor(1)), times[2] + valuation(cofactor, base.factor(2))};
        int[] exponents = {0, 40_000, 40_000};

        BigFraction fraction = new LowestTerms(base).fraction(1, limbs(numerator, 0), exponents);

        int[] left = {0, 40_000 - divided[1], 40_000 - divided[2]};
        assertIs(fraction, numerator.divide(base.product(divided)), base.product(left));
        assertThat(new LowestTerms(base).fraction(numerator, exponents)).isEqualTo(fraction);
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void aBaseIsCoprimeAndItsPowersMakeEveryDenominator(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        int bits = List.of(10, 40, 64, 90).get(random.nextInt(4));
        BigInteger shared = BigInteger.probablePrime(11 + random.nextInt(20), random);
        List<BigInteger> denominators = IntStream.range(0, 4)
                .mapToObj(i -> BigInteger.ONE.max(new BigInteger(1 + random.nextInt(bits), random)
                        .multiply(random.nextInt(3) == 0 ? shared : BigInteger.valueOf(6))))
                .toList();

        CoprimeBase base = CoprimeBase.of(denominators);

        Coverage.require("a factor not known to be prime", !base.isPrime());
        Coverage.require("a prime above 1000", IntStream.range(0, base.size())
                .anyMatch(i -> base.isPrime(i) && base.factor(i).bitLength() > 10));
        Coverage.require("a factor longer than a long", IntStream.range(0, base.size())
                .anyMatch(i -> base.factor(i).bitLength() > 63));
        for (int i = 0; i < base.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(base.factor(i).gcd(base.factor(j))).isEqualTo(BigInteger.ONE);
            }
            assertThat(base.isPrime(i)).isEqualTo(base.factor(i).bitLength() <= 20 && base.factor(i).isProbablePrime(40));
        }
        assertThat(denominators).allSatisfy(denominator -> {
            assertThat(base.product(base.exponents(denominator))).isEqualTo(denominator);
            assertThat(base.bitsAtMost(base.exponents(denominator))).isGreaterThanOrEqualTo(denominator.bitLength());
        });
    }

    private static BigInteger partOf(CoprimeBase base, int[] exponents, Random random) {
        return base.product(Arrays.stream(exponents).map(e -> random.nextInt(e + 1)).toArray());
    }

    private static boolean divides(BigInteger a, BigInteger b) {
        return b.remainder(a).signum() == 0;
    }

    private static int valuation(BigInteger number, BigInteger prime) {
        return divides(prime, number) ? 1 + valuation(number.divide(prime), prime) : 0;
    }

    /** As an integer, as a long if it is one, and as limbs with and without zeros above; twice, as numbers are kept. */
    private static void assertInLowestTermsHoweverItComes(CoprimeBase base, BigInteger numerator, int[] exponents) {
        BigInteger denominator = base.product(exponents);
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger above = numerator.divide(divisor);
        BigInteger below = denominator.divide(divisor);
        LowestTerms lowest = new LowestTerms(base);
        for (int zeros = 0; zeros < 2; zeros++) {
            assertIs(lowest.fraction(numerator, exponents), above, below);
            assertIs(lowest.fraction(numerator.signum(), limbs(numerator.abs(), zeros), exponents), above, below);
        }
        if (numerator.bitLength() < Long.SIZE) {
            assertIs(lowest.fraction(numerator.longValueExact(), exponents), above, below);
        }
        if (base.isPrime() && numerator.signum() != 0) {
            assertThat(lowest.reduce(numerator, exponents)).isEqualTo(above);
            assertThat(base.product(lowest.left())).isEqualTo(below);
        }
    }

    /** Its numbers are no others, and ordinary ones. */
    private static void assertIs(BigFraction fraction, BigInteger numerator, BigInteger denominator) {
        assertThat(fraction.getNumerator()).isEqualTo(numerator).isExactlyInstanceOf(BigInteger.class);
        assertThat(fraction.getDenominator()).isEqualTo(denominator).isExactlyInstanceOf(BigInteger.class);
    }

    private static int[] limbs(BigInteger number, int zeros) {
        int[] limbs = new int[number.bitLength() / 32 + 1 + zeros];
        for (int i = 0; i < limbs.length; i++) {
            limbs[i] = number.shiftRight(32 * i).intValue();
        }
        return limbs;
    }
}
