package org.stillpoint.lint.program;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** A network in the making, with its tensors in memory: layers are added one behind the other. */
final class Sketch {

    private final NetworkBuilder builder = new NetworkBuilder();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private int layers;

    /** The tensors by name. */
    Map<String, Tensor> tensors() {
        return tensors;
    }

    NetworkBuilder builder() {
        return builder;
    }

    Value input(int channels) {
        return builder.input("x", builder.channels(channels), 1);
    }

    Network output(Value value) {
        builder.output(value);
        return builder.build();
    }

    private String next(String what) {
        return what + ++layers;
    }

    /** Weights with dyadic entries. */
    Weights weights(String name, Tensor tensor) {
        tensors.put(name, tensor);
        long[] codes = tensor.entries().stream().mapToLong(Sketch::code).toArray();
        return Weights.of(name, ElementType.FLOAT64,
                Dimensions.of(tensor.shape().sizes().stream().mapToLong(i -> i).toArray()), (from, into) ->
                        System.arraycopy(codes, Math.toIntExact(from), into, 0, into.length));
    }

    private static long code(BigFraction number) {
        return Code.exact(number.getNumerator().longValueExact(), -number.getDenominator().getLowestSetBit());
    }

    static Tensor tensor(int[] sizes, int... entries) {
        return Tensor.of(Shape.of(sizes), entries);
    }

    /** A matrix units out x units in. */
    Value dense(Value input, String name, Tensor matrix) {
        Value output = builder.value(name + " out", builder.channels(matrix.shape().size(0)), 1);
        builder.add(new Layer.Dense(next("dense"), input, weights(name, matrix), 0, output));
        return output;
    }

    /** Numbers row by row. */
    Value dense(Value input, String name, int units, int... entries) {
        return dense(input, name, tensor(new int[] {units, entries.length / units}, entries));
    }

    Value bias(Value input, String name, int... entries) {
        Value output = builder.value(name + " out", input.channels(), 1);
        builder.add(new Layer.Bias(next("bias"), input, weights(name, tensor(new int[] {entries.length}, entries)), output));
        return output;
    }

    Value scale(Value input, String name, int... entries) {
        Value output = builder.value(name + " out", input.channels(), 1);
        builder.add(new Layer.Scale(next("scale"), input, weights(name, tensor(new int[] {entries.length}, entries)), output));
        return output;
    }

    /** With these statistics stored, and the epsilon 1. */
    Value normalised(Value input, String name, int[] mean, int[] variance) {
        Value output = builder.value(name + " out", input.channels(), 1);
        int[] sizes = {mean.length};
        builder.add(new Layer.BatchNormalisation(next("normalisation"), input, weights(name + " mean", tensor(sizes, mean)),
                weights(name + " variance", tensor(sizes, variance)), BigFraction.ONE, output));
        return output;
    }

    Value pointwise(Value input, PointwiseFunction function) {
        String name = next("pointwise");
        Value output = builder.value(name + " out", input.channels(), 1);
        builder.add(new Layer.Pointwise(name, input, function, output));
        return output;
    }

    Value relu(Value input) {
        return pointwise(input, new PointwiseFunction.Of(Activation.RELU));
    }

    Value sum(Value one, Value other) {
        if (!builder.unite(one.channels(), other.channels())) {
            throw new IllegalArgumentException("channels that cannot be one, expected as many");
        }
        String name = next("sum");
        Value output = builder.value(name + " out", one.channels(), 1);
        builder.add(new Layer.Sum(name, one, other, output));
        return output;
    }

    /** Kernels channels out x channels in x entries. */
    Value convolution(Value input, String name, Tensor kernels, Sliding sliding) {
        Value output = builder.value(name + " out", builder.channels(kernels.shape().size(0)), 1);
        builder.add(new Layer.Convolution(next("convolution"), input, weights(name, kernels), 0, 1, false, sliding, output));
        return output;
    }

    Value depthwise(Value input, String name, Tensor kernels, Sliding sliding) {
        Value output = builder.value(name + " out", input.channels(), 1);
        builder.add(new Layer.Convolution(next("depthwise"), input, weights(name, kernels), 0, 1, true, sliding, output));
        return output;
    }

    Value concatenation(Value... inputs) {
        String name = next("concatenation");
        Value output = builder.value(name + " out", new Channels.Joined(Arrays.stream(inputs).map(Value::channels).toList()), 1);
        builder.add(new Layer.Concatenation(name, List.of(inputs), output));
        return output;
    }

    Value flatten(Value input, int times) {
        String name = next("flatten");
        Value output = builder.value(name + " out", new Channels.Flattened(input.channels(), times, true), 1);
        builder.add(new Layer.Flatten(name, input, output));
        return output;
    }
}
