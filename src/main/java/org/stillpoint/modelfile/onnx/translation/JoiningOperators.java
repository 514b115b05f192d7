package org.stillpoint.modelfile.onnx.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;

/** Tensors one behind the other, and parts of one. */
final class JoiningOperators {

    private static final int MAX_PARTS = 1 << 12;
    private static final int MAX_DEPTH = 64;

    private JoiningOperators() {
    }

    static Map<String, Operator> all() {
        return Map.of("Concat", JoiningOperators::concatenation, "Split", JoiningOperators::split);
    }

    private static void concatenation(Node node, Scope scope) {
        List<Known.Stream> parts = new ArrayList<>();
        for (int i = 0; i < node.proto().getInputCount(); i++) {
            parts.add(scope.stream(node, i));
        }
        NotUnderstood.unless(!parts.isEmpty(), "nothing to put together");
        Known.Stream first = parts.get(0);
        int axis = first.axis(node.integer("axis", 0));
        NotUnderstood.unless(parts.stream().allMatch(part -> part.axes() == first.axes()
                && part.fromFront() == first.fromFront()), "channels on different axes");
        if (parts.size() == 1) {
            scope.makes(node, first);
        } else if (axis == first.fromFront()) {
            joined(node, scope, parts, axis);
        } else {
            placed(node, scope, parts, axis);
        }
    }

    private static void joined(Node node, Scope scope, List<Known.Stream> parts, int axis) {
        Channels made = new Channels.Joined(parts.stream().map(Known.Stream::channels).toList());
        long size = parts.stream().mapToLong(Known.Stream::count).sum();
        NotUnderstood.unless(size <= Scope.MAX_CHANNELS && count(scope.resolved(made), 0) <= MAX_PARTS,
                "too many channels or parts");
        List<Size> sizes = new ArrayList<>(parts.get(0).knownSizes());
        Known.Stream value = scope.value(node.name(), made, axis, Optional.of(sizes));
        scope.add(new Layer.Concatenation(node.name(), parts.stream().map(Known.Stream::value).toList(), value.value()));
        scope.makes(node, value);
    }

    /** How many parts channels have that have none themselves; more than there may be if they are nested too deep. */
    private static long count(Channels channels, int depth) {
        if (depth > MAX_DEPTH) {
            return MAX_PARTS + 1;
        }
        return channels instanceof Channels.Joined joined
                ? joined.parts().stream().mapToLong(part -> count(part, depth + 1)).sum()
                : channels instanceof Channels.Flattened flattened ? count(flattened.channels(), depth + 1) : 1;
    }

    /** Along another axis: the sum of all, each with zeros where the others are. */
    private static void placed(Node node, Scope scope, List<Known.Stream> parts, int axis) {
        Known.Stream first = parts.get(0);
        NotUnderstood.unless(parts.stream().allMatch(part -> scope.unite(first.channels(), part.channels())),
                "channels of different kinds");
        List<Size> sizes = new ArrayList<>(first.knownSizes());
        sizes.set(axis, scope.openSize());
        Known.Stream sum = null;
        for (int i = 0; i < parts.size(); i++) {
            String name = node.part("part " + i);
            Known.Stream placed = scope.value(name, first.channels(), first.fromFront(), Optional.of(sizes));
            scope.add(new Layer.EachChannel(name, parts.get(i).value(), "zeros where other parts are of " + scope.named(name),
                    true, placed.value()));
            if (sum == null) {
                sum = placed;
            } else {
                String sumName = i == parts.size() - 1 ? node.name() : node.part("sum " + i);
                Known.Stream next = scope.value(sumName, first.channels(), first.fromFront(), Optional.of(sizes));
                scope.add(new Layer.Sum(sumName, sum.value(), placed.value(), next.value()));
                sum = next;
            }
        }
        scope.makes(node, sum);
    }

    private static void split(Node node, Scope scope) {
        Known.Stream x = scope.stream(node, 0);
        int axis = x.axis(node.integer("axis", 0));
        NotUnderstood.unless(axis != x.fromFront(), "some of the channels in each part");
        List<Size> sizes = new ArrayList<>(x.knownSizes());
        sizes.set(axis, scope.openSize());
        for (int i = 0; i < node.proto().getOutputCount(); i++) {
            if (!node.output(i).isEmpty()) {
                Known.Stream part = scope.value(node.made(i), x.channels(), x.fromFront(), Optional.of(sizes));
                String name = i == 0 ? node.name() : node.part("part " + i);
                scope.add(new Layer.EachChannel(name, x.value(), "part " + i + " of " + scope.named(node.name()) + " along axis "
                        + axis, true, part.value()));
                scope.know(node.output(i), part);
            }
        }
        scope.flush();
    }
}
