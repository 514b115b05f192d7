package org.stillpoint.lint.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.domain.DomainException;
import org.stillpoint.lint.survey.NaiveBlocks.Naive;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.StoredEntries;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Content;
import org.stillpoint.tensor.Shape;

/** Blocks have the entries that the definition gives them, and are equal where these are. */
class BlocksProperties {

    /** A tensor with a way to cut it. */
    private record Cutting(Weights weights, int axis, List<int[]> groups, int other, List<int[]> others) {

        static Cutting random(Random random) {
            Weights weights = RandomWeights.withEntries(random);
            int axes = weights.dimensions().axes();
            int axis = random.nextInt(axes);
            int other = (axis + 1 + random.nextInt(Math.max(1, axes - 1))) % axes;
            boolean isCutOnce = axes == 1 || random.nextInt(3) == 0;
            return new Cutting(weights, axis, groups((int) weights.dimensions().size(axis), random), isCutOnce ? axis : other,
                    isCutOnce ? List.of() : groups((int) weights.dimensions().size(other), random));
        }

        /** Some indices, in any order, in groups; nearly always all of them, and often one by one. */
        private static List<int[]> groups(int size, Random random) {
            List<Integer> indices = new ArrayList<>(IntStream.range(0, size).boxed().toList());
            if (random.nextBoolean()) {
                Collections.shuffle(indices, random);
            }
            int longest = random.nextBoolean() ? 1 : size;
            List<int[]> groups = new ArrayList<>();
            for (int from = 0; from < size; ) {
                int to = Math.min(size, from + 1 + random.nextInt(longest));
                groups.add(indices.subList(from, to).stream().mapToInt(Integer::intValue).toArray());
                from = to + (random.nextInt(10) == 0 ? 1 : 0);
            }
            return groups;
        }

        List<Content> blocks(Settings settings, Progress progress) throws IOException {
            return Blocks.along(weights, axis, groups, other, others, progress, settings).stream().flatMap(List::stream)
                    .toList();
        }

        List<Naive> naive() throws IOException {
            return NaiveBlocks.of(weights, axis, groups, other, others);
        }
    }

    @Property(tries = 400)
    void blocksAreEqualWhereTheirEntriesAre(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Cutting cutting = Cutting.random(random);

        assertSame(cutting.blocks(RandomWeights.settings(random), Progress.NONE), cutting.naive());
    }

    /** Digests have the same keys, and it does not matter how either tensor is read. */
    @Property(tries = 400)
    void blocksOfTwoTensorsAreEqualWhereTheirEntriesAre(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        long twin = random.nextLong();
        Cutting one = Cutting.random(new Random(twin));
        Cutting two = Cutting.random(random.nextBoolean() ? new Random(twin) : random);
        Settings settings = RandomWeights.settings(random);
        List<Content> blocks = new ArrayList<>(one.blocks(settings, Progress.NONE));
        blocks.addAll(two.blocks(new Settings(settings.keys(), 1 + random.nextInt(9), 2, 1), Progress.NONE));
        List<Naive> naive = new ArrayList<>(one.naive());
        naive.addAll(two.naive());

        assertSame(blocks, naive);
    }

    private static void assertSame(List<Content> blocks, List<Naive> naive) {
        assertThat(blocks).hasSameSizeAs(naive);
        for (int i = 0; i < naive.size(); i++) {
            Content block = blocks.get(i);
            Naive expected = naive.get(i);
            assertThat(block.shape()).isEqualTo(expected.shape());
            assertThat(block.isZero()).isEqualTo(expected.codes().stream().allMatch(code -> code == 0));
            for (int j = 0; j < naive.size(); j++) {
                assertThat(block.equals(blocks.get(j))).isEqualTo(expected.equals(naive.get(j)));
                assertThat(block.hashCode() == blocks.get(j).hashCode() || !expected.equals(naive.get(j))).isTrue();
            }
        }
    }

    @Property(tries = 100)
    void allEntriesAreToldOnce(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Cutting cutting = Cutting.random(random);
        AtomicLong told = new AtomicLong();

        cutting.blocks(RandomWeights.settings(random), told::addAndGet);

        assertThat(told.get()).isEqualTo(cutting.weights().dimensions().entries());
    }

    /** Two suspicious columns one by one, and all others as one block: a table of keys, and rows that chunks end in. */
    @Example
    void columnsOfALargeMatrixAreToldFromTheRest() throws IOException {
        int columns = 3000;
        Weights weights = Weights.of("w", ElementType.FLOAT32, Dimensions.of(200, columns), (from, codes) -> {
            for (int i = 0; i < codes.length; i++) {
                long column = (from + i) % columns;
                codes[i] = Code.exact(1 + (from + i) / columns + (column == 2999 ? 17 : column), 0);
            }
        });
        int[] rest = IntStream.range(0, columns).filter(column -> column != 17 && column != 18 && column != 2999).toArray();

        List<Content> blocks = Blocks.along(weights, 1, List.of(new int[] {2999}, new int[] {18}, rest, new int[] {17}));

        assertThat(blocks.get(0)).isEqualTo(blocks.get(3)).isNotEqualTo(blocks.get(1)).isNotEqualTo(blocks.get(2));
        assertThat(blocks.get(2).shape()).isEqualTo(Shape.of(200, 2997));
    }

    /** Along the axis the entries are the same, in another order. */
    @Example
    void theOrderOfIndicesIsThatOfTheEntries() throws IOException {
        byte[] entries = {1, 2, 3, 2, 1, 3};
        Weights weights = Weights.of("w", ElementType.INT8, Dimensions.of(6),
                new StoredEntries(Bytes.of("w", entries), 0, ElementType.INT8, ByteOrder.LITTLE_ENDIAN));

        List<Content> blocks = Blocks.along(weights, 0, List.of(new int[] {0, 1, 2}, new int[] {3, 4, 5}));
        List<Content> turned = Blocks.along(weights, 0, List.of(new int[] {0, 1, 2}, new int[] {4, 3, 5}));

        assertThat(blocks.get(0)).isNotEqualTo(blocks.get(1));
        assertThat(turned.get(0)).isEqualTo(turned.get(1)).isEqualTo(blocks.get(0));
    }

    @Example
    void groupsThatOverlapOrLeaveTheAxisAreRefused() {
        Weights weights = RandomWeights.of(Dimensions.of(3, 2), ElementType.FLOAT32, new Random(1));

        assertThatThrownBy(() -> Blocks.along(weights, 0, List.of(new int[] {0, 1}, new int[] {1})))
                .isInstanceOf(DomainException.class).hasMessage("the index 1 twice, expected groups that do not overlap");
        assertThatThrownBy(() -> Blocks.along(weights, 0, List.of(new int[] {3})))
                .isInstanceOf(DomainException.class).hasMessage("an index of 3, expected one from 0 to below 3");
        assertThatThrownBy(() -> Blocks.along(weights, 0, List.of(new int[0])))
                .isInstanceOf(DomainException.class).hasMessage("an axis of size 0, expected at least 1");
    }
}
