package org.stillpoint.modelfile.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.modelfile.Expected;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

/** Tensors are found wherever they are, in order, under the keys on the way to them. */
class PytorchProperties {

    private static final int STORED = 40;

    @Property(tries = 300)
    void tensorsAreFoundInDictionariesListsAndTuplesOfEachOther(@ForAll Random random) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        Saved pickle = Saved.pickle();
        write(pickle, "", 0, random, names, entries);
        byte[] file = Saved.with(pickle.stop(), storage());
        try (ModelFile model = new PytorchReader().read(Bytes.of("nested.pt", file), Optional.empty())) {
            assertThat(model.weights()).extracting(Weights::name).isEqualTo(names);
            for (int i = 0; i < names.size(); i++) {
                assertThat(Expected.entries(model.weights().get(i))).containsExactly(entries.get(i));
            }
        }
    }

    /** A value of any kind, tensors of one entry among them. */
    private static void write(Saved pickle, String name, int nesting, Random random, List<String> names, List<String> entries) {
        switch (nesting < 4 ? random.nextInt(7) : 6) {
            case 0, 1 -> {
                pickle.code(random.nextBoolean() ? "}(" : "ccollections\nOrderedDict\n)R(");
                for (int i = random.nextInt(4); i > 0; i--) {
                    pickle.text("k" + i);
                    write(pickle, joined(name, "k" + i), nesting + 1, random, names, entries);
                }
                pickle.code("u");
            }
            case 2 -> {
                pickle.code("](");
                writeAll(pickle, name, nesting, random, names, entries);
                pickle.code("e");
            }
            case 3 -> {
                pickle.code("(");
                writeAll(pickle, name, nesting, random, names, entries);
                pickle.code("t");
            }
            case 4 -> pickle.text("no tensor");
            default -> {
                int place = random.nextInt(STORED);
                names.add(name.isEmpty() ? "tensor" : name);
                entries.add(String.valueOf(place));
                pickle.tensor(STORED, place, new long[0], new long[0]);
            }
        }
    }

    private static void writeAll(Saved pickle, String name, int nesting, Random random, List<String> names, List<String> entries) {
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            write(pickle, joined(name, String.valueOf(i)), nesting + 1, random, names, entries);
        }
    }

    private static String joined(String name, String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    /** Floats, each the number of its place. */
    private static byte[] storage() {
        ByteBuffer buffer = ByteBuffer.allocate(STORED * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < STORED; i++) {
            buffer.putFloat(i);
        }
        return buffer.array();
    }
}
