package org.stillpoint.modelfile.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.modelfile.Hostile;

/** Any bytes are a network of ours, or are refused in one line. */
class NetworkFuzzTest {

    static Stream<byte[]> networks() {
        return Stream.of("{\"layers\":[{\"weights\":[[\"1/3\",-0.5e-3],[\"7\",0]],\"bias\":[\"1/7\",\"2\"],"
                + "\"activation\":\"relu\"},{\"weights\":[[1,1]],\"activation\":\"leaky-relu:1/5\"}]}",
                "{\"layers\":[{\"weights\":[[\"9007199254740993\"]],\"activation\":\"softmax\"}]}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("networks")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] content) {
        Hostile.assertReadOrRefused(new NetworkReader(), content);
    }
}
