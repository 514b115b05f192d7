package org.stillpoint.modelfile.pytorch;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.modelfile.Hostile;

/** Any bytes are a model whose tensors can be read, or are refused in one line. */
class PytorchFuzzTest {

    static Stream<byte[]> models() throws IOException {
        return Hostile.models("pytorch", ".pt");
    }

    @MethodSource("models")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] content) {
        Hostile.assertReadOrRefused(new PytorchReader(), content);
    }
}
