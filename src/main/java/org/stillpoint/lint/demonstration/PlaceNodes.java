package org.stillpoint.lint.demonstration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** What becomes of the places of channels, as nodes of a graph; the channels are along axis 1 but where axes are moved. */
record PlaceNodes(Graph graph) {

    /** @throws DomainException if the operation is not among those that can be trained */
    Node of(PlaceFunction function, Node x) {
        if (function instanceof PlaceFunction.MaxPooling pooling) {
            return x.maxPooling(new Shape(pooling.window()), pooling.sliding());
        }
        if (function instanceof PlaceFunction.MeanPooling pooling) {
            if (!pooling.countsPadding() && pooling.sliding().padding().stream().anyMatch(padding -> padding > 0)) {
                throw new DomainException("a mean that leaves out padding");
            }
            return x.meanPooling(new Shape(pooling.window()), pooling.sliding());
        }
        if (function instanceof PlaceFunction.OverAll all) {
            return overAll(all, x);
        }
        if (function instanceof PlaceFunction.Padding padding) {
            return padded(padding, x);
        }
        return repeated(((PlaceFunction.Repeating) function).times(), x);
    }

    private static Node overAll(PlaceFunction.OverAll all, Node x) {
        List<Integer> places = x.shape().sizes().subList(2, x.shape().axes());
        if (places.isEmpty()) {
            return x;
        }
        Node one = all.largest() ? x.maxPooling(new Shape(places), Sliding.plain(places.size()))
                : x.meanOver(IntStream.range(2, x.shape().axes()).toArray());
        List<Integer> sizes = new ArrayList<>(x.shape().sizes().subList(0, 2));
        sizes.addAll(all.keepsAxes() ? Collections.nCopies(places.size(), 1) : List.of());
        return one.reshaped(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    private Node padded(PlaceFunction.Padding padding, Node x) {
        Node padded = x;
        for (int i = 0; i < padding.before().size(); i++) {
            int axis = i + 2;
            if (padding.before().get(i) > 0) {
                padded = border(padded, axis, padding.before().get(i), padding.number()).followedBy(padded, axis);
            }
            if (padding.after().get(i) > 0) {
                padded = padded.followedBy(border(padded, axis, padding.after().get(i), padding.number()), axis);
            }
        }
        return padded;
    }

    private Node border(Node x, int axis, int size, BigFraction number) {
        return graph.constant(Tensor.filled(x.shape().withSize(axis, size), number));
    }

    private static Node repeated(List<Integer> times, Node x) {
        Node repeated = x;
        for (int i = 0; i < times.size(); i++) {
            List<Integer> sizes = new ArrayList<>(repeated.shape().sizes());
            int axis = i + 2;
            sizes.add(axis + 1, times.get(i));
            Node copies = repeated.spread(new Shape(sizes), axis + 1);
            repeated = copies.reshaped(repeated.shape().withSize(axis, sizes.get(axis) * times.get(i)).sizes().stream()
                    .mapToInt(Integer::intValue).toArray());
        }
        return repeated;
    }
}
