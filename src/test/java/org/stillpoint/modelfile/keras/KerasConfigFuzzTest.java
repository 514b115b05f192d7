package org.stillpoint.modelfile.keras;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.hdf.HdfTree;
import org.stillpoint.modelfile.reader.JsonText;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.CodeArray;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;

/** Any text is a configuration of Keras that becomes a network, or is refused in one line: without the file around it. */
class KerasConfigFuzzTest {

    private static final Path MODELS = Path.of("src/test/resources/models/keras");

    /** Of layers with the names that the configurations have. */
    private static final Map<String, Weights> WEIGHTS = Stream.of("first/a 3x5", "first/b 5", "second/a 5x4", "second/b 4",
            "last/a 4x2", "last/b 2", "conv/a 3x3x3x4", "norm/a 4", "norm/b 4", "norm/c 4", "norm/d 4", "depthwise/a 3x3x4x1",
            "depthwise/b 4", "separable/a 3x3x4x1", "separable/b 1x1x4x6", "separable/c 6", "even/a 2x2x6x4", "even/b 4",
            "up/a 3x3x2x4",
            "up/b 2", "layer_norm/a 6", "layer_norm/b 6", "shared/a 2x3", "shared/b 3", "left/a 6x2", "left/b 2",
            "right/a 6x2", "right/b 2", "inner/dense/a 6x6", "inner/dense/b 6", "inner/narrow/a 6x3", "inner/narrow/b 3",
            "dense/a 3x3", "dense/b 3")
            .map(text -> text.split(" ")).collect(Collectors.toMap(text -> text[0], text -> tensor(text[0], text[1])));

    static Stream<byte[]> configurations() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".h5") && !file.toString().contains("broken"))
                    .sorted().toList().stream()
                    .map(KerasConfigFuzzTest::configuration);
        }
    }

    @MethodSource("configurations")
    @FuzzTest
    void anyTextIsANetworkOrRefused(byte[] content) {
        try {
            KerasModel.read(JsonText.read(Hostile.NAME, new String(content, StandardCharsets.UTF_8))).ifPresent(model ->
                    KerasNetwork.of(Hostile.NAME, model, new NamedWeights(WEIGHTS), List.copyOf(WEIGHTS.values())));
        } catch (FormatException e) {
            Hostile.assertOneLine(e.getMessage());
        }
    }

    private static byte[] configuration(Path file) {
        try {
            return HdfTree.read(Bytes.of(file.toString(), Files.readAllBytes(file))).attributes().strings("model_config")
                    .orElseThrow().get(0).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Weights tensor(String name, String shape) {
        Dimensions dimensions = Dimensions.of(Stream.of(shape.split("x")).mapToLong(Long::parseLong).toArray());
        return Weights.of(name, ElementType.FLOAT32, dimensions, new CodeArray(new long[(int) dimensions.entries()]));
    }
}
