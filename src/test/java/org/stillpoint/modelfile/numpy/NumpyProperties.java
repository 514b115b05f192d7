package org.stillpoint.modelfile.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/** Arrays of any shape are read in row-major order, however they were written. */
class NumpyProperties {

    @Property(tries = 300)
    void everyEntryIsFoundUnderItsIndices(@ForAll @Size(max = 5) List<@IntRange(max = 5) Integer> shape,
            @ForAll boolean columnMajor, @ForAll boolean bigEndian, @ForAll boolean wide, @ForAll Random random)
            throws IOException {
        Dimensions dimensions = new Dimensions(shape.stream().map(Integer::longValue).toList());
        byte[] file = written(dimensions, columnMajor, bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, wide);
        try (ModelFile model = new NpyReader().read(Bytes.of("array.npy", file), Optional.empty())) {
            Weights weights = model.weights().get(0);
            int from = random.nextInt((int) dimensions.entries() + 1);
            long[] codes = new long[(int) dimensions.entries() - from];
            weights.entries().read(from, codes);

            assertThat(weights.dimensions()).isEqualTo(dimensions);
            for (int i = 0; i < codes.length; i++) {
                assertThat(codes[i]).isEqualTo(Code.exact(from + i, 0));
            }
        }
    }

    /** Each entry is its own number in row-major order. */
    private static byte[] written(Dimensions dimensions, boolean columnMajor, ByteOrder order, boolean wide) {
        String head = "{'descr': '" + (order == ByteOrder.BIG_ENDIAN ? ">" : "<") + (wide ? "f8" : "i2") + "', 'fortran_order': "
                + (columnMajor ? "True" : "False") + ", 'shape': "
                + dimensions.sizes().stream().map(size -> size + ",").collect(Collectors.joining("", "(", ")")) + "}";
        int entries = (int) dimensions.entries();
        ByteBuffer buffer = ByteBuffer.allocate(10 + head.length() + entries * (wide ? Double.BYTES : Short.BYTES))
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) head.length()).put(head.getBytes(StandardCharsets.US_ASCII)).order(order);
        for (int place = 0; place < entries; place++) {
            int number = columnMajor ? rowMajor(dimensions, place) : place;
            if (wide) {
                buffer.putDouble(number);
            } else {
                buffer.putShort((short) number);
            }
        }
        return buffer.array();
    }

    /** The row-major number of the entry that is at this place in column-major order. */
    private static int rowMajor(Dimensions dimensions, int place) {
        long rest = place;
        long number = 0;
        for (int axis = 0; axis < dimensions.axes(); axis++) {
            number += rest % dimensions.size(axis) * dimensions.stride(axis);
            rest /= dimensions.size(axis);
        }
        return (int) number;
    }
}
