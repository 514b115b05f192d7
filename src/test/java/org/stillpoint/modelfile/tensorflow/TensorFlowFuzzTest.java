package org.stillpoint.modelfile.tensorflow;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.modelfile.Hostile;

/** Any bytes are a description that fits the weights beside it, or are refused in one line. */
class TensorFlowFuzzTest {

    private static final Path FOLDER = Path.of("src/test/resources/models/tfjs");

    static Stream<byte[]> models() throws IOException {
        return Stream.concat(Hostile.models("tfjs", "quantised.json"), Hostile.models("tfjs", "manifest.json"));
    }

    @MethodSource("models")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] content) {
        Hostile.assertReadOrRefused(new TensorFlowReader(), content, Optional.of(FOLDER));
    }
}
