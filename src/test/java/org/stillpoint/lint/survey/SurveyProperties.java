package org.stillpoint.lint.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.StoredEntries;
import org.stillpoint.modelfile.tensor.Weights;

/** A survey finds what its definition says, whatever it reads at once and however much its digests tell. */
class SurveyProperties {

    private static final long ONE = Code.exact(1, 0);

    @Property(tries = 1000)
    void aSurveyIsWhatTheDefinitionSays(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Weights weights = RandomWeights.any(random);

        assertThat(Survey.of(weights, Progress.NONE, RandomWeights.settings(random))).isEqualTo(NaiveSurvey.of(weights));
    }

    @Property(tries = 300)
    void digestsThatAreAllTheSameChangeNoAnswer(@ForAll long seed) throws IOException {
        Weights weights = RandomWeights.any(new Random(seed));

        assertThat(Survey.of(weights, Progress.NONE, new Settings((lane, axis, index) -> 0, 7, 1, 0)))
                .isEqualTo(Survey.of(weights));
    }

    /** So the digests that are used are not what the property above makes of them: nearly all that is read again is equal. */
    @Property(tries = 300)
    void twoSlicesWithTheSameDigestAreEqual(@ForAll long seed) throws IOException {
        Weights weights = RandomWeights.withEntries(new Random(seed));
        boolean[] looked = Survey.looked(weights.dimensions());
        SliceSums sums = Survey.sums(weights, looked, Progress.NONE, Settings.USUAL);
        List<Long> codes = NaiveSurvey.codes(weights);

        for (int axis = 0; axis < looked.length; axis++) {
            List<List<Long>> slices = NaiveSurvey.all(weights, codes, axis);
            Sums found = sums.slices(axis);
            assertThat(IntStream.range(0, slices.size())).allMatch(i -> IntStream.range(0, slices.size())
                    .allMatch(j -> found.agrees(i, found, j) == slices.get(i).equals(slices.get(j)) || slices.size() == 1));
        }
    }

    @Property(tries = 100)
    void allEntriesAreToldOnce(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Weights weights = RandomWeights.any(random);
        AtomicLong told = new AtomicLong();

        Survey.of(weights, told::addAndGet, RandomWeights.settings(random));

        assertThat(told.get()).isEqualTo(weights.dimensions().entries());
    }

    /** One of them is large enough to be read by itself. */
    @Example
    void manyTensorsAreSurveyedInTheirOrder() throws IOException {
        List<Weights> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(i == 7 ? Weights.of("large", ElementType.FLOAT32, Dimensions.of(1 << 10, 1 << 10), entries(place -> ONE))
                    : RandomWeights.any(new Random(i)));
        }
        AtomicLong told = new AtomicLong();

        List<Survey> surveys = Survey.all(all, told::addAndGet);

        assertThat(surveys).extracting(Survey::weights).isEqualTo(all);
        assertThat(surveys).filteredOn(survey -> !survey.weights().name().equals("large"))
                .allMatch(survey -> survey.equals(unchecked(survey.weights())));
        assertThat(surveys.get(7).slices()).allMatch(slices -> slices.equal().size() == 1);
        assertThat(told.get()).isEqualTo(all.stream().mapToLong(weights -> weights.dimensions().entries()).sum());
    }

    private static Survey unchecked(Weights weights) {
        try {
            return NaiveSurvey.of(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Blocks that are long, so that the table of keys is, and blocks that end within a chunk. */
    @Example
    void twoEqualColumnsAndRowsOfALargeMatrixAreFound() throws IOException {
        Dimensions dimensions = Dimensions.of(1500, 1000);
        Entries entries = entries(place -> {
            long row = place / 1000 == 1400 ? 3 : place / 1000;
            long column = place % 1000 == 999 ? 0 : place % 1000;
            return column == 17 || row == 1499 ? 0 : Code.exact(1 + (row * 31 + column * column * 7) % 65537, 0);
        });

        Survey survey = Survey.of(Weights.of("w", ElementType.FLOAT32, dimensions, entries));

        assertThat(survey.slices()).containsExactly(
                new Slices(0, true, List.of(1499), List.of(List.of(3, 1400)), List.of()),
                new Slices(1, true, List.of(17), List.of(List.of(0, 999)), List.of()));
    }

    /** Such as an embedding of more words than there may be slices: its features are looked at all the same. */
    @Example
    void anAxisThatIsTooLongIsNotLookedAtAndTheOthersAre() throws IOException {
        long words = Survey.LONGEST_AXIS + 1;
        Survey survey = Survey.of(Weights.of("w", ElementType.FLOAT32, Dimensions.of(words, 3),
                entries(place -> place % 3 == 1 ? 0 : ONE)));
        Survey turned = Survey.of(Weights.of("w", ElementType.FLOAT32, Dimensions.of(3, words),
                entries(place -> place / words == 1 ? 0 : ONE)));

        assertThat(survey.slices()).containsExactly(Slices.notLooked(0),
                new Slices(1, true, List.of(1), List.of(List.of(0, 2)), List.of()));
        assertThat(turned.slices()).containsExactly(
                new Slices(0, true, List.of(1), List.of(List.of(0, 2)), List.of()), Slices.notLooked(1));
    }

    @Example
    void ofManyAxesTheFirstTwoAndTheLastTwoAreLookedAt() throws IOException {
        Dimensions dimensions = Dimensions.of(2, 2, 2, 2, 2, 2, 2);
        Survey survey = Survey.of(Weights.of("w", ElementType.FLOAT32, dimensions, entries(place -> ONE)));

        assertThat(survey.slices()).extracting(Slices::looked).containsExactly(true, true, false, false, false, true, true);
        assertThat(survey.slices()).filteredOn(Slices::looked).allMatch(each -> each.equal().equals(List.of(List.of(0, 1))));
    }

    /** 1e-20 lies between two binary32: 0x1E3CE508 is the one below. */
    @Example
    void aSliceIsTinyUpToTenToTheMinusTwenty() throws IOException {
        long below = Code.ofBinary32(0x1E3CE508L);
        long above = Code.ofBinary32(0x1E3CE509L);
        long[] codes = {below, 0, -1L << 63 | below, above, 0, 0};
        Survey survey = Survey.of(Weights.of("w", ElementType.FLOAT32, Dimensions.of(3, 2),
                entries(place -> codes[(int) place])));

        assertThat(survey.slices().get(0).tiny()).containsExactly(new Tiny(0, below));
        assertThat(survey.slices().get(0).tiny().get(0).exponent()).isEqualTo(-67);
    }

    @Example
    void aFileThatEndsTooEarlyIsNoSurvey() {
        Entries entries = new StoredEntries(Bytes.of("m.bin", new byte[100]), 0, ElementType.FLOAT32, ByteOrder.LITTLE_ENDIAN);

        assertThatThrownBy(() -> Survey.of(Weights.of("w", ElementType.FLOAT32, Dimensions.of(26), entries), Progress.NONE,
                new Settings(Keys.RANDOM, 10, 2, 0))).isInstanceOf(EOFException.class).hasMessageStartingWith("m.bin: ");
    }

    /** Each of several threads fails; what is told is what the first entry that is wrong is. */
    @Example
    void anIntegerThatNoCodeHoldsIsToldAsItIs() {
        byte[] bytes = new byte[800];
        Arrays.fill(bytes, 160, 800, (byte) -1);
        Weights weights = Weights.of("w", ElementType.UINT64, Dimensions.of(100),
                new StoredEntries(Bytes.of("m.bin", bytes), 0, ElementType.UINT64, ByteOrder.LITTLE_ENDIAN));

        assertThatThrownBy(() -> Survey.of(weights, Progress.NONE, new Settings(Keys.RANDOM, 10, 4, 0)))
                .isInstanceOf(ArithmeticException.class).hasMessage("18446744073709551615 is above the largest long");
    }

    private static Entries entries(LongUnaryOperator code) {
        return (from, codes) -> {
            for (int i = 0; i < codes.length; i++) {
                codes[i] = code.applyAsLong(from + i);
            }
        };
    }
}
