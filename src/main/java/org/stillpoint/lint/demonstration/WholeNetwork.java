package org.stillpoint.lint.demonstration;

import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.lint.evaluation.Arrangement;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * A network as a graph with whole tensors and known shapes, and the squared loss of its outputs. Normalisations are without the
 * root, with statistics of the batch; softmax has rational weights in place of exp; see {@link StandIn} for other functions.
 */
final class WholeNetwork {

    static final String FED = "fed ";

    private final Graph graph = new Graph();
    private final Map<Weights, Node> parameters = new IdentityHashMap<>();
    private final Map<Integer, Node> values = new HashMap<>();

    /**
     * The graph.
     *
     * @throws DomainException if a layer is not understood well enough to be trained, or an entry is no finite number
     * @throws IOException if the weights cannot be read
     */
    WholeNetwork(Network network) throws IOException {
        Arrangement arrangement = Arrangement.of(network);
        for (Value input : network.inputs()) {
            values.put(input.id(), graph.input(FED + input.id(), arrangement.of(input)));
        }
        for (Layer layer : network.layers()) {
            add(layer);
        }
        for (Value output : network.outputs()) {
            Node node = value(output);
            graph.loss(node, graph.input(FED + "for " + output.id(), node.shape()), RationalLoss.SQUARED);
        }
    }

    Graph graph() {
        return graph;
    }

    /** The tensors that are trained, with their nodes. */
    Map<Weights, Node> parameters() {
        return parameters;
    }

    Node value(Value value) {
        return values.get(value.id());
    }

    private void add(Layer layer) throws IOException {
        try {
            Value output = layer.outputs().get(0);
            values.put(output.id(), node(layer, output));
        } catch (DomainException e) {
            throw new DomainException("layer " + layer.name() + ": " + e.getMessage());
        }
    }

    private Node node(Layer layer, Value output) throws IOException {
        if (layer instanceof Layer.OfTwo two) {
            return ofTwo(two);
        }
        if (layer instanceof Layer.Concatenation concatenation) {
            Node first = value(concatenation.inputs().get(0));
            int axis = Axis.of(first, output.axis());
            return concatenation.inputs().stream().map(this::value).reduce((x, y) -> x.followedBy(y, axis)).orElseThrow();
        }
        if (layer instanceof Layer.OfOne one) {
            return ofOne(one, value(one.input()), Axis.of(value(one.input()), one.input().axis()));
        }
        throw new DomainException("it is not understood");
    }

    private Node ofTwo(Layer.OfTwo layer) {
        Node first = value(layer.first());
        Node second = value(layer.second());
        boolean alike = first.shape().equals(second.shape());
        Differentiable operation = layer instanceof Layer.Sum ? alike ? Forward.sum() : Forward.sumWithCopies()
                : layer instanceof Layer.Difference ? alike ? Forward.difference() : Forward.differenceWithCopies()
                : alike ? Forward.product() : Forward.productWithCopies();
        return graph.apply(operation, first, second);
    }

    private Node ofOne(Layer.OfOne layer, Node x, int axis) throws IOException {
        if (layer instanceof Layer.Dense dense) {
            return graph.apply(Forward.dense(dense.outAxis() == 0), x, parameter(dense.kernel()));
        }
        if (layer instanceof Layer.Bias bias) {
            return alongChannels(Forward.sumAlong(axis), Forward.sumWithCopies(), x, axis, parameter(bias.bias()));
        }
        if (layer instanceof Layer.Scale scale) {
            return alongChannels(Forward.productAlong(axis), Forward.productWithCopies(), x, axis, parameter(scale.factors()));
        }
        if (layer instanceof Layer.Pointwise pointwise) {
            return x.apply(StandIn.of(pointwise.function()));
        }
        if (layer instanceof Layer.LayerNormalisation normalisation) {
            return behind(x, axis, Forward.layerNormalisationWithoutRoot(1, normalisation.epsilon()));
        }
        if (layer instanceof Layer.Softmax) {
            return behind(x, axis, Forward.rationalSoftmax());
        }
        if (layer instanceof Layer.Flatten flatten) {
            boolean first = ((Channels.Flattened) flatten.output().channels()).channelsFirst();
            return Axis.moved(x, axis, first ? 1 : x.shape().axes() - 1).apply(Forward.flattening());
        }
        if (layer instanceof Layer.EachChannel each && each.places().orElse(null) instanceof PlaceFunction.Moved moved) {
            return x.permuted(moved.order().stream().mapToInt(Integer::intValue).toArray());
        }
        Node result = amongPlaces(layer, Axis.moved(x, axis, 1));
        return Axis.moved(result, 1, Axis.of(result, layer.output().axis()));
    }

    /** Channels along axis 1. */
    private Node amongPlaces(Layer.OfOne layer, Node x) throws IOException {
        if (layer instanceof Layer.Convolution convolution) {
            Node kernel = ordered(convolution.kernel(), convolution.outAxis(), convolution.inAxis());
            return x.convolution(kernel, convolution.sliding(), convolution.depthwise() ? x.shape().size(1) : 1);
        }
        if (layer instanceof Layer.TransposedConvolution transposed) {
            Node kernel = ordered(transposed.kernel(), transposed.inAxis(), transposed.outAxis());
            return graph.apply(Forward.transposedConvolution(transposed.sliding(), 1, transposed.added()), x, kernel);
        }
        if (layer instanceof Layer.BatchNormalisation normalisation) {
            return x.apply(Forward.batchNormalisationWithoutRoot(normalisation.epsilon()));
        }
        PlaceFunction function = ((Layer.EachChannel) layer).places().orElseThrow(() ->
                new DomainException("\"" + ((Layer.EachChannel) layer).what() + "\", of which nothing more is known"));
        return new PlaceNodes(graph).of(function, x);
    }

    private static Node behind(Node x, int axis, Differentiable operation) {
        int last = x.shape().axes() - 1;
        return Axis.moved(Axis.moved(x, axis, last).apply(operation), last, axis);
    }

    /** With a number for each channel, or one for all of them. */
    private Node alongChannels(Differentiable each, Differentiable one, Node x, int axis, Node numbers) {
        boolean single = numbers.shape().entries() == 1 && x.shape().size(axis) > 1;
        return graph.apply(single ? one : each, x, numbers.reshaped(numbers.shape().entries()));
    }

    /** Kernels with these two axes first. */
    private Node ordered(Weights kernel, int first, int second) throws IOException {
        Node node = parameter(kernel);
        int[] order = IntStream.concat(IntStream.of(first, second), IntStream.range(0, node.shape().axes())
                .filter(axis -> axis != first && axis != second)).toArray();
        return IntStream.range(0, order.length).allMatch(axis -> order[axis] == axis) ? node : node.permuted(order);
    }

    private Node parameter(Weights weights) throws IOException {
        if (!parameters.containsKey(weights)) {
            parameters.put(weights, graph.parameter("tensor " + parameters.size(), tensor(weights)));
        }
        return parameters.get(weights);
    }

    private static Tensor tensor(Weights weights) throws IOException {
        long[] codes = new long[Math.toIntExact(weights.dimensions().entries())];
        weights.entries().read(0, codes);
        if (!IntStream.range(0, codes.length).allMatch(place -> Code.isFinite(codes[place]))) {
            throw new DomainException("tensor " + weights.name() + " has entries that are no finite numbers");
        }
        Shape shape = new Shape(weights.dimensions().sizes().stream().map(Math::toIntExact).toList());
        return Tensor.at(shape, place -> Code.number(codes[place]));
    }
}
