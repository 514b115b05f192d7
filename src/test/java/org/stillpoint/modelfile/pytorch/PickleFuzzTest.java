package org.stillpoint.modelfile.pytorch;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.archive.ArchiveEntry;
import org.stillpoint.modelfile.archive.ZipArchive;
import org.stillpoint.modelfile.tensor.Bytes;

/** Any pickle in an archive that is whole describes a model whose tensors can be read, or is refused in one line. */
class PickleFuzzTest {

    private static final int STORAGE_BYTES = 96;

    /** The pickles of all models. */
    static Stream<byte[]> pickles() throws IOException {
        List<byte[]> pickles = new ArrayList<>();
        for (byte[] model : Hostile.models("pytorch", ".pt").toList()) {
            try (ZipArchive archive = ZipArchive.open(Bytes.of("model", model))) {
                for (ArchiveEntry entry : archive.entries()) {
                    if (entry.name().endsWith("data.pkl")) {
                        Bytes bytes = archive.open(entry);
                        pickles.add(bytes.read(0, (int) bytes.size(), ByteOrder.LITTLE_ENDIAN).array());
                    }
                }
            } catch (FormatException e) {
                pickles.add(model);
            }
        }
        return pickles.stream();
    }

    @MethodSource("pickles")
    @FuzzTest
    void anyPickleIsReadOrRefused(byte[] pickle) {
        Hostile.assertReadOrRefused(new PytorchReader(), Saved.with(pickle, new byte[STORAGE_BYTES], new byte[STORAGE_BYTES / 4]));
    }
}
