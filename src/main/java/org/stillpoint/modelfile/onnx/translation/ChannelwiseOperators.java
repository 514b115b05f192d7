package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.tensor.Code;

/** What treats each channel by itself, all in the same way, and leaves them on their axis. */
final class ChannelwiseOperators {

    private static final int HALF = 0x3F000000;

    private ChannelwiseOperators() {
    }

    static Map<String, Operator> all() {
        Map<String, Operator> all = new TreeMap<>();
        for (String pooling : List.of("MaxPool", "AveragePool", "LpPool")) {
            all.put(pooling, ChannelwiseOperators::pooling);
        }
        for (String pooling : List.of("GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool")) {
            all.put(pooling, ChannelwiseOperators::globalPooling);
        }
        for (String reduction : List.of("ReduceMean", "ReduceSum", "ReduceMax", "ReduceMin", "ReduceL1", "ReduceL2",
                "ReduceSumSquare", "ReduceProd")) {
            all.put(reduction, (node, scope) -> reduction(node, scope, true));
        }
        all.put("ReduceLogSumExp", (node, scope) -> reduction(node, scope, false));
        all.put("ReduceLogSum", (node, scope) -> reduction(node, scope, false));
        all.put("Pad", ChannelwiseOperators::padding);
        all.put("Resize", ChannelwiseOperators::resize);
        all.put("Upsample", ChannelwiseOperators::resize);
        all.put("Dropout", ChannelwiseOperators::dropout);
        return all;
    }

    /** A window of zeros gives zero, whether padding counts or not; that of a maximum pads with what is never largest. */
    private static void pooling(Node node, Scope scope) {
        Known.Stream x = onFirst(node, scope);
        keepingRank(node, scope, x, PlaceFunctions.pooling(node), x.knownSizes().stream().skip(2).map(size -> scope.openSize())
                .toList());
    }

    private static void globalPooling(Node node, Scope scope) {
        Known.Stream x = onFirst(node, scope);
        Optional<PlaceFunction> places = node.operator().equals("GlobalLpPool") ? Optional.empty()
                : Optional.of(new PlaceFunction.OverAll(node.operator().equals("GlobalMaxPool"), true));
        keepingRank(node, scope, x, places, Collections.nCopies(x.axes() - 2, Size.ONE));
    }

    /** Samples and channels are the first two axes, as poolings have them. */
    private static Known.Stream onFirst(Node node, Scope scope) {
        Known.Stream x = scope.stream(node, 0);
        NotUnderstood.unless(x.axes() >= 3 && x.fromFront() == 1, "its channels are not on axis 1");
        return x;
    }

    private static void keepingRank(Node node, Scope scope, Known.Stream x, Optional<PlaceFunction> function, List<Size> places) {
        List<Size> sizes = new ArrayList<>(x.knownSizes().subList(0, 2));
        sizes.addAll(places);
        new Chain(node, scope, x).eachChannel("", Words.described(node, scope), true, function, 1, Optional.of(sizes)).end();
    }

    private static void reduction(Node node, Scope scope, boolean zeroToZero) throws IOException {
        Known.Stream x = scope.stream(node, 0);
        Optional<List<Long>> given = scope.constants().integers(node, "axes", 1);
        NotUnderstood.unless(given.isPresent() && !given.get().isEmpty(), "it mixes all channels");
        List<Integer> axes = given.get().stream().map(x::axis).distinct().toList();
        NotUnderstood.unless(!axes.contains(x.fromFront()), "it mixes all channels");
        boolean keeps = node.integer("keepdims", 1) != 0;
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < x.axes(); i++) {
            if (!axes.contains(i)) {
                sizes.add(x.knownSizes().get(i));
            } else if (keeps) {
                sizes.add(Size.ONE);
            }
        }
        int moved = keeps ? 0 : (int) axes.stream().filter(axis -> axis < x.fromFront()).count();
        new Chain(node, scope, x).eachChannel("", node.operator() + " along " + axes + (keeps ? ", which stay" : ""), zeroToZero,
                PlaceFunctions.reduction(node, x, axes, keeps), x.fromFront() - moved, Optional.of(sizes)).end();
    }

    private static void padding(Node node, Scope scope) throws IOException {
        Known.Stream x = scope.stream(node, 0);
        List<Long> pads = scope.constants().integers(node, node.has("paddings") ? "paddings" : "pads", 1)
                .orElseThrow(() -> new NotUnderstood("nobody knows by how much it pads"));
        List<Integer> axes = node.has(3) ? scope.constants().integers(node, 3).stream().map(x::axis).toList()
                : IntStream.range(0, x.axes()).boxed().toList();
        NotUnderstood.unless(pads.size() == 2 * axes.size(), pads.size() + " paddings for " + axes.size() + " axes");
        List<Size> sizes = new ArrayList<>(x.knownSizes());
        for (int i = 0; i < axes.size(); i++) {
            if (pads.get(i) != 0 || pads.get(axes.size() + i) != 0) {
                NotUnderstood.unless(axes.get(i) != x.fromFront(), "it adds channels");
                sizes.set(axes.get(i), scope.openSize());
            }
        }
        String mode = node.text("mode", "constant");
        BigFraction value = !mode.equals("constant") ? BigFraction.ZERO
                : node.has("value") ? node.number("value", 0)
                : node.has(2) ? scope.constants().number(node, 2) : BigFraction.ZERO;
        Optional<PlaceFunction> places = mode.equals("constant") ? PlaceFunctions.padding(x, pads, axes, value)
                : Optional.empty();
        new Chain(node, scope, x).eachChannel("", "padding by " + pads + " along " + axes + ", " + mode + " " + value,
                value.signum() == 0, places, x.fromFront(), Optional.of(sizes)).end();
    }

    private static void resize(Node node, Scope scope) throws IOException {
        Known.Stream x = scope.stream(node, 0);
        List<Integer> axes = node.integers("axes").map(all -> all.stream().map(x::axis).toList())
                .orElseGet(() -> IntStream.range(0, x.axes()).boxed().toList());
        int channels = axes.indexOf(x.fromFront());
        String how = channels < 0 ? "" : howItResizes(node, scope, x, channels, axes.size());
        NotUnderstood.unless(!node.text("coordinate_transformation_mode", "").equals("tf_crop_and_resize"),
                "it resizes a part that depends on what is fed");
        List<Size> sizes = new ArrayList<>(x.knownSizes());
        axes.stream().filter(axis -> axis != x.fromFront()).forEach(axis -> sizes.set(axis, scope.openSize()));
        new Chain(node, scope, x).eachChannel("", Words.described(node, scope) + how + " by " + scope.named(String.join(", ",
                node.proto().getInputList().subList(Math.min(1, node.proto().getInputCount()), node.proto().getInputCount()))),
                true, PlaceFunctions.resize(node, scope, x, axes.size()), x.fromFront(), Optional.of(sizes)).end();
    }

    /** In words; it is known that there are as many channels as before. */
    private static String howItResizes(Node node, Scope scope, Known.Stream x, int channels, int count) throws IOException {
        int scales = node.operator().equals("Upsample") || node.opset() < 11 ? 1 : 2;
        if (node.has("scales")) {
            List<Long> factors = node.attributes().codes("scales");
            NotUnderstood.unless(factors.size() == count && Code.number(factors.get(channels)).equals(BigFraction.ONE),
                    "it may add channels");
            return "";
        }
        boolean bySizes = scales == 2 && node.has(3)
                && !(scope.known(node, 2) instanceof Known.Tensor tensor && tensor.entries() > 0);
        if (bySizes) {
            Known.Numbers sizes = scope.constants().sizes(node, 3).orElseThrow(() -> new NotUnderstood("nobody knows its sizes"));
            NotUnderstood.unless(sizes.entries().size() == count && sizes.entries().get(channels).is(x.count()),
                    "it may add channels");
            return ", to " + sizes.entries().stream().map(size -> size instanceof Size.Fixed fixed ? fixed.number() : "?")
                    .toList();
        }
        List<BigFraction> factors = scope.constants().numbers(scope.tensor(node, scales));
        NotUnderstood.unless(factors.size() == count && factors.get(channels).equals(BigFraction.ONE), "it may add channels");
        return ", times " + factors;
    }

    /** In training, times a mask that is drawn anew for each entry: something fed, which differs from unit to unit. */
    private static void dropout(Node node, Scope scope) throws IOException {
        Known.Stream x = scope.stream(node, 0);
        BigFraction ratio = node.has("ratio") ? node.number("ratio", HALF) : node.has(1) ? scope.constants().number(node, 1)
                : new BigFraction(1, 2);
        Chain chain = new Chain(node, scope, x);
        if (ratio.signum() == 0) {
            chain.end();
            return;
        }
        Known.Stream mask = scope.fed(node.part("mask"), x);
        chain.then("", (name, input, output) -> new Layer.Product(name, input, mask.value(), output)).end();
    }
}
