package org.stillpoint.lint.simplification.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.onnx.OnnxGraph;

/**
 * The sizes that a node is to give something, a constant of the file, as Reshape and Resize have it.
 *
 * @param input which one of the node it is
 * @param numbers what stands there
 * @param channels the place in them of the number of channels
 */
record Sizes(int input, long[] numbers, int channels) {

    /**
     * Of a node that makes channels on an axis.
     *
     * @param axis from the first, below 0 from the last
     * @return empty if it has no sizes, or they are computed
     */
    static Optional<Sizes> of(OnnxGraph graph, NodeProto node, int axis) throws IOException {
        int input = node.getOpType().equals("Reshape") ? 1 : 3;
        Optional<long[]> numbers = graph.integers(NodeIndex.input(node, input));
        return numbers.map(all -> new Sizes(input, all, axis < 0 ? axis + all.length : axis))
                .filter(sizes -> sizes.channels >= 0 && sizes.channels < sizes.numbers.length);
    }

    /** Of a node that sees a tensor of the file, with so many entries along one axis, and 1 along the others, in another way. */
    static Optional<Sizes> ofVector(OnnxGraph graph, NodeProto node, long entries) throws IOException {
        Optional<long[]> numbers = graph.integers(NodeIndex.input(node, 1));
        return numbers.flatMap(all -> IntStream.range(0, all.length).filter(i -> all[i] == entries || all[i] == -1).boxed()
                .findFirst()
                .map(place -> new Sizes(1, all, place)));
    }

    /** Whether it says so many channels, or leaves it open. */
    boolean say(long count) {
        return isOpen() || numbers[channels] == count;
    }

    /** Whether it says nothing of how many there are, so that nothing is to be changed. */
    boolean isOpen() {
        return numbers[channels] < 1;
    }

    /** The same with another number of channels. */
    List<BigFraction> with(long count) {
        long[] changed = numbers.clone();
        changed[channels] = count;
        return LongStream.of(changed).mapToObj(number -> new BigFraction(number)).toList();
    }
}
