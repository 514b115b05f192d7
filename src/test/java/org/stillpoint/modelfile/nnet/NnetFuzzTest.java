package org.stillpoint.modelfile.nnet;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.modelfile.Hostile;

/** Any bytes are a text network that can be read, or are refused in one line. */
class NnetFuzzTest {

    static Stream<byte[]> models() throws IOException {
        return Hostile.models("nnet", ".nnet");
    }

    @MethodSource("models")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] content) {
        Hostile.assertReadOrRefused(new NnetReader(), content);
    }
}
