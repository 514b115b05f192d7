package org.stillpoint.models;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Runs two models in ONNX Runtime on the same random inputs. */
final class OnnxRuntime {

    /**
     * How far the outputs of a smaller model may be from those of the model, of the largest output. Both calculate in single
     * precision: each result is off by up to 2^-24 of itself, about 6e-8. Without units the terms of sums are grouped in another
     * way, and constants in biases are rounded once more, so that the results of each layer may differ by some such steps, and
     * such differences are passed on by up to a hundred layers of sums of up to a thousand terms. If they are as often up as down
     * that comes to the square root of a hundred thousand steps, 2e-5; five times as much is allowed. A unit that is missing
     * while it does something changes outputs by parts of themselves.
     */
    static final double ROUNDING = 1e-4;

    private static final int RUNS = 3;

    /** What stands for sizes that a model leaves open: samples, and places along each axis. */
    private static final long SAMPLES = 1;
    private static final long[] PLACES = {64, 48, 32, 320};
    private static final long SAMPLING_RATE = 16_000;

    private OnnxRuntime() {
    }

    /**
     * How far outputs are apart.
     *
     * @param difference the largest one
     * @param largest the size of the largest output of the first model
     */
    record Comparison(double difference, double largest) {

        double relative() {
            return difference == 0 ? 0 : difference / largest;
        }
    }

    /**
     * Compares the outputs of two models that have the same inputs and outputs.
     *
     * @param shapes of inputs, by name; those that the model leaves open and that are not told here are small
     */
    static Comparison compare(Path model, Path other, Map<String, long[]> shapes) throws OrtException {
        double difference = 0;
        double largest = 0;
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        try (OrtSession before = environment.createSession(model.toString());
                OrtSession after = environment.createSession(other.toString())) {
            if (!after.getOutputNames().equals(before.getOutputNames())) {
                throw new AssertionError(other + " has the outputs " + after.getOutputNames()
                        + ", expected " + before.getOutputNames());
            }
            for (int seed = 0; seed < RUNS; seed++) {
                Map<String, OnnxTensor> inputs = inputs(environment, before, shapes, new Random(seed));
                try (OrtSession.Result one = before.run(inputs); OrtSession.Result two = after.run(inputs)) {
                    for (String output : before.getOutputNames()) {
                        float[] expected = floats(one, output);
                        float[] actual = floats(two, output);
                        if (actual.length != expected.length) {
                            throw new AssertionError(output + " has " + actual.length + " numbers, expected " + expected.length);
                        }
                        for (int i = 0; i < expected.length; i++) {
                            if (!Float.isFinite(expected[i]) || !Float.isFinite(actual[i])) {
                                throw new AssertionError(output + " is " + expected[i] + " and " + actual[i]
                                        + ", which says nothing");
                            }
                            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
                            largest = Math.max(largest, Math.abs(expected[i]));
                        }
                    }
                } finally {
                    inputs.values().forEach(OnnxTensor::close);
                }
            }
        }
        return new Comparison(difference, largest);
    }

    private static float[] floats(OrtSession.Result result, String name) throws OrtException {
        FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] floats = new float[buffer.remaining()];
        buffer.get(floats);
        return floats;
    }

    private static Map<String, OnnxTensor> inputs(OrtEnvironment environment, OrtSession session, Map<String, long[]> shapes,
            Random random) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (NodeInfo input : session.getInputInfo().values()) {
            TensorInfo info = (TensorInfo) input.getInfo();
            inputs.put(input.getName(), tensor(environment, info.type,
                    shapes.getOrDefault(input.getName(), shape(info.getShape())), random));
        }
        return inputs;
    }

    private static long[] shape(long[] told) {
        long[] shape = told.clone();
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] < 1) {
                shape[axis] = axis == 0 ? SAMPLES : PLACES[Math.min(axis, PLACES.length - 1)];
            }
        }
        return shape;
    }

    private static OnnxTensor tensor(OrtEnvironment environment, OnnxJavaType type, long[] shape, Random random)
            throws OrtException {
        int entries = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (type == OnnxJavaType.INT64) {
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {SAMPLING_RATE}), shape);
        }
        FloatBuffer numbers = FloatBuffer.allocate(entries);
        while (numbers.hasRemaining()) {
            numbers.put((float) random.nextGaussian());
        }
        return OnnxTensor.createTensor(environment, numbers.flip(), shape);
    }
}
