package org.stillpoint.lint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.lint.survey.Progress;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;

/** A small model in memory, in the making: layer behind layer, with integers as weights. */
public final class SmallModel {

    /** An entry that is infinite. */
    public static final int INFINITE = Integer.MAX_VALUE;

    private final NetworkBuilder builder = new NetworkBuilder();
    private final List<Weights> tensors = new ArrayList<>();
    private int count;

    /** A tensor of integers. */
    public static Weights tensor(String name, Dimensions dimensions, int... entries) {
        long[] codes = Arrays.stream(entries)
                .mapToLong(entry -> entry == INFINITE ? Code.INFINITY : Code.exact(entry, 0)).toArray();
        return Weights.of(name, ElementType.FLOAT32, dimensions, (from, into) ->
                System.arraycopy(codes, Math.toIntExact(from), into, 0, into.length));
    }

    /** A matrix of integers that are different from one another and never zero. */
    public static int[] different(int entries) {
        return IntStream.range(0, entries).map(i -> 3 + 2 * i).toArray();
    }

    private Weights add(String name, Dimensions dimensions, int... entries) {
        Weights tensor = tensor(name, dimensions, entries);
        tensors.add(tensor);
        return tensor;
    }

    private Value next(Value like) {
        return builder.value("v" + ++count, like.channels(), 1);
    }

    private Value next(int channels) {
        return builder.value("v" + ++count, builder.channels(channels), 1);
    }

    public Value input(int channels) {
        return builder.input("x", builder.channels(channels), 1);
    }

    /** A matrix units out x units in, row by row. */
    public Value dense(Value input, String name, int units, int... entries) {
        Value output = next(units);
        builder.add(new Layer.Dense("layer " + name, input, add(name, Dimensions.of(units, entries.length / units), entries), 0,
                output));
        return output;
    }

    public Value bias(Value input, String name, int... entries) {
        Value output = next(input);
        builder.add(new Layer.Bias("layer " + name, input, add(name, Dimensions.of(entries.length), entries), output));
        return output;
    }

    public Value scale(Value input, String name, int... entries) {
        Value output = next(input);
        builder.add(new Layer.Scale("layer " + name, input, add(name, Dimensions.of(entries.length), entries), output));
        return output;
    }

    public Value relu(Value input) {
        Value output = next(input);
        builder.add(new Layer.Pointwise("relu " + count, input, new PointwiseFunction.Of(Activation.RELU), output));
        return output;
    }

    /** At least as much as a lower bound, then at most as much as a higher one. */
    public Value clip(Value input, int low, int high) {
        Value output = next(input);
        builder.add(new Layer.Pointwise("clip " + count, input, new PointwiseFunction.Clip(Optional.of(new BigFraction(low)),
                Optional.of(new BigFraction(high))), output));
        return output;
    }

    /** Kernels channels out x channels in x entries, of one axis of places. */
    public Value convolution(Value input, String name, int channels, int width, int padding, int... entries) {
        Value output = next(channels);
        Dimensions dimensions = Dimensions.of(channels, entries.length / channels / width, width);
        builder.add(new Layer.Convolution("layer " + name, input, add(name, dimensions, entries), 0, 1, false,
                Sliding.plain(1).withPadding(padding), output));
        return output;
    }

    /** A kernel for each channel. */
    public Value depthwise(Value input, String name, int width, int... entries) {
        Value output = next(input);
        builder.add(new Layer.Convolution("layer " + name, input, add(name, Dimensions.of(entries.length / width, 1, width),
                entries),
                0, 1, true, Sliding.plain(1), output));
        return output;
    }

    /** So many zeros before and behind the places of a single axis. */
    public Value padded(Value input, int before, int behind) {
        Value output = next(input);
        builder.add(new Layer.EachChannel("padding " + count, input, "padding by " + before + " and " + behind, true,
                Optional.of(new PlaceFunction.Padding(List.of(before), List.of(behind), BigFraction.ZERO)), output));
        return output;
    }

    public Value flatten(Value input, int times) {
        Value output = builder.value("v" + ++count, new Channels.Flattened(input.channels(), times, true), 1);
        builder.add(new Layer.Flatten("flatten " + count, input, output));
        return output;
    }

    public Value sum(Value one, Value other) {
        if (!builder.unite(one.channels(), other.channels())) {
            throw new IllegalArgumentException("channels that cannot be added");
        }
        Value output = next(one);
        builder.add(new Layer.Sum("sum " + count, one, other, output));
        return output;
    }

    public Value product(Value one, Value other) {
        Value output = next(one);
        builder.add(new Layer.Product("product " + count, one, other, output));
        return output;
    }

    /** Something that nobody understands, with a tensor. */
    public Value opaque(Value input, String name, int channels, String why) {
        Value output = next(channels);
        builder.add(new Layer.Opaque("opaque " + count, why, List.of(input), List.of(add(name, Dimensions.of(2), 1, 2)),
                List.of(output)));
        return output;
    }

    /** A tensor that no layer has, as in a file that names tensors alone. */
    public SmallModel with(Weights tensor) {
        tensors.add(tensor);
        return this;
    }

    /** The file, whose output is that value. */
    public ModelFile network(String name, String format, Value output) {
        builder.output(output);
        return new ModelFile(name, format, tensors, Optional.of(builder.build()), () -> { });
    }

    /** The file, which does not say how its tensors are used. */
    public ModelFile tensors(String name, String format) {
        return new ModelFile(name, format, tensors, Optional.empty(), () -> { });
    }

    /** What is found in it. */
    public static LintedFile lint(ModelFile model) {
        try {
            return new Linter(Facts::of, Optional.empty()).lint(model, Progress.NONE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its findings, each as {@code zero-unit W1[1]}. */
    public static List<String> found(ModelFile model) {
        return lint(model).findings().stream().map(SmallModel::written).toList();
    }

    private static String written(Finding finding) {
        return finding.severity().id() + " " + finding.rule().id() + " " + finding.tensor()
                + (finding.units().isEmpty() ? "" : finding.units());
    }
}
