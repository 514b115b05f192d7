package org.stillpoint.modelfile.keras;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Layers that multiply by matrices or kernels, add a bias, and apply an activation. Kernels are places x channels in x channels
 * out; those of transposed convolutions places x channels out x channels in; depthwise ones places x channels x 1.
 */
final class Products {

    private Products() {
    }

    static Flow dense(Step step) throws NotUnderstood {
        Flow in = step.input();
        boolean hasBias = step.settings().isTrue("use_bias", true);
        step.requireWeights(hasBias ? 2 : 1);
        Dimensions kernel = step.weights().get(0).dimensions();
        NotUnderstood.require(kernel.axes() == 2 && kernel.size(0) >= 1, "a kernel of the shape " + kernel
                + ", expected two axes");
        Value value = takenBy(in, kernel.size(0));
        NotUnderstood.require(in.channelsLast(), "a matrix along places");
        Optional<List<Integer>> sizes = in.sizes().map(known -> replacedLast(known, (int) kernel.size(1)));
        return ended(step, step.add(new Layer.Dense(step.name(), value, step.weights().get(0), 1,
                step.ofNew(kernel.size(1), -1)), sizes), hasBias);
    }

    static List<Integer> replacedLast(List<Integer> sizes, int last) {
        List<Integer> replaced = new ArrayList<>(sizes);
        replaced.set(sizes.size() - 1, last);
        return replaced;
    }

    /** The value of a flow, if it has as many channels as weights take. */
    private static Value takenBy(Flow flow, long channels) throws NotUnderstood {
        NotUnderstood.require(channels >= 1 && channels <= Integer.MAX_VALUE, "weights of " + channels + " channels");
        Value value = flow.withChannels((int) channels);
        NotUnderstood.require(value.channels().size() == channels,
                "weights of " + channels + " channels, for an input that has " + value.channels().size());
        return value;
    }

    private static Flow ended(Step step, Flow flow, boolean hasBias) throws NotUnderstood {
        Flow biased = flow;
        if (hasBias) {
            Value value = flow.value();
            Weights bias = step.vector(step.weights().size() - 1, value.channels().size());
            biased = step.add(new Layer.Bias(step.name(), value, bias, step.like(value)), flow.sizes());
        }
        return Activations.atEnd(step, biased);
    }

    static Flow convolution(Step step) throws NotUnderstood {
        boolean hasBias = step.settings().isTrue("use_bias", true);
        step.requireWeights(hasBias ? 2 : 1);
        Weights kernel = step.weights().get(0);
        int axes = kernel.dimensions().axes() - 2;
        NotUnderstood.require(axes >= 1 && axes <= 3, "a kernel of " + (axes + 2) + " axes");
        int groups = step.settings().integer("groups").orElse(1);
        long out = kernel.dimensions().size(axes + 1);
        boolean depthwise = groups > 1;
        NotUnderstood.require(groups == 1 || kernel.dimensions().size(axes) == 1 && groups == out,
                "groups of channels, expected one, or one for each channel");
        long in = depthwise ? out : kernel.dimensions().size(axes);
        return ended(step, slid(step, step.input(), kernel, axes + 1, axes, depthwise, in, stride(step, axes)), hasBias);
    }

    static Flow depthwise(Step step) throws NotUnderstood {
        boolean hasBias = step.settings().isTrue("use_bias", true);
        step.requireWeights(hasBias ? 2 : 1);
        return ended(step, depthwise(step, step.weights().get(0)), hasBias);
    }

    private static Flow depthwise(Step step, Weights kernel) throws NotUnderstood {
        int axes = kernel.dimensions().axes() - 2;
        NotUnderstood.require(axes >= 1 && axes <= 2, "a kernel of " + (axes + 2) + " axes");
        NotUnderstood.require(kernel.dimensions().size(axes + 1) == 1, "several outputs of each channel");
        return slid(step, step.input(), kernel, axes, axes + 1, true, kernel.dimensions().size(axes), stride(step, axes));
    }

    static Flow separable(Step step) throws NotUnderstood {
        boolean hasBias = step.settings().isTrue("use_bias", true);
        step.requireWeights(hasBias ? 3 : 2);
        Flow single = depthwise(step, step.weights().get(0));
        Weights mixing = step.weights().get(1);
        int axes = mixing.dimensions().axes() - 2;
        NotUnderstood.require(axes == step.weights().get(0).dimensions().axes() - 2
                && IntStream.range(0, axes).allMatch(axis -> mixing.dimensions().size(axis) == 1), "a kernel of the shape "
                + mixing.dimensions() + ", expected one place");
        Value value = takenBy(single, mixing.dimensions().size(axes));
        long out = mixing.dimensions().size(axes + 1);
        Layer mixed = new Layer.Convolution(step.name(), value, mixing, axes + 1, axes, false,
                Sliding.plain(axes), step.ofNew(out, value.axis()));
        return ended(step, step.add(mixed, sizes(single.places(), (int) out, single.channelsLast())), hasBias);
    }

    private static List<Integer> stride(Step step, int axes) {
        return step.settings().integers("strides", axes, 1);
    }

    private static Flow slid(Step step, Flow in, Weights kernel, int outAxis, int inAxis, boolean depthwise, long channels,
                             List<Integer> stride) throws NotUnderstood {
        Value value = takenBy(in, channels);
        Arrangements.requireFormat(step, in);
        List<Integer> window = window(kernel, stride.size());
        List<Integer> places = in.places().orElse(Collections.nCopies(stride.size(), Flow.UNKNOWN));
        Windows windows = Windows.of(step.settings(), window, places, stride);
        Value taken = windows.padded().isPresent() ? value
                : Arrangements.padded(step, in, windows.before(), windows.after()).value();
        long out = kernel.dimensions().size(outAxis);
        Layer layer = new Layer.Convolution(step.name(), taken, kernel, outAxis, inAxis, depthwise,
                windows.padded().orElseGet(windows::unpadded), depthwise ? step.like(value) : step.ofNew(out, value.axis()));
        return step.add(layer, sizes(Optional.of(windows.places()), (int) out, in.channelsLast()));
    }

    private static List<Integer> window(Weights kernel, int axes) {
        return IntStream.range(0, axes).mapToObj(axis -> (int) kernel.dimensions().size(axis)).toList();
    }

    static Optional<List<Integer>> sizes(Optional<List<Integer>> places, int channels, boolean channelsLast) {
        return places.map(known -> {
            List<Integer> sizes = new ArrayList<>(known);
            sizes.add(channelsLast ? known.size() : 0, channels);
            return sizes;
        });
    }

    /**
     * As many places come out as went in times the stride, or, without padding, at least as the kernel needs: what is too much is
     * cut off, half of it and perhaps one more at the end.
     */
    static Flow transposed(Step step) throws NotUnderstood {
        boolean hasBias = step.settings().isTrue("use_bias", true);
        step.requireWeights(hasBias ? 2 : 1);
        Weights kernel = step.weights().get(0);
        int axes = kernel.dimensions().axes() - 2;
        NotUnderstood.require(axes >= 1 && axes <= 3, "a kernel of " + (axes + 2) + " axes");
        NotUnderstood.require(step.settings().at("output_padding").isEmpty(), "places added at the end");
        NotUnderstood.require(step.settings().integers("dilation_rate", axes, 1).stream().allMatch(rate -> rate == 1),
                "dilation");
        Flow in = step.input();
        Value value = takenBy(in, kernel.dimensions().size(axes + 1));
        Arrangements.requireFormat(step, in);
        List<Integer> stride = stride(step, axes);
        List<Integer> window = window(kernel, axes);
        List<Integer> places = in.places().orElse(Collections.nCopies(axes, Flow.UNKNOWN));
        NotUnderstood.require(stride.size() == axes && places.size() == axes, "strides for other than " + axes + " axes");
        NotUnderstood.require(stride.stream().allMatch(each -> each > 0), "a stride below 1");
        boolean same = step.settings().text("padding").orElse("valid").equals("same");
        List<Integer> added = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        List<Integer> out = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            int size = places.get(axis);
            int over = window.get(axis) - stride.get(axis);
            added.add(Math.max(-over, 0));
            int cut = same ? Math.max(over, 0) : 0;
            before.add(cut / 2);
            after.add(cut - cut / 2);
            out.add(size < 0 ? Flow.UNKNOWN : Math.addExact(Math.multiplyExact(size, stride.get(axis)),
                    same ? 0 : Math.max(over, 0)));
        }
        long channels = kernel.dimensions().size(axes);
        Sliding sliding = new Sliding(stride, Collections.nCopies(axes, 0), Collections.nCopies(axes, 1));
        Optional<List<Integer>> sizes = sizes(Optional.of(out), (int) channels, in.channelsLast());
        Flow whole = step.add(new Layer.TransposedConvolution(step.name(), value, kernel, axes, axes + 1, sliding, added,
                step.ofNew(channels, value.axis())), sizes);
        boolean isCut = after.stream().anyMatch(cut -> cut > 0);
        return ended(step, isCut ? Arrangements.eachChannel(step, whole, "without the places " + before + " before and " + after
                + " after", true, sizes) : whole, hasBias);
    }
}
