package org.stillpoint.modelfile.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import org.stillpoint.format.FormatException;

/**
 * Entries that stand in another order than row-major, or with others between them: those of a transposed matrix, or of a view of
 * a larger tensor.
 *
 * @param first the place of the entry whose indices are all 0, counted in entries
 * @param strides how many entries apart two are whose indices along an axis differ by one, at least 0
 */
public record StridedEntries(Bytes bytes, long first, ElementType type, ByteOrder order, Dimensions dimensions,
                             List<Long> strides) implements Entries {

    /** So many bytes are read at once although most of them may not be asked for: to ask for fewer would not be faster. */
    private static final int WINDOW = 1 << 14;

    /**
     * @throws FormatException if an entry is not within the bytes, which there has to be one stride an axis for; the message is
     *     without the name of the file
     */
    public StridedEntries {
        strides = List.copyOf(strides);
        if (strides.size() != dimensions.axes()) {
            throw new FormatException(strides.size() + " strides, expected one for each of " + dimensions.axes() + " axes");
        }
        long stored = bytes.size() / type.bytes();
        long last = first;
        for (int axis = 0; axis < dimensions.axes() && dimensions.entries() > 0; axis++) {
            long steps = dimensions.size(axis) - 1;
            long stride = strides.get(axis);
            if (stride < 0 || steps > 0 && stride > (stored - Math.max(last, 0)) / steps) {
                throw new FormatException("a stride of " + stride + " for " + dimensions + " entries, expected all within "
                        + stored);
            }
            last += steps * stride;
        }
        if (first < 0 || first > stored || dimensions.entries() > 0 && last >= stored) {
            throw new FormatException(dimensions + " entries from entry " + first + ", expected all within " + stored);
        }
    }

    /** Of entries whose first index runs fastest. */
    public static StridedEntries columnMajor(Bytes bytes, ElementType type, ByteOrder order, Dimensions dimensions) {
        Long[] strides = new Long[dimensions.axes()];
        long stride = 1;
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = dimensions.entries() == 0 ? 0 : stride;
            stride *= dimensions.size(axis);
        }
        return new StridedEntries(bytes, 0, type, order, dimensions, List.of(strides));
    }

    /** Whether an entry is at the place where it would be in row-major order without any others between. */
    public boolean isRowMajor() {
        for (int axis = 0; axis < dimensions.axes(); axis++) {
            if (dimensions.size(axis) > 1 && strides.get(axis) != dimensions.stride(axis)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void read(long from, long[] codes) throws IOException {
        Objects.checkFromIndexSize(from, codes.length, dimensions.entries());
        if (codes.length > 0) {
            new Reading(codes).read(0, first, from, from + codes.length, 0);
        }
    }

    /** Blocks of entries whose codes follow each other. */
    private final class Reading {

        private final long[] codes;
        private ByteBuffer window = ByteBuffer.allocate(0);

        private Reading(long[] codes) {
            this.codes = codes;
        }

        /** Entries from one to before another, in row-major order among those of one index for each axis before this one. */
        private void read(int axis, long place, long from, long to, int code) throws IOException {
            if (axis == dimensions.axes()) {
                readBlock(new long[0], new long[0], new long[0], place, code);
                return;
            }
            long size = dimensions.stride(axis);
            long stride = strides.get(axis);
            long begin = from / size;
            long end = to / size;
            int done = code;
            if (begin * size < from) {
                long stop = Math.min(to, (begin + 1) * size);
                read(axis + 1, place + begin * stride, from - begin * size, stop - begin * size, done);
                done += (int) (stop - from);
                begin++;
            }
            if (begin < end) {
                readWhole(axis, place + begin * stride, end - begin, done);
                done += (int) ((end - begin) * size);
            }
            if (begin <= end && end * size < to) {
                read(axis + 1, place + end * stride, 0, to - end * size, done);
            }
        }

        /** So many indices along an axis, with all of those behind it. */
        private void readWhole(int axis, long place, long count, int code) throws IOException {
            int axes = dimensions.axes() - axis;
            long[] counts = new long[axes];
            long[] steps = new long[axes];
            long[] codeSteps = new long[axes];
            for (int i = 0; i < axes; i++) {
                counts[i] = i == 0 ? count : dimensions.size(axis + i);
                steps[i] = strides.get(axis + i);
                codeSteps[i] = dimensions.stride(axis + i);
            }
            readBlock(counts, steps, codeSteps, place, code);
        }

        /** In pieces along the axis on which entries are the farthest apart, each as large as can be read at once. */
        private void readBlock(long[] counts, long[] steps, long[] codeSteps, long place, int code) throws IOException {
            long span = 1;
            int widest = -1;
            for (int i = 0; i < counts.length; i++) {
                span += (counts[i] - 1) * steps[i];
                if (counts[i] > 1 && (widest < 0 || steps[i] > steps[widest])) {
                    widest = i;
                }
            }
            long fitting = WINDOW / type.bytes();
            if (widest < 0 || span <= fitting) {
                fill(place, (int) span);
                decode(0, counts, steps, codeSteps, 0, code);
                return;
            }
            long count = counts[widest];
            long others = span - (count - 1) * steps[widest];
            long together = Math.max(1, 1 + (fitting - others) / steps[widest]);
            for (long i = 0; i < count; i += together) {
                counts[widest] = Math.min(together, count - i);
                readBlock(counts, steps, codeSteps, place + i * steps[widest], code + (int) (i * codeSteps[widest]));
            }
            counts[widest] = count;
        }

        private void fill(long place, int span) throws IOException {
            int size = span * type.bytes();
            if (window.capacity() < size) {
                window = ByteBuffer.allocate(Math.max(size, Math.min(WINDOW, codes.length * type.bytes()))).order(order);
            }
            window.clear().limit(size);
            bytes.read(place * type.bytes(), window);
        }

        private void decode(int axis, long[] counts, long[] steps, long[] codeSteps, long place, long code) {
            if (axis == counts.length) {
                codes[(int) code] = type.next(window.position((int) place * type.bytes()));
                return;
            }
            for (long i = 0; i < counts[axis]; i++) {
                decode(axis + 1, counts, steps, codeSteps, place + i * steps[axis], code + i * codeSteps[axis]);
            }
        }
    }
}
