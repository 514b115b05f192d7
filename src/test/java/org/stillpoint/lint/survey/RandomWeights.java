package org.stillpoint.lint.survey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.LongStream;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.StoredEntries;
import org.stillpoint.modelfile.tensor.StoredTensors;
import org.stillpoint.modelfile.tensor.Weights;

/** Small tensors as they stand in files, in which slices are often zero, equal, opposite, or nearly one of these. */
final class RandomWeights {

    private static final int MOST_AXES = 5;
    private static final int MOST_ENTRIES = 400;

    private RandomWeights() {
    }

    /** Of no to five axes of sizes from 0. */
    static Weights any(Random random) {
        ElementType[] types = ElementType.values();
        return of(dimensions(random, 0), types[random.nextInt(types.length)], random);
    }

    /** Of one to five axes of sizes from 1, in 32 bits. */
    static Weights withEntries(Random random) {
        return of(dimensions(random, 1), ElementType.FLOAT32, random);
    }

    static Weights of(Dimensions dimensions, ElementType type, Random random) {
        int entries = (int) dimensions.entries();
        long[] pool = LongStream.range(0, 1 + random.nextInt(4)).map(i -> special(type, random)).toArray();
        long[] bits = LongStream.range(0, entries).map(i -> pool[random.nextInt(pool.length)]).toArray();
        for (int plants = random.nextInt(4); plants > 0 && entries > 0 && dimensions.axes() > 0; plants--) {
            plant(dimensions, type, bits, random);
        }
        if (entries > 0 && random.nextBoolean()) {
            bits[random.nextInt(entries)] = special(type, random);
        }
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int offset = random.nextInt(4);
        ByteBuffer buffer = ByteBuffer.allocate(offset + entries * type.bytes()).order(order).position(offset);
        LongStream.of(bits).forEach(each -> StoredTensors.put(buffer, type, each));
        return Weights.of("w", type, dimensions, new StoredEntries(Bytes.of("w", buffer.array()), offset, type, order));
    }

    /** Chunks from one entry on, several parts, and digests that tell everything, little or nothing. */
    static Settings settings(Random random) {
        Keys keys = switch (random.nextInt(4)) {
            case 0 -> (lane, axis, index) -> 0;
            case 1 -> (lane, axis, index) -> 1;
            default -> Keys.of(random.nextLong());
        };
        return new Settings(keys, 1 + random.nextInt(random.nextBoolean() ? 10 : 500), 1 + random.nextInt(3), random.nextInt(30));
    }

    private static Dimensions dimensions(Random random, int least) {
        long[] sizes = new long[least + random.nextInt(MOST_AXES + 1 - least)];
        int left = MOST_ENTRIES;
        for (int axis = 0; axis < sizes.length; axis++) {
            int most = Math.min(random.nextInt(8) == 0 ? 90 : 6, left);
            sizes[axis] = least == 0 && random.nextInt(15) == 0 ? 0 : 1 + random.nextInt(most);
            left /= (int) Math.max(1, sizes[axis]);
        }
        return Dimensions.of(sizes);
    }

    /** Makes a slice zero, or one that is already there, or the opposite of that. */
    private static void plant(Dimensions dimensions, ElementType type, long[] bits, Random random) {
        int axis = random.nextInt(dimensions.axes());
        int size = (int) dimensions.size(axis);
        int stride = (int) dimensions.stride(axis);
        int to = random.nextInt(size);
        int from = random.nextInt(size);
        int what = random.nextInt(3);
        for (int place = 0; place < bits.length; place++) {
            if (place / stride % size == to) {
                long other = bits[place + (from - to) * stride];
                bits[place] = what == 0 ? random.nextInt(2) * negative(type) : what == 1 ? other : other ^ negative(type);
            }
        }
    }

    /** The bit that is the sign, of floating-point numbers; 0 of others. */
    private static long negative(ElementType type) {
        return type.isFloating() ? 1L << 8 * type.bytes() - 1 : 0;
    }

    private static long special(ElementType type, Random random) {
        long exponent = switch (type) {
            case FLOAT16 -> 0x7C00;
            case BFLOAT16 -> 0x7F80;
            case FLOAT32 -> 0x7F800000;
            case FLOAT64 -> 0x7FF0000000000000L;
            default -> 0;
        };
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> negative(type);
            case 2 -> exponent;
            case 3 -> exponent | negative(type);
            case 4 -> exponent | 1 + random.nextInt(2);
            case 5 -> 1 + random.nextInt(3);
            default -> StoredTensors.bits(type, random);
        };
    }
}
