package org.stillpoint.lint.program;

import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.graph.operation.Pull;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;

/**
 * An operation of which only a name and rules about zeros are known, so that it can be asked what never happens, but not run. Two
 * of one name are the same.
 *
 * @param part what of it this is: the function, its slope, or how an error goes back
 * @param rule where it vanishes
 */
record ChannelFunction(String name, Part part, Rule rule) implements Operation {

    /** What of a function an operation is. */
    enum Part {
        FUNCTION, SLOPE, BACK
    }

    /** Which operands make it zero. */
    enum Rule {
        NOTHING, FIRST, SECOND
    }

    /** A function of each entry, whose slope may be anything. It is that of this layer, as its name may not say all of it. */
    static Differentiable of(String layer, PointwiseFunction.Named function) {
        String name = function.name() + " of " + layer;
        return differentiable(new ChannelFunction(name, Part.FUNCTION, function.zeroToZero() ? Rule.FIRST : Rule.NOTHING), 1,
                new Pull(Optional.of(new ChannelFunction(name, Part.SLOPE, Rule.NOTHING)), product()));
    }

    private static Operation product() {
        return Forward.product().operation();
    }

    /** What treats each channel by itself; it takes an error back by a linear map, which may depend on what it took. */
    static Differentiable of(Layer.EachChannel layer) {
        String name = layer.what() + " of channels along " + layer.input().axis() + ", then " + layer.output().axis();
        return differentiable(new ChannelFunction(name, Part.FUNCTION, layer.zeroToZero() ? Rule.FIRST : Rule.NOTHING), 1,
                new Pull(Optional.empty(), new ChannelFunction(name, Part.BACK, Rule.FIRST)));
    }

    /** {@code y exp(x)}, where y is fed and the same for all channels. */
    static Operation exponential() {
        return new ChannelFunction("exponential", Part.FUNCTION, Rule.SECOND);
    }

    /**
     * Softmax of a channel, if the inverse of the sum over all channels is fed; the error that is pulled is g times its value.
     */
    static Differentiable softmax() {
        return differentiable(exponential(), 2, new Pull(Optional.of(exponential()), product()));
    }

    /**
     * A part of a normalisation, of a channel and a stored statistic of it, which gets no error. Nothing is supposed of it, so
     * that it stands for one that uses what is stored, and for one that uses mean and variance of the batch instead.
     */
    static Differentiable normalisation(String part, Layer.BatchNormalisation layer) {
        String name = part + " along " + layer.input().axis() + ", epsilon " + ExactNumber.write(layer.epsilon());
        return differentiable(new ChannelFunction(name, Part.FUNCTION, Rule.NOTHING), 2,
                new Pull(Optional.empty(), new ChannelFunction(name, Part.BACK, Rule.FIRST)));
    }

    private static Differentiable differentiable(Operation operation, int operands, Pull pull) {
        return new Differentiable(operation, operands, shapes -> shapes.get(0),
                operands == 1 ? List.of(Optional.of(pull)) : List.of(Optional.of(pull), Optional.empty()));
    }

    @Override
    public Object apply(Object x, Object y, Object z) {
        throw new DomainException(this + " of values, expected only to be asked what never happens: it is known by name");
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return switch (rule) {
            case NOTHING -> false;
            case FIRST -> x;
            case SECOND -> y;
        };
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return false;
    }

    @Override
    public String toString() {
        return part == Part.FUNCTION ? name : part == Part.SLOPE ? "slope of " + name : name + ", back";
    }
}
