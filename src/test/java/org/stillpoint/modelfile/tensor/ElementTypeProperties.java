package org.stillpoint.modelfile.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Entries are the numbers that the processor takes their bits for, however many are read at once. */
class ElementTypeProperties {

    private static final long NEGATIVE_ZERO = 1L << 63;

    @Property
    void aBinary32IsTheNumberThatJavaTakesItFor(@ForAll int bits) {
        assertThat(Code.ofBinary32(bits & 0xFFFFFFFFL)).isEqualTo(code(Float.intBitsToFloat(bits)));
    }

    @Property
    void aBinary64IsTheNumberThatJavaTakesItFor(@ForAll long bits) {
        assertThat(Code.ofBinary64(bits)).isEqualTo(code(Double.longBitsToDouble(bits)));
    }

    /** Where formulas change: zeros, subnormal numbers, the smallest and largest normal ones, infinities, and no numbers. */
    @Example
    void theEdgesOfBothFormatsAreRightToo() {
        int[] sizes = {0, 1, 2, 0x7FFFFF, 0x800000, 0x800001, 0x7F7FFFFF, 0x7F800000, 0x7F800001, 0x7FFFFFFF};
        assertThat(IntStream.of(sizes).flatMap(size -> IntStream.of(size, size | 1 << 31)))
                .allMatch(bits -> Code.ofBinary32(bits & 0xFFFFFFFFL) == code(Float.intBitsToFloat(bits)));
        long[] longSizes = {0, 1, (1L << 52) - 1, 1L << 52, (1L << 52) + 1, Code.INFINITY - 1, Code.INFINITY, Code.INFINITY + 1,
                Long.MAX_VALUE};
        assertThat(LongStream.of(longSizes).flatMap(size -> LongStream.of(size, size | NEGATIVE_ZERO)))
                .allMatch(bits -> Code.ofBinary64(bits) == code(Double.longBitsToDouble(bits)));
    }

    /** A binary16 and a bfloat16 have so few values that all are tried. */
    @Example
    void everyNumberOfSixteenBitsHasItsOwnValue() {
        assertThat(IntStream.range(0, 1 << 16)).allMatch(bits -> Code.ofBfloat16(bits) == Code.ofBinary32((long) bits << 16))
                .allMatch(bits -> Code.ofBinary16(bits) == code(half(bits)));
    }

    @Property
    void manyEntriesAreTheSameAsOneAfterTheOther(@ForAll ElementType type, @ForAll boolean bigEndian, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int offset = random.nextInt(5);
        int entries = 1 + random.nextInt(20);
        ByteBuffer buffer = StoredTensors.random(type, entries, offset, order, random);
        long[] expected = new long[entries];
        ByteBuffer oneByOne = buffer.duplicate().order(order).position(offset);
        for (int i = 0; i < entries; i++) {
            expected[i] = type.next(oneByOne);
        }
        int from = random.nextInt(entries);
        int count = random.nextInt(entries - from + 1);
        long[] read = new long[count + 3];
        read[0] = 7;
        read[count + 1] = 8;

        new StoredEntries(Bytes.of("m", buffer.array()), offset, type, order).read(from, read, 1, count);

        assertThat(read).startsWith(7).endsWith(8, 0);
        assertThat(LongStream.of(read).skip(1).limit(count).toArray())
                .isEqualTo(LongStream.of(expected).skip(from).limit(count).toArray());
    }

    @Example
    void entriesThatAreNotThereAreAskedForInVain() {
        StoredEntries entries = new StoredEntries(Bytes.of("m", new byte[40]), 0, ElementType.FLOAT32, ByteOrder.LITTLE_ENDIAN);

        assertThatThrownBy(() -> entries.read(5, new long[10], 0, 6)).isInstanceOf(EOFException.class)
                .hasMessage("m: 24 bytes from byte 20, expected within its 40 bytes");
    }

    private static long code(double number) {
        return number == 0 ? 0 : Double.doubleToLongBits(number);
    }

    private static double half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double size = exponent == 31 ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                : exponent == 0 ? Math.scalb((double) fraction, -24) : Math.scalb((double) (1024 + fraction), exponent - 25);
        return bits >> 15 == 0 ? size : -size;
    }
}
