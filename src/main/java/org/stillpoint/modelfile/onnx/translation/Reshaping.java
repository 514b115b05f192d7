package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;

/**
 * Entries in the same order seen as a tensor of other sizes. The channels stay what they are if as many entries come before them
 * as before, or places beside them become channels too; all else is not understood.
 */
final class Reshaping {

    private final Node node;
    private final Scope scope;
    private final Known.Stream x;
    private final List<Size> from;
    private final int channels;
    /** Sizes afterwards; the one that is to be inferred is open. */
    private final List<Size> to;
    private final int inferred;

    private Reshaping(Node node, Scope scope, Known.Stream x, List<Size> to, int inferred) {
        this.node = node;
        this.scope = scope;
        this.x = x;
        this.from = x.knownSizes();
        this.channels = x.fromFront();
        this.to = to;
        this.inferred = inferred;
    }

    static Map<String, Operator> all() {
        return Map.of("Reshape", Reshaping::reshape, "Flatten", Reshaping::flatten);
    }

    private static void reshape(Node node, Scope scope) throws IOException {
        List<Size> target = node.integers("shape").map(Size::all).orElse(List.of());
        if (target.isEmpty()) {
            target = scope.constants().sizes(node, 1)
                    .orElseThrow(() -> new NotUnderstood("nobody knows to which sizes")).entries();
        }
        if (scope.known(node, 0) instanceof Known.Tensor tensor) {
            scope.makes(node, tensor.seen(view(tensor, target, node)));
            return;
        }
        Known.Stream x = scope.stream(node, 0);
        List<Size> to = new ArrayList<>();
        int inferred = -1;
        for (int i = 0; i < target.size(); i++) {
            Size size = target.get(i);
            boolean copies = size.is(0) && node.integer("allowzero", 0) == 0;
            NotUnderstood.unless(!copies || i < x.axes(), "it keeps an axis that there is not");
            if (size.is(-1)) {
                inferred = i;
            }
            to.add(copies ? x.knownSizes().get(i) : size.is(-1) ? scope.openSize() : size);
        }
        new Reshaping(node, scope, x, to, inferred).translate();
    }

    /** Sizes of a tensor of the file as which it is seen. */
    private static List<Long> view(Known.Tensor tensor, List<Size> target, Node node) {
        List<Long> sizes = new ArrayList<>();
        int inferred = -1;
        long product = 1;
        for (int i = 0; i < target.size(); i++) {
            NotUnderstood.unless(target.get(i) instanceof Size.Fixed, "to sizes that are computed");
            long size = ((Size.Fixed) target.get(i)).number();
            if (size == 0 && node.integer("allowzero", 0) == 0 && i < tensor.seenAs().size()) {
                size = tensor.seenAs().get(i);
            }
            inferred = size == -1 ? i : inferred;
            sizes.add(size);
            NotUnderstood.unless(size == -1 || size > 0 && product <= tensor.entries() / size, "to sizes that do not fit");
            product *= size == -1 ? 1 : size;
        }
        if (inferred >= 0) {
            sizes.set(inferred, tensor.entries() / product);
            product *= tensor.entries() / product;
        }
        NotUnderstood.unless(product == tensor.entries(), "to sizes that do not fit");
        return sizes;
    }

    private static void flatten(Node node, Scope scope) {
        Known.Stream x = scope.stream(node, 0);
        long ofFile = node.integer("axis", 1);
        int axis = ofFile == x.axes() ? x.axes() : x.axis(ofFile);
        NotUnderstood.unless(axis == 1, "it makes one axis of several before that of the channels");
        new Reshaping(node, scope, x, List.of(x.knownSizes().get(0), scope.openSize()), 1).translate();
    }

    private void translate() {
        for (int axis = 0; axis < to.size(); axis++) {
            if (keeps(axis)) {
                chain(axis);
                return;
            }
        }
        for (int axis = 0; axis < to.size(); axis++) {
            for (int end = from.size(); end > channels + 1; end--) {
                OptionalInt times = times(axis, channels, end);
                if (times.isPresent()) {
                    flattened(axis, times.getAsInt(), true);
                    return;
                }
            }
            for (int begin = 0; begin < channels; begin++) {
                OptionalInt times = times(axis, begin, channels + 1);
                if (times.isPresent()) {
                    flattened(axis, times.getAsInt(), false);
                    return;
                }
            }
        }
        throw new NotUnderstood("it divides or mixes channels, or nobody knows its sizes");
    }

    /** Whether an axis afterwards has the channels. As many entries as before there are in any case. */
    private boolean keeps(int axis) {
        boolean before = Size.sameProduct(from.subList(0, channels), to.subList(0, axis));
        boolean behind = Size.sameProduct(from.subList(channels + 1, from.size()), to.subList(axis + 1, to.size()));
        return axis == inferred ? before && behind
                : to.get(axis).is(x.count()) && (inferred < axis && behind || (inferred < 0 || inferred > axis) && before);
    }

    private void chain(int axis) {
        new Chain(node, scope, x).eachChannel("", "places seen as others, " + scope.named(node.name()), true, axis,
                Optional.of(to)).end();
    }

    /**
     * How many features a channel becomes if an axis afterwards has those of several axes before, from begin up to end; empty if
     * it does not.
     */
    private OptionalInt times(int axis, int begin, int end) {
        boolean before = Size.sameProduct(from.subList(0, begin), to.subList(0, axis));
        boolean behind = Size.sameProduct(from.subList(end, from.size()), to.subList(axis + 1, to.size()));
        List<Size> places = new ArrayList<>(from.subList(begin, end));
        places.remove(channels - begin);
        boolean areKnown = places.stream().allMatch(Size.Fixed.class::isInstance) && Size.fixedProduct(places) > 0;
        long features = areKnown ? x.count() * Size.fixedProduct(places) : -1;
        boolean isCertain = to.get(axis).is(features) && (before || behind);
        if (!isCertain && !(before && behind)) {
            return OptionalInt.empty();
        }
        if (areKnown) {
            return times(features);
        }
        if (to.get(axis) instanceof Size.Fixed fixed) {
            return times(fixed.number());
        }
        Optional<List<Size>> told = scope.told(node.output(0));
        if (told.isPresent() && told.get().size() == to.size() && told.get().get(axis) instanceof Size.Fixed fixed) {
            return times(fixed.number());
        }
        return scope.ahead().of(node.output(0)).filter(demand -> demand.axis() == axis || demand.axis() + to.size() == axis)
                .map(demand -> times(demand.size())).orElse(OptionalInt.empty());
    }

    private OptionalInt times(long features) {
        return features < x.count() || features % x.count() != 0 || features > Scope.MAX_CHANNELS ? OptionalInt.empty()
                : OptionalInt.of((int) (features / x.count()));
    }

    private void flattened(int axis, int times, boolean channelsFirst) {
        if (times == 1) {
            chain(axis);
            return;
        }
        Channels made = new Channels.Flattened(x.channels(), times, channelsFirst);
        new Chain(node, scope, x).then("", made, axis, Optional.of(to),
                (name, input, output) -> new Layer.Flatten(name, input, output)).end();
    }
}
