package org.stillpoint.modelfile.network;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.modelfile.tensor.Weights;

/** A step of the forward computation. */
public sealed interface Layer {

    /** Its name in the file, for reports. */
    String name();

    List<Value> inputs();

    List<Value> outputs();

    /** The tensors that it has, in the order of its components. */
    default List<Weights> weights() {
        return List.of();
    }

    /** The same layer of other values. */
    Layer with(UnaryOperator<Value> values);

    /** Whether it makes each channel of its output of all channels of its input. */
    default boolean isMixing() {
        return false;
    }

    /** A layer with one input and one output. */
    sealed interface OfOne extends Layer {

        Value input();

        Value output();

        @Override
        default List<Value> inputs() {
            return List.of(input());
        }

        @Override
        default List<Value> outputs() {
            return List.of(output());
        }
    }

    /** A fully connected layer or a convolution of any kind: it has a tensor whose axes count the channels of both sides. */
    sealed interface WithKernel extends OfOne {

        Weights kernel();

        /** The axis of the kernel that counts the channels of the output. */
        int outAxis();

        /** The axis that counts the channels of the input; of size 1 if each channel is made of one. */
        int inAxis();

        @Override
        default List<Weights> weights() {
            return List.of(kernel());
        }

        @Override
        default boolean isMixing() {
            return true;
        }
    }

    /** A layer of two values and one output. */
    sealed interface OfTwo extends Layer {

        Value first();

        Value second();

        Value output();

        @Override
        default List<Value> inputs() {
            return List.of(first(), second());
        }

        @Override
        default List<Value> outputs() {
            return List.of(output());
        }
    }

    /**
     * Fully connected, without bias, along the last axis of the input, which are its channels.
     *
     * @param outAxis which of the two axes of the weights counts the units of the output: 0 if the matrix is units out x units
     *     in, 1 if it is units in x units out
     */
    record Dense(String name, Value input, Weights kernel, int outAxis, Value output) implements WithKernel {

        @Override
        public int inAxis() {
            return 1 - outAxis;
        }

        @Override
        public Dense with(UnaryOperator<Value> values) {
            return new Dense(name, values.apply(input), kernel, outAxis, values.apply(output));
        }
    }

    /**
     * A convolution without bias. It slides over all axes of its input that are neither the first, which counts samples, nor that
     * of the channels, be the channels before the places or behind them. With one group; or depthwise, channel by channel, where
     * the output has the channels of the input. The axes of the kernels that are not given here are those of the entries, in the
     * order of the places.
     *
     * @param outAxis the axis of the kernels that counts the channels of the output
     * @param inAxis the axis that counts the channels of the input, of size 1 if it is depthwise
     * @param depthwise whether each channel of the output is made of the channel of the input with the same number, of which
     *     there are as many
     * @param sliding how the kernels move
     */
    record Convolution(String name, Value input, Weights kernel, int outAxis, int inAxis, boolean depthwise, Sliding sliding,
                       Value output) implements WithKernel {

        @Override
        public boolean isMixing() {
            return !depthwise;
        }

        @Override
        public Convolution with(UnaryOperator<Value> values) {
            return new Convolution(name, values.apply(input), kernel, outAxis, inAxis, depthwise, sliding, values.apply(output));
        }
    }

    /**
     * A transposed convolution without bias and groups, over the axes that a {@link Convolution} slides over.
     *
     * @param added places at the end of each axis
     */
    record TransposedConvolution(String name, Value input, Weights kernel, int outAxis, int inAxis, Sliding sliding,
                                 List<Integer> added, Value output) implements WithKernel {

        public TransposedConvolution {
            added = List.copyOf(added);
        }

        @Override
        public TransposedConvolution with(UnaryOperator<Value> values) {
            return new TransposedConvolution(name, values.apply(input), kernel, outAxis, inAxis, sliding, added,
                    values.apply(output));
        }
    }

    /** A number added to each channel: {@code x + b}. */
    record Bias(String name, Value input, Weights bias, Value output) implements OfOne {

        @Override
        public List<Weights> weights() {
            return List.of(bias);
        }

        @Override
        public Bias with(UnaryOperator<Value> values) {
            return new Bias(name, values.apply(input), bias, values.apply(output));
        }
    }

    /** Each channel times a number of its own, such as gamma of a normalisation: {@code s x}. */
    record Scale(String name, Value input, Weights factors, Value output) implements OfOne {

        @Override
        public List<Weights> weights() {
            return List.of(factors);
        }

        @Override
        public Scale with(UnaryOperator<Value> values) {
            return new Scale(name, values.apply(input), factors, values.apply(output));
        }
    }

    /**
     * Batch normalisation without scale and shift: in training {@code (x - m) / sqrt(v + epsilon)} with mean and variance of the
     * batch, afterwards with those that are stored, which no gradient moves.
     */
    record BatchNormalisation(String name, Value input, Weights mean, Weights variance, BigFraction epsilon, Value output)
            implements OfOne {

        @Override
        public List<Weights> weights() {
            return List.of(mean, variance);
        }

        @Override
        public BatchNormalisation with(UnaryOperator<Value> values) {
            return new BatchNormalisation(name, values.apply(input), mean, variance, epsilon, values.apply(output));
        }
    }

    /** Layer normalisation over the channels, without scale and shift. */
    record LayerNormalisation(String name, Value input, BigFraction epsilon, Value output) implements OfOne {

        @Override
        public LayerNormalisation with(UnaryOperator<Value> values) {
            return new LayerNormalisation(name, values.apply(input), epsilon, values.apply(output));
        }
    }

    /** Softmax over the channels. */
    record Softmax(String name, Value input, Value output) implements OfOne {

        @Override
        public Softmax with(UnaryOperator<Value> values) {
            return new Softmax(name, values.apply(input), values.apply(output));
        }
    }

    /** A function of each entry. */
    record Pointwise(String name, Value input, PointwiseFunction function, Value output) implements OfOne {

        @Override
        public Pointwise with(UnaryOperator<Value> values) {
            return new Pointwise(name, values.apply(input), function, values.apply(output));
        }
    }

    /**
     * Something without weights that treats each channel by itself, all in the same way: pooling, padding, a mean over places,
     * resizing, a move of the channels to another axis.
     *
     * @param what it does, in words; equal words with equal attributes in them mean the same
     * @param zeroToZero whether a channel of zeros becomes one of zeros
     * @param places the same exactly; empty if it is none of those, and then it cannot be computed
     */
    record EachChannel(String name, Value input, String what, boolean zeroToZero, Optional<PlaceFunction> places, Value output)
            implements OfOne {

        /** What is known in words only. */
        public EachChannel(String name, Value input, String what, boolean zeroToZero, Value output) {
            this(name, input, what, zeroToZero, Optional.empty(), output);
        }

        @Override
        public EachChannel with(UnaryOperator<Value> values) {
            return new EachChannel(name, values.apply(input), what, zeroToZero, places, values.apply(output));
        }
    }

    /** Places of channels become channels of their own: the output has {@link Channels.Flattened} of the input's. */
    record Flatten(String name, Value input, Value output) implements OfOne {

        @Override
        public Flatten with(UnaryOperator<Value> values) {
            return new Flatten(name, values.apply(input), values.apply(output));
        }
    }

    /** The sum, where one of the two may have single places in which the other has many. */
    record Sum(String name, Value first, Value second, Value output) implements OfTwo {

        @Override
        public Sum with(UnaryOperator<Value> values) {
            return new Sum(name, values.apply(first), values.apply(second), values.apply(output));
        }
    }

    /** The difference, first minus second. */
    record Difference(String name, Value first, Value second, Value output) implements OfTwo {

        @Override
        public Difference with(UnaryOperator<Value> values) {
            return new Difference(name, values.apply(first), values.apply(second), values.apply(output));
        }
    }

    /** The product entry by entry, where one of the two may have single places in which the other has many. */
    record Product(String name, Value first, Value second, Value output) implements OfTwo {

        @Override
        public Product with(UnaryOperator<Value> values) {
            return new Product(name, values.apply(first), values.apply(second), values.apply(output));
        }
    }

    /** One behind the other along the channels: the output has {@link Channels.Joined} of the inputs'. */
    record Concatenation(String name, List<Value> inputs, Value output) implements Layer {

        public Concatenation {
            inputs = List.copyOf(inputs);
        }

        @Override
        public List<Value> outputs() {
            return List.of(output);
        }

        @Override
        public Concatenation with(UnaryOperator<Value> values) {
            return new Concatenation(name, inputs.stream().map(values).toList(), values.apply(output));
        }
    }

    /**
     * What is not understood. Nothing is supposed of its outputs, nor of the errors that its inputs get.
     *
     * @param why it is not, for reports
     * @param weights that are in it, which are not analysed
     */
    record Opaque(String name, String why, List<Value> inputs, List<Weights> weights, List<Value> outputs) implements Layer {

        public Opaque {
            inputs = List.copyOf(inputs);
            weights = List.copyOf(weights);
            outputs = List.copyOf(outputs);
        }

        @Override
        public Opaque with(UnaryOperator<Value> values) {
            return new Opaque(name, why, inputs.stream().map(values).toList(), weights, outputs.stream().map(values).toList());
        }
    }
}
