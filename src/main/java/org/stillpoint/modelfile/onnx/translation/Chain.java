package org.stillpoint.modelfile.onnx.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;

/** Layers that a node becomes, one behind the other; the last one has the name of the node. */
final class Chain {

    /** Makes a layer between two values. */
    @FunctionalInterface
    interface Making {
        Layer layer(String name, Value input, Value output);
    }

    private record Step(String part, Channels channels, int axis, Optional<List<Size>> sizes, Making making) {
    }

    private final Node node;
    private final Scope scope;
    private final Known.Stream start;
    private final List<Step> steps = new ArrayList<>();

    Chain(Node node, Scope scope, Known.Stream start) {
        this.node = node;
        this.scope = scope;
        this.start = start;
    }

    Node node() {
        return node;
    }

    Scope scope() {
        return scope;
    }

    private Step last() {
        return steps.isEmpty() ? new Step("", start.channels(), start.value().axis(), start.sizes(), null)
                : steps.get(steps.size() - 1);
    }

    Channels channels() {
        return last().channels();
    }

    Optional<List<Size>> sizes() {
        return last().sizes();
    }

    /** The axis of the channels as it is known, from the first one or below 0 from the last. */
    int axis() {
        return last().axis();
    }

    /** The axis of the channels, counted from the last, which is -1. */
    int fromEnd() {
        return axis() < 0 ? axis()
                : axis() - sizes().orElseThrow(() -> new NotUnderstood("nobody knows how many axes it has")).size();
    }

    /**
     * A layer that keeps the channels and all sizes.
     *
     * @param part what it is called if others follow
     */
    Chain then(String part, Making making) {
        return then(part, channels(), axis(), sizes(), making);
    }

    Chain then(String part, Channels channels, int axis, Optional<List<Size>> sizes, Making making) {
        steps.add(new Step(part, channels, axis, sizes, making));
        return this;
    }

    Chain pointwise(String part, PointwiseFunction function) {
        return then(part, (name, input, output) -> new Layer.Pointwise(name, input, function, output));
    }

    /** {@code factor x + addend}; nothing if that is x. */
    Chain affine(String part, BigFraction factor, BigFraction addend) {
        return factor.equals(BigFraction.ONE) && addend.equals(BigFraction.ZERO) ? this
                : pointwise(part, new PointwiseFunction.Affine(factor, addend));
    }

    Chain eachChannel(String part, String what, boolean zeroToZero, int axis, Optional<List<Size>> sizes) {
        return eachChannel(part, what, zeroToZero, Optional.empty(), axis, sizes);
    }

    /** @param places what it does exactly, if that can be said */
    Chain eachChannel(String part, String what, boolean zeroToZero, Optional<PlaceFunction> places, int axis,
                      Optional<List<Size>> sizes) {
        return then(part, channels(), axis, sizes,
                (name, input, output) -> new Layer.EachChannel(name, input, what, zeroToZero, places, output));
    }

    /** Adds the layers; what the node makes is what the last one does, or what came in if there is none. */
    void end() {
        Known.Stream current = start;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String name = i == steps.size() - 1 ? node.name() : part(step.part(), i);
            Known.Stream made = scope.value(name, step.channels(), step.axis(), step.sizes());
            scope.add(step.making().layer(name, current.value(), made.value()));
            current = made;
        }
        scope.makes(node, current);
    }

    private String part(String part, int index) {
        boolean isTaken = steps.subList(0, index).stream().anyMatch(step -> step.part().equals(part));
        return node.part(isTaken ? part + " " + (index + 1) : part);
    }
}
