package org.stillpoint.modelfile.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.stillpoint.format.Json;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is written is read. */
class SafetensorsProperties {

    private static final List<String> TYPES = List.of("F16", "BF16", "F32", "F64", "I8", "U8", "I16", "U16", "I32", "U32",
            "BOOL");
    private static final List<Integer> WIDTHS = List.of(2, 2, 4, 8, 1, 1, 2, 2, 4, 4, 1);

    @Property(tries = 200)
    void tensorsAreReadUnderTheirNamesFromTheirPlaces(@ForAll @UniqueElements @Size(max = 6) List<String> names,
            @ForAll Random random) throws IOException {
        Written written = new Written(names.stream().filter(name -> !name.equals("__metadata__")).toList(), random);
        try (ModelFile model = new SafetensorsReader().read(Bytes.of("model", written.file), Optional.empty())) {
            assertThat(model.weights()).extracting(Weights::name).isEqualTo(written.names);
            assertThat(model.weights()).extracting(Weights::dimensions).isEqualTo(written.dimensions);
            for (int i = 0; i < written.names.size(); i++) {
                long[] codes = new long[written.codes.get(i).size()];
                model.weights().get(i).entries().read(0, codes);
                assertThat(LongStream.of(codes).boxed()).isEqualTo(written.codes.get(i));
            }
        }
    }

    /** Tensors with entries from a few small integers, whose bytes are in another order than the head. */
    private static final class Written {

        private final List<String> names;
        private final List<Dimensions> dimensions = new ArrayList<>();
        private final List<List<Long>> codes = new ArrayList<>();
        private final byte[] file;

        private Written(List<String> names, Random random) throws IOException {
            this.names = names;
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            List<ObjectNode> described = new ArrayList<>();
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                dimensions.add(new Dimensions(random.longs(random.nextInt(4), 0, 4).boxed().toList()));
                codes.add(new ArrayList<>());
                described.add(Json.object());
                order.add(i);
            }
            Collections.shuffle(order, random);
            for (int i : order) {
                int type = random.nextInt(TYPES.size());
                int begin = content.size();
                for (long entry = 0; entry < dimensions.get(i).entries(); entry++) {
                    int number = random.nextInt(2);
                    content.write(bytes(TYPES.get(type), WIDTHS.get(type), number));
                    codes.get(i).add(number == 0 ? 0 : Double.doubleToLongBits(1));
                }
                described.get(i).put("dtype", TYPES.get(type));
                dimensions.get(i).sizes().forEach(described.get(i).putArray("shape")::add);
                described.get(i).putArray("data_offsets").add(begin).add(content.size());
            }
            ObjectNode head = Json.object();
            for (int i = 0; i < names.size(); i++) {
                head.set(names.get(i), described.get(i));
            }
            file = SafetensorsReaderTest.file(Json.writeLine(head), content.toByteArray());
        }

        private static byte[] bytes(String type, int width, int number) {
            ByteBuffer buffer = ByteBuffer.allocate(width).order(ByteOrder.LITTLE_ENDIAN);
            switch (type) {
                case "F16" -> buffer.putShort((short) (number == 0 ? 0 : 0x3C00));
                case "BF16" -> buffer.putShort((short) (Float.floatToIntBits(number) >> 16));
                case "F32" -> buffer.putFloat(number);
                case "F64" -> buffer.putDouble(number);
                default -> buffer.put((byte) number);
            }
            return buffer.array();
        }
    }
}
