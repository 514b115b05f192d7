package org.stillpoint.lint.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Small models with weights in memory, drawn at random where none are given: quarters from -2 to 2. */
public final class ModelSketch {

    private static final int PARTS = 4;
    private static final int MOST = 8;

    private final NetworkBuilder builder = new NetworkBuilder();
    private final Random random;
    private int names;

    public ModelSketch(Random random) {
        this.random = random;
    }

    public NetworkBuilder builder() {
        return builder;
    }

    public Random random() {
        return random;
    }

    public Network endingIn(Value... outputs) {
        List.of(outputs).forEach(builder::output);
        return builder.build();
    }

    private String name(String what) {
        return what + names++;
    }

    public BigFraction number() {
        return new BigFraction(random.nextInt(2 * MOST + 1) - MOST, PARTS);
    }

    public Tensor tensor(Shape shape) {
        return Tensor.at(shape, place -> number());
    }

    public Weights weights(int... sizes) {
        return weights(tensor(Shape.of(sizes)));
    }

    public Weights weights(Tensor tensor) {
        return weights(name("w"), tensor);
    }

    /** Numbers of 32 bits, which have to be such. */
    public static Weights weights(String name, Tensor tensor) {
        long[] codes = tensor.entries().stream().mapToLong(ModelSketch::code).toArray();
        return Weights.of(name, ElementType.FLOAT32,
                new Dimensions(tensor.shape().sizes().stream().map(size -> (long) size).toList()),
                (from, into) -> System.arraycopy(codes, (int) from, into, 0, into.length));
    }

    private static long code(BigFraction number) {
        return Code.exact(number.getNumerator().longValueExact(), 1 - number.getDenominator().bitLength());
    }

    public Value input(int channels, int axis) {
        return builder.input(name("input"), builder.channels(channels), axis);
    }

    /** Another value with the same channels. */
    public Value like(Value value) {
        return builder.value(name("v"), value.channels(), value.axis());
    }

    private Value made(Value value, int channels) {
        return builder.value(name("v"), builder.channels(channels), value.axis());
    }

    /** In either order of the axes. */
    public Value dense(Value x, int out) {
        int in = x.channels().size();
        return random.nextBoolean() ? dense(x, weights(out, in), 0) : dense(x, weights(in, out), 1);
    }

    public Value dense(Value x, Weights kernel, int outAxis) {
        Value output = made(x, (int) kernel.dimensions().size(outAxis));
        builder.add(new Layer.Dense(name("dense"), x, kernel, outAxis, output));
        return output;
    }

    public Value convolution(Value x, Weights kernel, Sliding sliding) {
        Value output = made(x, (int) kernel.dimensions().size(0));
        builder.add(new Layer.Convolution(name("convolution"), x, kernel, 0, 1, false, sliding, output));
        return output;
    }

    public Value depthwise(Value x, Weights kernel, Sliding sliding) {
        Value output = like(x);
        builder.add(new Layer.Convolution(name("depthwise"), x, kernel, 0, 1, true, sliding, output));
        return output;
    }

    public Value transposed(Value x, Weights kernel, Sliding sliding, List<Integer> added) {
        Value output = made(x, (int) kernel.dimensions().size(1));
        builder.add(new Layer.TransposedConvolution(name("transposed"), x, kernel, 1, 0, sliding, added, output));
        return output;
    }

    public Value bias(Value x) {
        return bias(x, weights(x.channels().size()));
    }

    public Value bias(Value x, Weights bias) {
        Value output = like(x);
        builder.add(new Layer.Bias(name("bias"), x, bias, output));
        return output;
    }

    public Value scale(Value x, Weights factors) {
        Value output = like(x);
        builder.add(new Layer.Scale(name("scale"), x, factors, output));
        return output;
    }

    /** With variances whose roots are rational or not. */
    public Value normalised(Value x) {
        int channels = x.channels().size();
        IntFunction<BigFraction> variance = i -> random.nextBoolean() ? new BigFraction(random.nextInt(PARTS) + 1)
                : new BigFraction(1 + 2 * random.nextInt(PARTS), 2);
        return normalised(x, weights(channels), weights(Tensor.at(Shape.of(channels), variance)), BigFraction.ZERO);
    }

    public Value normalised(Value x, Weights mean, Weights variance, BigFraction epsilon) {
        Value output = like(x);
        builder.add(new Layer.BatchNormalisation(name("normalised"), x, mean, variance, epsilon, output));
        return output;
    }

    public Value activated(Value x, Activation activation) {
        return pointwise(x, new PointwiseFunction.Of(activation));
    }

    public Value pointwise(Value x, PointwiseFunction function) {
        Value output = like(x);
        builder.add(new Layer.Pointwise(name("pointwise"), x, function, output));
        return output;
    }

    public Value eachChannel(Value x, PlaceFunction function) {
        Value output = function instanceof PlaceFunction.OverAll all && !all.keepsAxes()
                ? builder.value(name("v"), x.channels(), -1) : like(x);
        builder.add(new Layer.EachChannel(name("each"), x, "places", false, Optional.of(function), output));
        return output;
    }

    public Value inWords(Value x, boolean zeroToZero) {
        Value output = like(x);
        builder.add(new Layer.EachChannel(name("words"), x, "something", zeroToZero, output));
        return output;
    }

    public Value flatten(Value x, int places) {
        Value output = builder.value(name("v"), new Channels.Flattened(x.channels(), places, x.axis() != -1), -1);
        builder.add(new Layer.Flatten(name("flatten"), x, output));
        return output;
    }

    /** The sum of two values whose channels are united by it. */
    public Value sum(Value first, Value second) {
        builder.unite(first.channels(), second.channels());
        Value output = like(first);
        builder.add(new Layer.Sum(name("sum"), first, second, output));
        return output;
    }

    public Value product(Value first, Value second) {
        builder.unite(first.channels(), second.channels());
        Value output = like(first);
        builder.add(new Layer.Product(name("product"), first, second, output));
        return output;
    }

    public Value concatenation(Value... values) {
        Value output = builder.value(name("v"), new Channels.Joined(List.of(values).stream().map(Value::channels).toList()),
                values[0].axis());
        builder.add(new Layer.Concatenation(name("concatenation"), List.of(values), output));
        return output;
    }

    public Value opaque(Value x) {
        Value output = made(x, x.channels().size());
        builder.add(new Layer.Opaque(name("opaque"), "a test", List.of(x), List.of(), List.of(output)));
        return output;
    }

    public static Sliding sliding(int axes, int stride, int padding) {
        return new Sliding(Collections.nCopies(axes, stride), Collections.nCopies(axes, padding), Collections.nCopies(axes, 1));
    }

    /** So many numbers of the same kind. */
    public static List<Integer> all(int axes, int number) {
        return Collections.nCopies(axes, number);
    }
}
