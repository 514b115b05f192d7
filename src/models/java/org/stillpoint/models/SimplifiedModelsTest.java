package org.stillpoint.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.models.OnnxRuntime.Comparison;

/** ONNX Runtime makes the same of the models with planted units and of the smaller ones, but for rounding. */
@Tag("models")
class SimplifiedModelsTest {

    @TempDir
    private Path folder;

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/models/simplify"))) {
            return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSmallerModelHasTheSameOutputsButForRounding(Path file) throws IOException, OrtException {
        Path smaller = folder.resolve("smaller.onnx");
        SmallerModel.write(file, smaller);

        Comparison comparison = OnnxRuntime.compare(file, smaller, Map.of());

        assertThat(comparison.largest()).isPositive();
        assertThat(comparison.relative()).isLessThanOrEqualTo(OnnxRuntime.ROUNDING);
    }
}
