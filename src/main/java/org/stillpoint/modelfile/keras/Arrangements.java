package org.stillpoint.modelfile.keras;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Value;

/** Layers without weights that move places, or make others of them: pooling, padding, resizing, flattening. */
final class Arrangements {

    private Arrangements() {
    }

    static Flow eachChannel(Step step, Flow in, String what, boolean zeroToZero, Optional<List<Integer>> sizes) {
        return step.add(new Layer.EachChannel(step.name(), in.value(), what, zeroToZero, step.like(in.value())), sizes);
    }

    /** Zeros before and after the places. */
    static Flow padded(Step step, Flow in, List<Integer> before, List<Integer> after) {
        return eachChannel(step, in, "zeros, " + before + " before and " + after + " after the places", true,
                Products.sizes(in.places().map(places -> IntStream.range(0, places.size()).mapToObj(axis -> places.get(axis) < 0
                        ? Flow.UNKNOWN : places.get(axis) + before.get(axis) + after.get(axis)).toList()),
                        in.value().channels().size(), in.channelsLast()));
    }

    /** @throws NotUnderstood if the layer has its channels on another axis than its input */
    static void requireFormat(Step step, Flow in) throws NotUnderstood {
        boolean isFirst = step.settings().text("data_format").orElse("channels_last").equals("channels_first");
        NotUnderstood.require(isFirst != in.channelsLast(), "channels on another axis than those of its input");
    }

    static Flow pooling(Step step, String what, int axes) throws NotUnderstood {
        Flow in = step.input();
        requireFormat(step, in);
        NotUnderstood.require(in.placeAxes().isEmpty() || in.placeAxes().get() == axes, "an input of other than " + axes
                + " axes of places");
        List<Integer> window = step.settings().integers("pool_size", axes, 2);
        NotUnderstood.require(window.size() == axes, "windows of other than " + axes + " axes");
        List<Integer> stride = step.settings().at("strides").isPresent() ? step.settings().integers("strides", axes, 2) : window;
        String padding = step.settings().text("padding").orElse("valid");
        List<Integer> places = in.places().orElse(Collections.nCopies(axes, Flow.UNKNOWN));
        List<Integer> out = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            NotUnderstood.require(stride.size() == axes && stride.get(axis) > 0 && window.get(axis) > 0,
                    "a stride or window below 1");
            int size = places.get(axis);
            boolean same = padding.equals("same");
            NotUnderstood.require(size < 0 || same || size >= window.get(axis), "a window that does not fit");
            out.add(size < 0 ? Flow.UNKNOWN : same ? (size + stride.get(axis) - 1) / stride.get(axis)
                    : (size - window.get(axis)) / stride.get(axis) + 1);
        }
        return eachChannel(step, in, what + " of windows " + window + ", stride " + stride + ", padding " + padding, true,
                Products.sizes(Optional.of(out), in.value().channels().size(), in.channelsLast()));
    }

    /** One number for all places of a channel; the axes of places are gone, or have size 1. */
    static Flow global(Step step, String what) throws NotUnderstood {
        Flow in = step.input();
        requireFormat(step, in);
        Value value = in.value();
        if (step.settings().isTrue("keepdims", false)) {
            return eachChannel(step, in, what + " of all places", true, Products.sizes(in.places()
                    .map(places -> Collections.nCopies(places.size(), 1)), value.channels().size(), in.channelsLast()));
        }
        return step.add(new Layer.EachChannel(step.name(), value, what + " of all places", true,
                step.of(value.channels(), -1)), Optional.of(List.of(value.channels().size())));
    }

    /** Zeros around, or a part cut off: {@code n}, or for each axis {@code n} or {@code [before, after]}. */
    static Flow bordered(Step step, String key, int sign) throws NotUnderstood {
        Flow in = step.input();
        requireFormat(step, in);
        NotUnderstood.require(in.placeAxes().isPresent() && step.settings().at(key).isPresent(), "a border of unknown size");
        int axes = in.placeAxes().get();
        JsonCursor border = step.settings().at(key).get();
        List<List<Integer>> sides = new ArrayList<>();
        if (!border.isArray()) {
            sides.addAll(Collections.nCopies(axes, Collections.nCopies(2, Settings.integer(border))));
        } else if (axes == 1 && !border.elements().get(0).isArray()) {
            sides.add(Settings.integers(border));
        } else {
            border.elements().forEach(each -> sides.add(each.isArray() ? Settings.integers(each)
                    : Collections.nCopies(2, Settings.integer(each))));
        }
        NotUnderstood.require(sides.size() == axes && sides.stream().allMatch(pair -> pair.size() == 2
                && pair.get(0) >= 0 && pair.get(1) >= 0), "a border for other than " + axes + " axes of places");
        if (sign > 0) {
            return padded(step, in, sides.stream().map(pair -> pair.get(0)).toList(),
                    sides.stream().map(pair -> pair.get(1)).toList());
        }
        List<Integer> places = in.places().orElseThrow();
        return eachChannel(step, in, "cut off at the borders " + sides, true, Products.sizes(Optional.of(IntStream.range(0, axes)
                .mapToObj(axis -> places.get(axis) < 0 ? Flow.UNKNOWN
                        : Math.max(places.get(axis) - sides.get(axis).get(0) - sides.get(axis).get(1), 0)).toList()),
                in.value().channels().size(), in.channelsLast()));
    }

    static Flow enlarged(Step step, int axes) throws NotUnderstood {
        Flow in = step.input();
        requireFormat(step, in);
        List<Integer> factors = step.settings().integers("size", axes, 2);
        NotUnderstood.require(factors.size() == axes && in.placeAxes().equals(Optional.of(axes)),
                "factors for other axes than those of its input");
        List<Integer> places = in.places().orElseThrow();
        return eachChannel(step, in, "enlarged by " + factors + ", " + step.settings().text("interpolation").orElse("nearest"),
                true, Products.sizes(Optional.of(IntStream.range(0, axes).mapToObj(axis -> places.get(axis) < 0 ? Flow.UNKNOWN
                        : Math.multiplyExact(places.get(axis), factors.get(axis))).toList()), in.value().channels().size(),
                        in.channelsLast()));
    }

    /** A vector as many times one behind the other. */
    static Flow repeated(Step step) throws NotUnderstood {
        Flow in = step.input();
        int times = step.settings().integer("n").orElse(1);
        NotUnderstood.require(in.placeAxes().equals(Optional.of(0)), "an input with places");
        return eachChannel(step, in, "repeated " + times + " times", true,
                Optional.of(List.of(times, in.value().channels().size())));
    }

    /** Keras moves channels that come first behind the places, if it is told that they do, and flattens then. */
    static Flow flattened(Step step) throws NotUnderstood {
        Flow in = step.input();
        boolean isToldFirst = step.settings().text("data_format").orElse("channels_last").equals("channels_first");
        NotUnderstood.require(in.channelsLast() ? !isToldFirst || in.placeAxes().equals(Optional.of(0)) : true,
                "channels on another axis than those of its input");
        boolean channelsFirst = !in.channelsLast() && !isToldFirst;
        Value value = in.value();
        Optional<Integer> times = in.places().filter(places -> places.stream().allMatch(size -> size > 0))
                .map(places -> places.stream().reduce(1, Math::multiplyExact));
        NotUnderstood.require(times.isEmpty() || (long) times.get() * value.channels().size() <= Settings.MAX_SIZE,
                "too many places of channels");
        if (times.isPresent()) {
            return times.get() == 1 ? step.add(new Layer.EachChannel(step.name(), value, "without axes of places", true,
                    step.of(value.channels(), -1)), Optional.of(List.of(value.channels().size())))
                    : step.add(flatten(step, value, times.get(), channelsFirst),
                            Optional.of(List.of(Math.multiplyExact(times.get(), value.channels().size()))));
        }
        return Flow.madeBy(wanted -> {
            int channels = value.channels().size();
            Layer layer = channels > 0 && wanted % channels == 0 ? flatten(step, value, wanted / channels, channelsFirst)
                    : new Layer.Opaque(step.name(), "how many places it flattens is not known", List.of(value), List.of(),
                    List.of(step.ofNew(wanted, -1)));
            step.builder().add(layer);
            return layer.outputs().get(0);
        }, Optional.empty());
    }

    private static Layer flatten(Step step, Value value, int times, boolean channelsFirst) {
        return new Layer.Flatten(step.name(), value, step.of(new Channels.Flattened(value.channels(), times, channelsFirst), -1));
    }

    /** Other axes of places, where the channels stay the last axis; or all in one axis, which is flattening. */
    static Flow reshaped(Step step) throws NotUnderstood {
        Flow in = step.input();
        List<Integer> target = step.settings().at("target_shape").map(Settings::shape).orElse(List.of());
        NotUnderstood.require(in.channelsLast() && !target.isEmpty(), "a new shape");
        int channels = in.value().channels().size();
        boolean isWhole = target.size() == 1 && in.sizes().isPresent()
                && in.places().orElseThrow().stream().allMatch(size -> size > 0);
        if (isWhole) {
            return flattened(step);
        }
        NotUnderstood.require(target.get(target.size() - 1) == channels, "a new shape that mixes channels and places");
        return eachChannel(step, in, "in the shape " + target, true, Optional.of(target));
    }

    /** Another order of the axes of places. */
    static Flow permuted(Step step) throws NotUnderstood {
        Flow in = step.input();
        List<Integer> order = step.settings().at("dims").map(Settings::integers).orElse(List.of());
        int axes = order.size();
        NotUnderstood.require(in.channelsLast() && axes > 0 && order.get(axes - 1) == axes
                && order.stream().sorted().toList().equals(IntStream.rangeClosed(1, axes).boxed().toList())
                && in.sizes().map(sizes -> sizes.size() == axes).orElse(true), "an order of axes that moves the channels");
        return eachChannel(step, in, "with the axes in the order " + order, true,
                in.sizes().map(sizes -> order.stream().map(axis -> sizes.get(axis - 1)).toList()));
    }
}
