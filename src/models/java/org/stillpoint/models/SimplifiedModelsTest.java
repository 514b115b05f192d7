package org.stillpoint.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.lint.simplification.Rounding;
import org.stillpoint.lint.simplification.onnx.OnnxSimplification;
import org.stillpoint.lint.simplification.onnx.Written;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.tensor.FileBytes;

/**
 * ONNX Runtime makes the same of a model and of the smaller one, but for rounding. The models are those below the folder that the
 * property stillpoint.models names, and the planted ones.
 */
@Tag("models")
class SimplifiedModelsTest {

    private static final int RUNS = 3;

    /** What stands for sizes that a model leaves open: samples, and places along each axis. */
    private static final long SAMPLES = 1;
    private static final long[] PLACES = {64, 48, 32, 320};

    /** Of the largest output. */
    private static final double ROUNDING = 1e-4;

    @TempDir
    private Path folder;

    static Stream<Path> models() throws IOException {
        return Stream.concat(below(Path.of("src/test/resources/models/simplify")),
                below(Path.of(System.getProperty("stillpoint.models", "models"))));
    }

    private static Stream<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSmallerModelHasTheSameOutputsButForRounding(Path file) throws IOException, OrtException {
        Path smaller = folder.resolve("smaller.onnx");
        Written written;
        try (OnnxModel model = OnnxModel.read(FileBytes.open(file, file.toString()),
                Optional.ofNullable(file.toAbsolutePath().getParent()))) {
            written = OnnxSimplification.write(model, smaller.toString(), Rounding.TO_NEAREST,
                    new OnnxSimplification.Check(1, 1, Limits.USUAL));
        }
        double difference = 0;
        double largest = 0;
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession before = environment.createSession(file.toString());
                OrtSession after = environment.createSession(smaller.toString())) {
            assertThat(after.getOutputNames()).isEqualTo(before.getOutputNames());
            for (int seed = 0; seed < RUNS; seed++) {
                Map<String, OnnxTensor> inputs = inputs(environment, before, new Random(seed));
                try (OrtSession.Result one = before.run(inputs); OrtSession.Result other = after.run(inputs)) {
                    for (String output : before.getOutputNames()) {
                        float[] expected = floats(one, output);
                        float[] actual = floats(other, output);
                        assertThat(actual).hasSameSizeAs(expected);
                        for (int i = 0; i < expected.length; i++) {
                            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
                            largest = Math.max(largest, Math.abs(expected[i]));
                        }
                    }
                }
            }
        }
        System.out.println(file + ": " + written.simplification().removals().size() + " units, saves "
                + written.simplification().saves().parameters() + " parameters and "
                + written.simplification().saves().multiplyAdds() + " multiply-adds, ONNX Runtime differs by " + difference
                + " of "
                + largest);
        assertThat(difference).isLessThanOrEqualTo(ROUNDING * largest);
    }

    private static float[] floats(OrtSession.Result result, String name) throws OrtException {
        FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] floats = new float[buffer.remaining()];
        buffer.get(floats);
        return floats;
    }

    private static Map<String, OnnxTensor> inputs(OrtEnvironment environment, OrtSession session, Random random)
            throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (NodeInfo input : session.getInputInfo().values()) {
            TensorInfo info = (TensorInfo) input.getInfo();
            long[] shape = info.getShape().clone();
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = shape[axis] >= 1 ? shape[axis] : axis == 0 ? SAMPLES : PLACES[Math.min(axis, PLACES.length - 1)];
            }
            inputs.put(input.getName(), tensor(environment, info.type, shape, random));
        }
        return inputs;
    }

    private static OnnxTensor tensor(OrtEnvironment environment, OnnxJavaType type, long[] shape, Random random)
            throws OrtException {
        int entries = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (type == OnnxJavaType.INT64) {
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {16000}), shape);
        }
        FloatBuffer numbers = FloatBuffer.allocate(entries);
        while (numbers.hasRemaining()) {
            numbers.put((float) random.nextGaussian());
        }
        return OnnxTensor.createTensor(environment, numbers.flip(), shape);
    }
}
