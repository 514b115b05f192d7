package org.stillpoint.modelfile.numpy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.modelfile.Hostile;

/** Any bytes are arrays whose entries can be read, or are refused in one line. */
class NpzFuzzTest {

    static Stream<byte[]> models() throws IOException {
        return Hostile.models("numpy", ".npz");
    }

    @MethodSource("models")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] content) {
        Hostile.assertReadOrRefused(new NpzReader(), content);
    }
}
