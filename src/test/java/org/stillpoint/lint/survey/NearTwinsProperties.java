package org.stillpoint.lint.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;

/** Near twins are those that the definition says, all of them unless it is said that some may be missing. */
class NearTwinsProperties {

    @Property(tries = 500)
    void nearTwinsAreThosePairsThatTheDefinitionSays(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Weights weights = random.nextInt(4) == 0 ? RandomWeights.withEntries(random) : scattered(random);
        BigFraction q = new BigFraction(random.nextInt(51), 100 * (random.nextBoolean() ? 1 : 1 + random.nextInt(20)));
        Settings settings = RandomWeights.settings(random);
        for (Slices slices : Survey.of(weights).slices()) {
            assertThat(NearTwins.of(weights, slices, q, NearSearch.MOST_CHECKS, settings))
                    .isEqualTo(new NearTwins(slices.axis(), naive(weights, slices, q), true));
        }
    }

    private static List<NearTwins.Pair> naive(Weights weights, Slices slices, BigFraction q) throws IOException {
        List<List<Long>> all = NaiveSurvey.all(weights, NaiveSurvey.codes(weights), slices.axis());
        List<NearTwins.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (isAskedAbout(all, i) && isAskedAbout(all, j) && isNear(all.get(i), all.get(j), q)) {
                    pairs.add(new NearTwins.Pair(i, j));
                }
            }
        }
        return pairs;
    }

    private static boolean isAskedAbout(List<List<Long>> all, int slice) {
        List<Long> codes = all.get(slice);
        return codes.stream().allMatch(Code::isFinite) && codes.stream().anyMatch(code -> code != 0)
                && all.indexOf(codes) == slice;
    }

    private static boolean isNear(List<Long> a, List<Long> b, BigFraction q) {
        List<BigFraction> left = a.stream().map(Code::number).toList();
        List<BigFraction> right = b.stream().map(Code::number).toList();
        BigFraction largest = LongStream.range(0, a.size())
                .mapToObj(k -> larger(left.get((int) k).abs(), right.get((int) k).abs()))
                .reduce(BigFraction.ZERO, NearTwinsProperties::larger);
        return IntStream.range(0, a.size())
                .allMatch(k -> left.get(k).subtract(right.get(k)).abs().compareTo(q.multiply(largest)) <= 0);
    }

    private static BigFraction larger(BigFraction a, BigFraction b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** A matrix whose rows scatter around a few, by whole steps, so that some are as far apart as may be. */
    private static Weights scattered(Random random) {
        int rows = 1 + random.nextInt(12);
        int columns = 1 + random.nextInt(20);
        long[][] centres = new long[3][columns];
        for (long[] centre : centres) {
            int size = 1 << random.nextInt(20);
            for (int j = 0; j < columns; j++) {
                centre[j] = random.nextInt(2 * size + 1) - size;
            }
        }
        int step = 1 + random.nextInt(40);
        int exponent = random.nextInt(40) - 20;
        long[] codes = new long[rows * columns];
        for (int i = 0; i < rows; i++) {
            int shift = random.nextInt(3);
            long[] centre = centres[random.nextInt(3)];
            for (int j = 0; j < columns; j++) {
                codes[i * columns + j] = Code.exact(centre[j] + (random.nextInt(3) - 1) * step, exponent + shift / 2);
            }
        }
        return weights(codes, rows, columns);
    }

    private static Weights weights(long[] codes, int rows, int columns) {
        return Weights.of("w", ElementType.FLOAT64, Dimensions.of(rows, columns),
                (from, read) -> System.arraycopy(codes, (int) from, read, 0, read.length));
    }

    @Property(tries = 2000)
    void twoNumbersAreNearIfTheirDifferenceIsAtMostTheBound(@ForAll long seed) {
        Random random = new Random(seed);
        long a = finite(random);
        long b = random.nextInt(3) > 0 ? a + random.nextInt(7) - 3 : finite(random);
        BigFraction difference = Code.number(a).subtract(Code.number(b)).abs();
        BigFraction drawn = new BigFraction(1 + random.nextInt(1000), 1 + random.nextInt(1000))
                .multiply(new BigFraction(2).pow(random.nextInt(200) - 100));
        BigFraction bound = random.nextBoolean() || difference.signum() == 0 ? drawn
                : difference.multiply(new BigFraction(1_000_000 + random.nextInt(3) - 1, 1_000_000));

        assertThat(new Tolerance(bound).holds(a, b)).isEqualTo(difference.compareTo(bound) <= 0);
    }

    @Property(tries = 2000)
    void aSizeIsTheLargestThatIsAtMostABound(@ForAll long seed) {
        Random random = new Random(seed);
        BigFraction bound = Code.number(finite(random) & Long.MAX_VALUE)
                .multiply(new BigFraction(1 + random.nextInt(1000), 1 + random.nextInt(1000)));
        long size = Sizes.atMost(bound);

        assertThat(Code.number(size)).isLessThanOrEqualTo(bound);
        assertThat(size + 1 == Code.INFINITY || Code.number(size + 1).compareTo(bound) > 0).isTrue();
    }

    /** Any finite number, often one of ordinary size. */
    private static long finite(Random random) {
        long bits = random.nextLong();
        long any = random.nextBoolean() ? Code.exact(bits >> 30, -40 + random.nextInt(20)) : Code.ofBinary64(bits);
        return Code.isFinite(any) ? any : Code.exact(3, -1);
    }

    /** A hundred rows that are all near one another are 4950 pairs. */
    @Example
    void aSearchThatIsBrokenOffIsToldSo() throws IOException {
        long[] codes = LongStream.range(0, 100 * 4).map(i -> Code.exact(i % 4 == 3 ? i : 1_000_000, 0)).toArray();
        Weights weights = weights(codes, 100, 4);
        Slices rows = Survey.of(weights).slices().get(0);
        BigFraction q = new BigFraction(1, 100);

        NearTwins all = NearTwins.of(weights, rows, q);
        NearTwins some = NearTwins.of(weights, rows, q, 100, Settings.USUAL);

        assertThat(all.complete()).isTrue();
        assertThat(all.pairs()).hasSize(4950);
        assertThat(some.complete()).isFalse();
        assertThat(some.pairs()).hasSize(100);
    }

    @Example
    void noSlicesAreNearWithinMoreThanAHalf() throws IOException {
        Weights weights = weights(new long[] {1}, 1, 1);
        Slices rows = Survey.of(weights).slices().get(0);

        assertThatThrownBy(() -> NearTwins.of(weights, rows, new BigFraction(2, 3))).isInstanceOf(DomainException.class)
                .hasMessage("near twins within 2/3, expected from 0 to 1/2");
    }
}
