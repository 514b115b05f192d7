package org.stillpoint.lint.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.graph.model.Node;

/** Where the channels of a node are, and how they get where an operation has them. */
final class Axis {

    private Axis() {
    }

    /** Counted from 0. */
    static int of(Node node, int axis) {
        return axis < 0 ? node.shape().axes() + axis : axis;
    }

    /** With an axis at another place, all others in their order. */
    static Node moved(Node node, int from, int to) {
        if (from == to) {
            return node;
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, node.shape().axes()).boxed().toList());
        order.add(to, order.remove(from));
        return node.permuted(order.stream().mapToInt(Integer::intValue).toArray());
    }
}
