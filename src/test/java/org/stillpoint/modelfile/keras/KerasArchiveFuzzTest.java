package org.stillpoint.modelfile.keras;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.modelfile.Hostile;

/** Any bytes are an archive of Keras that can be read, or are refused in one line. */
class KerasArchiveFuzzTest {

    static Stream<byte[]> archives() throws IOException {
        return Hostile.models("keras", "perceptron.keras");
    }

    @MethodSource("archives")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] content) {
        Hostile.assertReadOrRefused(new KerasArchiveReader(), content);
    }
}
