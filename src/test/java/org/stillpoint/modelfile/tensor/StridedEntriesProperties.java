package org.stillpoint.modelfile.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.stillpoint.format.FormatException;

/** Entries are where their strides say, however many are read at once. */
class StridedEntriesProperties {

    private static final int MAX_STORED = 60_000;

    @Property(tries = 500)
    void everyPartOfATensorHasTheEntriesThatItsStridesSay(@ForAll Random random, @ForAll @IntRange(max = 4) int axes)
            throws IOException {
        List<Long> sizes = random.longs(axes, 1, 9).boxed().toList();
        List<Long> strides = random.longs(axes, 0, random.nextBoolean() ? 9 : 1500).boxed().toList();
        assertEntries(random, new Dimensions(sizes), strides);
    }

    @Property(tries = 200)
    void matricesInAnyOrderAreReadAsTheyAre(@ForAll Random random, @ForAll @IntRange(min = 1, max = 240) int rows,
            @ForAll @IntRange(min = 1, max = 240) int columns) throws IOException {
        assertEntries(random, Dimensions.of(rows, columns), List.of(1L, (long) rows));
        assertEntries(random, Dimensions.of(rows, columns), List.of((long) columns, 1L));
    }

    /** Of entries that are their own places. */
    private static void assertEntries(Random random, Dimensions dimensions, List<Long> strides) throws IOException {
        long first = random.nextInt(20);
        StridedEntries entries = new StridedEntries(places(MAX_STORED), first, ElementType.INT32, ByteOrder.BIG_ENDIAN,
                dimensions, strides);
        int from = random.nextInt(Math.toIntExact(dimensions.entries()));
        long[] codes = new long[random.nextInt(Math.toIntExact(dimensions.entries()) - from + 1)];
        entries.read(from, codes);
        for (int i = 0; i < codes.length; i++) {
            long place = first;
            for (int axis = 0; axis < dimensions.axes(); axis++) {
                place += (from + i) / dimensions.stride(axis) % dimensions.size(axis) * strides.get(axis);
            }
            assertThat(codes[i]).isEqualTo(Code.exact(place, 0));
        }
    }

    @Property(tries = 500)
    void anEntryOutsideOfTheBytesIsRefused(@ForAll Random random, @ForAll @IntRange(max = 4) int axes) {
        List<Long> sizes = random.longs(axes, 1, 5).boxed().toList();
        List<Long> strides = random.longs(axes, 0, 5).boxed().toList();
        long first = random.nextInt(5);
        long last = first;
        for (int axis = 0; axis < axes; axis++) {
            last += (sizes.get(axis) - 1) * strides.get(axis);
        }
        Dimensions dimensions = new Dimensions(sizes);

        assertThat(entries((int) last + 1, first, dimensions, strides)).isNotNull();
        int tooFew = (int) last;
        assertThatThrownBy(() -> entries(tooFew, first, dimensions, strides)).isInstanceOf(FormatException.class);
    }

    @Example
    void stridesThatCannotBeAreRefused() {
        assertRefused(0, Dimensions.of(2), List.of(-1L));
        assertRefused(0, Dimensions.of(2), List.of());
        assertRefused(-1, Dimensions.of(), List.of());
        assertRefused(Long.MAX_VALUE, Dimensions.of(), List.of());
        assertRefused(1, Dimensions.of(2), List.of(Long.MAX_VALUE));
        assertRefused(0, Dimensions.of(1L << 62), List.of(1L << 62));
        assertRefused(0, Dimensions.of(3, 3), List.of(1L << 62, 1L << 62));
    }

    private static void assertRefused(long first, Dimensions dimensions, List<Long> strides) {
        assertThatThrownBy(() -> entries(100, first, dimensions, strides)).isInstanceOf(FormatException.class);
    }

    @Example
    void aTensorWithoutEntriesNeedsNoBytes() throws IOException {
        StridedEntries entries = entries(0, 0, Dimensions.of(3, 0), List.of(Long.MAX_VALUE, 1L));

        entries.read(0, new long[0]);
        assertThatThrownBy(() -> entries.read(0, new long[1])).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Example
    void columnsAreReadAsColumns() throws IOException {
        StridedEntries entries = StridedEntries.columnMajor(places(6), ElementType.INT32, ByteOrder.BIG_ENDIAN,
                Dimensions.of(2, 3));
        long[] codes = new long[6];
        entries.read(0, codes);

        assertThat(codes).containsExactly(Code.exact(0, 0), Code.exact(2, 0), Code.exact(4, 0), Code.exact(1, 0), Code.exact(3, 0),
                Code.exact(5, 0));
        assertThat(entries.isRowMajor()).isFalse();
    }

    /** A row at a time of a large transposed matrix asks for little more than what it needs. */
    @Example
    void aTransposedMatrixIsNotReadAgainForEveryEntry() throws IOException {
        AtomicLong read = new AtomicLong();
        int size = 2000;
        Bytes places = new Counting(places(size * size), read);
        StridedEntries entries = StridedEntries.columnMajor(places, ElementType.INT32, ByteOrder.BIG_ENDIAN,
                Dimensions.of(size, size));
        entries.read(0, new long[32 * size]);

        assertThat(read.get()).isLessThan(32L * size * Integer.BYTES * 64);
    }

    private static StridedEntries entries(int stored, long first, Dimensions dimensions, List<Long> strides) {
        return new StridedEntries(places(stored), first, ElementType.INT32, ByteOrder.BIG_ENDIAN, dimensions, strides);
    }

    private static Bytes places(int count) {
        ByteBuffer buffer = ByteBuffer.allocate(count * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            buffer.putInt(i);
        }
        return Bytes.of("places", buffer.array());
    }

    private record Counting(Bytes bytes, AtomicLong read) implements Bytes {

        @Override
        public String name() {
            return bytes.name();
        }

        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public void read(long from, ByteBuffer into) throws IOException {
            read.addAndGet(into.remaining());
            bytes.read(from, into);
        }
    }
}
