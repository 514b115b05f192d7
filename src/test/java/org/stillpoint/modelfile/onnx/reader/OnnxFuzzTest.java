package org.stillpoint.modelfile.onnx.reader;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.modelfile.Hostile;

/** Any bytes are a model that can be read and becomes layers, or are refused in one line. */
class OnnxFuzzTest {

    static Stream<byte[]> models() throws IOException {
        return Stream.concat(Hostile.models("onnx", ".onnx"), Hostile.models("onnx-graphs", ".onnx"));
    }

    @MethodSource("models")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] content) {
        Hostile.assertReadOrRefused(new OnnxReader(), content);
    }
}
