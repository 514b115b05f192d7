package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.onnx.translation.LookAhead.Demand;

/** What moves entries to other places or axes, and keeps each channel by itself. */
final class AxisOperators {

    private AxisOperators() {
    }

    static Map<String, Operator> all() {
        return Map.of("Transpose", AxisOperators::transpose, "Squeeze", AxisOperators::squeeze,
                "Unsqueeze", AxisOperators::unsqueeze, "Slice", AxisOperators::slice, "Gather", AxisOperators::gather,
                "Expand", AxisOperators::expand, "Tile", AxisOperators::tile, "Identity", AxisOperators::same,
                "Cast", AxisOperators::cast);
    }

    private static void same(Node node, Scope scope) {
        new Chain(node, scope, scope.stream(node, 0)).end();
    }

    /** One to floating point is exact, or rounds a little, which nothing here depends on. */
    private static void cast(Node node, Scope scope) {
        int type = (int) node.integer("to", 0);
        if (scope.known(node, 0) instanceof Known.Tensor tensor && Types.holds(type, tensor.weights())) {
            scope.makes(node, tensor);
            return;
        }
        NotUnderstood.unless(Types.isFloating(type), "to a type that is not floating-point");
        same(node, scope);
    }

    private static void transpose(Node node, Scope scope) {
        if (scope.known(node, 0) instanceof Known.Tensor tensor) {
            boolean turns = tensor.isPlain() && tensor.seenAs().size() == 2
                    && node.integers("perm").map(List.of(1L, 0L)::equals).orElse(true);
            NotUnderstood.unless(turns, "of a tensor of the file");
            scope.makes(node, new Known.Tensor(tensor.weights(), List.of(tensor.seenAs().get(1), tensor.seenAs().get(0)), true,
                    tensor.maybeTrained()));
            return;
        }
        Known.Stream given = scope.stream(node, 0);
        List<Long> perm = node.integers("perm").orElseGet(() -> IntStream.range(0, given.axes())
                .mapToObj(i -> given.axes() - 1L - i).toList());
        NotUnderstood.unless(new HashSet<>(perm).size() == perm.size()
                && perm.stream().allMatch(axis -> axis >= 0 && axis < perm.size())
                && perm.size() == given.sizes().map(List::size).orElse(perm.size()), "axes " + Words.written(perm));
        int front = NotUnderstood.axis(given.value().axis(), perm.size());
        Optional<List<Size>> sizes = Optional.of(perm.stream().map(axis ->
                given.sizes().map(all -> all.get(axis.intValue())).orElseGet(scope::openSize)).toList());
        PlaceFunction moved = new PlaceFunction.Moved(perm.stream().map(Long::intValue).toList());
        new Chain(node, scope, given).eachChannel("", "axes in the order " + perm, true, Optional.of(moved),
                perm.indexOf((long) front), sizes).end();
    }

    private static void squeeze(Node node, Scope scope) throws IOException {
        Optional<List<Long>> given = scope.constants().integers(node, "axes", 1);
        if (scope.known(node, 0) instanceof Known.Tensor tensor) {
            scope.makes(node, tensor.seen(without(tensor.seenAs(), given, size -> size == 1)));
            return;
        }
        Known.Stream x = scope.stream(node, 0);
        NotUnderstood.unless(given.isPresent(), "nobody knows which axes have the size 1");
        List<Integer> axes = given.get().stream().map(x::axis).distinct().toList();
        NotUnderstood.unless(!axes.contains(x.fromFront()), "it takes the axis of the channels away");
        int moved = (int) axes.stream().filter(axis -> axis < x.fromFront()).count();
        new Chain(node, scope, x).eachChannel("", "without the axes " + axes, true, x.fromFront() - moved,
                Optional.of(without(x.knownSizes(), given, size -> size.is(1)))).end();
    }

    private static <T> List<T> without(List<T> sizes, Optional<List<Long>> given, Predicate<T> isOne) {
        List<Integer> axes = given.map(all -> all.stream().map(axis -> NotUnderstood.axis(axis, sizes.size())).toList())
                .orElseGet(() -> IntStream.range(0, sizes.size()).filter(i -> isOne.test(sizes.get(i))).boxed().toList());
        return IntStream.range(0, sizes.size()).filter(i -> !axes.contains(i)).mapToObj(sizes::get).toList();
    }

    private static void unsqueeze(Node node, Scope scope) throws IOException {
        List<Long> given = scope.constants().integers(node, "axes", 1)
                .orElseThrow(() -> new NotUnderstood("nobody knows its axes"));
        if (scope.known(node, 0) instanceof Known.Tensor tensor) {
            scope.makes(node, tensor.seen(with(tensor.seenAs(), given, 1L)));
            return;
        }
        Known.Stream x = scope.stream(node, 0);
        List<Size> sizes = with(x.knownSizes(), given, Size.ONE);
        List<Integer> axes = given.stream().map(axis -> NotUnderstood.axis(axis, sizes.size())).toList();
        List<Integer> old = IntStream.range(0, sizes.size()).filter(i -> !axes.contains(i)).boxed().toList();
        new Chain(node, scope, x).eachChannel("", "with new axes " + axes, true, old.get(x.fromFront()), Optional.of(sizes))
                .end();
    }

    private static <T> List<T> with(List<T> sizes, List<Long> given, T one) {
        int axes = sizes.size() + given.size();
        List<Integer> added = given.stream().map(axis -> NotUnderstood.axis(axis, axes)).toList();
        NotUnderstood.unless(new HashSet<>(added).size() == added.size(), "an axis twice");
        List<T> all = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < axes; i++) {
            all.add(added.contains(i) ? one : sizes.get(next++));
        }
        return all;
    }

    private static void slice(Node node, Scope scope) throws IOException {
        Known.Stream x = scope.stream(node, 0);
        List<Long> starts = scope.constants().integers(node, "starts", 1)
                .orElseThrow(() -> new NotUnderstood("nobody knows where"));
        List<Integer> axes = scope.constants().integers(node, "axes", 3).map(all -> all.stream().map(x::axis).toList())
                .orElseGet(() -> IntStream.range(0, Math.min(starts.size(), x.axes())).boxed().toList());
        NotUnderstood.unless(!axes.contains(x.fromFront()) || takesAll(node, scope, x, starts, axes.indexOf(x.fromFront())),
                "some of the channels");
        List<Size> sizes = new ArrayList<>(x.knownSizes());
        axes.stream().filter(axis -> axis != x.fromFront()).forEach(axis -> sizes.set(axis, scope.openSize()));
        new Chain(node, scope, x).eachChannel("", "slice " + scope.named(node.name()), true, x.fromFront(), Optional.of(sizes))
                .end();
    }

    private static boolean takesAll(Node node, Scope scope, Known.Stream x, List<Long> starts, int at) throws IOException {
        Optional<List<Long>> ends = scope.constants().integers(node, "ends", 2);
        Optional<List<Long>> steps = node.has(4) ? Optional.of(scope.constants().integers(node, 4)) : Optional.empty();
        return ends.isPresent() && at < starts.size() && at < ends.get().size() && starts.get(at) == 0
                && ends.get().get(at) >= x.count() && steps.map(all -> at < all.size() && all.get(at) == 1).orElse(true);
    }

    private static void gather(Node node, Scope scope) throws IOException {
        long ofFile = node.integer("axis", 0);
        if (scope.known(node, 0) instanceof Known.Tensor table && table.seenAs().size() == 2 && ofFile == 0
                && table.weights().isFloating() && table.seenAs().get(1) >= 1 && table.seenAs().get(1) <= Scope.MAX_CHANNELS) {
            throw new NotUnderstood("an embedding", new Demand(table.seenAs().get(1).intValue(), -1));
        }
        Known.Stream x = scope.stream(node, 0);
        int axis = x.axis(ofFile);
        NotUnderstood.unless(axis != x.fromFront(), "some of the channels");
        Known indices = scope.known(node, 1);
        NotUnderstood.unless(indices instanceof Known.Tensor tensor && tensor.seenAs().size() <= 1
                || indices instanceof Known.Numbers, "places that are computed");
        boolean isOne = indices instanceof Known.Tensor tensor ? tensor.seenAs().isEmpty() : ((Known.Numbers) indices).scalar();
        List<Size> sizes = new ArrayList<>(x.knownSizes());
        if (isOne) {
            sizes.remove(axis);
        } else {
            sizes.set(axis, scope.openSize());
        }
        new Chain(node, scope, x).eachChannel("", "places " + scope.named(node.input(1)) + " along axis " + axis, true,
                x.fromFront() - (isOne && axis < x.fromFront() ? 1 : 0), Optional.of(sizes)).end();
    }

    private static void expand(Node node, Scope scope) throws IOException {
        Known.Stream x = scope.stream(node, 0);
        Known.Numbers to = scope.constants().sizes(node, 1).orElseThrow(() -> new NotUnderstood("nobody knows to what"));
        List<Size> sizes = Operand.broadcast(x.knownSizes(), to.entries(), scope);
        NotUnderstood.unless(x.count() > 1 || sizes.get(sizes.size() + x.fromEnd()).is(1), "it may make more channels of one");
        new Chain(node, scope, x).eachChannel("", "repeated up to the sizes of " + scope.named(node.input(1)), true, x.fromEnd(),
                Optional.of(sizes)).end();
    }

    private static void tile(Node node, Scope scope) throws IOException {
        Known.Stream x = scope.stream(node, 0);
        Known.Numbers times = scope.constants().sizes(node, 1).orElseThrow(() -> new NotUnderstood("nobody knows how often"));
        NotUnderstood.unless(times.entries().size() == x.axes() && times.entries().get(x.fromFront()).is(1),
                "it may repeat the channels");
        List<Size> sizes = new ArrayList<>(x.knownSizes());
        for (int i = 0; i < sizes.size(); i++) {
            if (!times.entries().get(i).is(1)) {
                sizes.set(i, scope.openSize());
            }
        }
        new Chain(node, scope, x).eachChannel("", "repeated as often as " + scope.named(node.input(1)) + " says", true,
                x.fromFront(), Optional.of(sizes)).end();
    }
}
