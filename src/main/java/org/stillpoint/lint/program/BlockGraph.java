package org.stillpoint.lint.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.lint.program.TensorBlocks.Cell;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Content;
import org.stillpoint.tensor.Shape;

/**
 * The forward computation of a network on blocks: a node for each group of channels of each value, a parameter for each block of
 * each tensor. Its training is that of the network over the rationals, where sums are taken in another order. What is not
 * understood is fed: outputs of opaque layers, the errors that go into what they take, statistics over all channels. For the
 * right feed the training is the real one, so that what holds for every feed holds of it.
 */
final class BlockGraph {

    private final Graph graph = new Graph();
    private final Understood network;
    private final Partition partition;
    private final Map<Weights, TensorBlocks> blocks;
    private final Conventions conventions;
    private final Map<Weights, Node[][]> parameters = new HashMap<>();
    private final Map<Integer, List<Node>> values = new HashMap<>();
    private final Set<Node> trained = new HashSet<>();

    /**
     * What a training may have one way or another.
     *
     * @param kappa the derivative of ReLU at 0, and of others of its kind at kinks
     * @param batches whether batch normalisation uses mean and variance of the batch; else nothing is supposed of it
     */
    record Conventions(BigFraction kappa, boolean batches) {
    }

    private BlockGraph(Understood network, Partition partition, Map<Weights, TensorBlocks> blocks, Conventions conventions) {
        this.network = network;
        this.partition = partition;
        this.blocks = blocks;
        this.conventions = conventions;
    }

    /**
     * A graph.
     *
     * @param blocks of each tensor that is analysed, and of stored statistics, cut as the partition says
     */
    static BlockGraph of(Understood network, Partition partition, Map<Weights, TensorBlocks> blocks, Conventions conventions) {
        BlockGraph made = new BlockGraph(network, partition, blocks, conventions);
        network.inputs().forEach(value -> made.feed(value));
        network.layers().forEach(made::add);
        network.outputs().forEach(made::reach);
        made.reachElsewhere();
        return made;
    }

    Graph graph() {
        return graph;
    }

    /** The parameter of a block. */
    Node parameter(Weights weights, Cell cell) {
        return parameters.get(weights)[cell.row()][cell.column()];
    }

    /** A value, a node for each group of its channels. */
    List<Node> value(Value value) {
        return values.get(value.id());
    }

    private Node named(Node node, String name) {
        return node.named(graph.unused(reserved(name)));
    }

    /** Rates of optimisers have names of their own. */
    private static String reserved(String name) {
        return Set.of("rate", "momentum", "decay").contains(name) ? name + " of the model" : name;
    }

    private Node open(String name) {
        return graph.open(graph.unused(reserved(name)));
    }

    private List<int[]> groups(Value value) {
        return partition.groups(value.channels());
    }

    private void feed(Value value) {
        values.put(value.id(), IntStream.range(0, groups(value).size())
                .mapToObj(group -> open(value.name() + Labels.of(groups(value), group))).toList());
    }

    /** What leaves what is understood: its errors may be anything. */
    private void reach(Value value) {
        value(value).stream().filter(trained::contains).forEach(node -> graph.loss(node, open("error into " + node.name())));
    }

    private void reachElsewhere() {
        for (Weights weights : network.elsewhere()) {
            for (Node[] row : parameters.getOrDefault(weights, new Node[0][])) {
                for (Node node : row) {
                    if (trained.contains(node)) {
                        graph.loss(node, graph.input(graph.unused("error elsewhere of " + node.name()), node.shape()));
                    }
                }
            }
        }
    }

    private Node apply(Differentiable operation, Node... operands) {
        Node node = graph.apply(operation, operands);
        boolean reached = IntStream.range(0, operands.length)
                .anyMatch(i -> operation.pulls().get(i).isPresent() && trained.contains(operands[i]));
        if (reached) {
            trained.add(node);
        }
        return node;
    }

    private void add(Layer layer) {
        if (layer instanceof Layer.Opaque opaque) {
            opaque.inputs().stream().distinct().forEach(this::reach);
            opaque.outputs().forEach(this::feed);
        } else if (layer instanceof Layer.Concatenation concatenation) {
            values.put(concatenation.output().id(),
                    concatenation.inputs().stream().flatMap(value -> value(value).stream()).toList());
        } else if (layer instanceof Layer.OfTwo two) {
            eachGroup(two.output(), group ->
                    apply(combination(two), value(two.first()).get(group), value(two.second()).get(group)));
        } else {
            addOfOne((Layer.OfOne) layer);
        }
    }

    private static Differentiable combination(Layer.OfTwo layer) {
        return layer instanceof Layer.Sum ? Forward.sumWithCopies()
                : layer instanceof Layer.Difference ? Forward.differenceWithCopies() : Forward.productWithCopies();
    }

    private void eachGroup(Value output, IntFunction<Node> node) {
        List<int[]> groups = groups(output);
        List<Node> nodes = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            nodes.add(named(node.apply(group), output.name() + Labels.of(groups, group)));
        }
        values.put(output.id(), List.copyOf(nodes));
    }

    private void addOfOne(Layer.OfOne layer) {
        List<Node> inputs = value(layer.input());
        int axis = layer.input().axis();
        if (layer instanceof Layer.Dense dense) {
            matrix(layer, dense.kernel(), (x, w) -> apply(Forward.dense(dense.outAxis() == 0), x, w));
        } else if (layer instanceof Layer.Convolution convolution) {
            convolution(convolution);
        } else if (layer instanceof Layer.TransposedConvolution convolution) {
            Convolving convolving = convolving(layer.input(), convolution.sliding().stride().size());
            Optional<List<Integer>> kernels = Convolving.ofKernel(convolution.inAxis(), convolution.outAxis(),
                    convolution.kernel().dimensions().axes());
            Differentiable operation = Forward.transposedConvolution(convolution.sliding(), 1, convolution.added());
            matrix(layer, convolution.kernel(), (x, w) -> ordered(convolving, kernels, operation, x, w));
        } else if (layer instanceof Layer.Bias bias) {
            boolean all = TensorUse.of(layer).get(0).isForAll();
            eachGroup(layer.output(), group -> apply(all ? Forward.sumWithCopies() : Forward.sumAlong(axis), inputs.get(group),
                    vector(bias.bias(), all ? 0 : group)));
        } else if (layer instanceof Layer.Scale scale) {
            boolean all = TensorUse.of(layer).get(0).isForAll();
            eachGroup(layer.output(), group -> apply(all ? Forward.productWithCopies() : Forward.productAlong(axis),
                    inputs.get(group), vector(scale.factors(), all ? 0 : group)));
        } else if (layer instanceof Layer.BatchNormalisation normalisation && !conventions.batches()) {
            Differentiable centred = ChannelFunction.normalisation("difference from the mean", normalisation);
            Differentiable scaled = ChannelFunction.normalisation("quotient by the root of the variance", normalisation);
            eachGroup(layer.output(), group -> apply(scaled,
                    apply(centred, inputs.get(group), vector(normalisation.mean(), group)),
                    vector(normalisation.variance(), group)));
        } else if (layer instanceof Layer.LayerNormalisation) {
            across(layer, Forward.affineAcross(axis), Forward.affineAcross(axis).operation());
        } else if (layer instanceof Layer.Softmax && layer.input().channels().size() == 1) {
            // Over one unit it is 1, whatever comes in.
            eachGroup(layer.output(), group -> apply(Forward.affine(BigFraction.ZERO, BigFraction.ONE), inputs.get(group)));
        } else if (layer instanceof Layer.Softmax) {
            across(layer, ChannelFunction.softmax(), ChannelFunction.exponential());
        } else {
            Differentiable operation = ofEachChannel(layer);
            eachGroup(layer.output(), group -> apply(operation, inputs.get(group)));
        }
    }

    private Differentiable ofEachChannel(Layer.OfOne layer) {
        if (layer instanceof Layer.BatchNormalisation normalisation) {
            return Forward.normalisationAlong(layer.input().axis(), normalisation.epsilon());
        }
        if (layer instanceof Layer.EachChannel each) {
            return ChannelFunction.of(each);
        }
        return layer instanceof Layer.Flatten ? Forward.flattening() : pointwise((Layer.Pointwise) layer);
    }

    /** A leaky ReLU has the slope of one of its sides at 0 in every framework, which is not zero. */
    private Differentiable pointwise(Layer.Pointwise layer) {
        PointwiseFunction function = layer.function();
        if (function instanceof PointwiseFunction.Of of) {
            return Forward.activation(of.activation(),
                    new KinkDerivatives(conventions.kappa(), Map.of(Activation.LEAKY_RELU, BigFraction.ONE_HALF)));
        }
        if (function instanceof PointwiseFunction.Affine affine) {
            return Forward.affine(affine.factor(), affine.addend());
        }
        return function instanceof PointwiseFunction.Clip clip ? Forward.bounded(clip.low(), clip.high(), conventions.kappa())
                : ChannelFunction.of(layer.name(), (PointwiseFunction.Named) function);
    }

    /** For each group of the output the sum over the groups of the input. */
    private void matrix(Layer.OfOne layer, Weights kernel, BiFunction<Node, Node, Node> product) {
        List<Node> inputs = value(layer.input());
        Node[][] blocksOfKernel = parameters(kernel);
        eachGroup(layer.output(), row -> IntStream.range(0, inputs.size())
                .mapToObj(column -> product.apply(inputs.get(column), blocksOfKernel[row][column]))
                .reduce((sum, term) -> apply(Forward.sum(), sum, term)).orElseThrow());
    }

    private void convolution(Layer.Convolution layer) {
        Convolving convolving = convolving(layer.input(), layer.sliding().stride().size());
        Optional<List<Integer>> kernels =
                Convolving.ofKernel(layer.outAxis(), layer.inAxis(), layer.kernel().dimensions().axes());
        if (layer.depthwise()) {
            Node[][] filters = parameters(layer.kernel());
            List<int[]> groups = groups(layer.output());
            eachGroup(layer.output(), group -> ordered(convolving, kernels,
                    Forward.convolution(layer.sliding(), groups.get(group).length), value(layer.input()).get(group),
                    filters[group][0]));
        } else {
            matrix(layer, layer.kernel(), (x, w) -> ordered(convolving, kernels, Forward.convolution(layer.sliding(), 1), x, w));
        }
    }

    private static Convolving convolving(Value value, int places) {
        return Convolving.of(value, places).orElseThrow();
    }

    /** Values and kernels with their axes in the order that the operation takes, and the result in that of the values again. */
    private Node ordered(Convolving convolving, Optional<List<Integer>> kernels, Differentiable operation, Node x, Node w) {
        Node first = convolving.before().map(order -> apply(Forward.permutation(order), x)).orElse(x);
        Node second = kernels.map(order -> apply(Forward.permutation(order), w)).orElse(w);
        Node result = apply(operation, first, second);
        return convolving.after().map(order -> apply(Forward.permutation(order), result)).orElse(result);
    }

    private Node vector(Weights weights, int group) {
        Node block = parameters(weights)[group][0];
        return block.shape().axes() == 1 ? block : apply(Forward.reshape(Shape.of(block.shape().entries())), block);
    }

    /** What treats all channels alike by numbers that depend on all of them: these are fed, as is what they add to the errors. */
    private void across(Layer.OfOne layer, Differentiable forward, Operation error) {
        Node statistics = open("statistics of " + layer.name());
        Node backward = open("statistics of errors of " + layer.name());
        eachGroup(layer.output(), group -> apply(forward, value(layer.input()).get(group), statistics));
        value(layer.input()).stream().filter(trained::contains).forEach(node -> graph.loss(node, backward, error));
    }

    private Node[][] parameters(Weights weights) {
        return parameters.computeIfAbsent(weights, key -> {
            TensorBlocks cut = blocks.get(key);
            List<int[]> rows = cut.groups().get(0);
            Node[][] nodes = new Node[cut.rows()][cut.columns()];
            for (int row = 0; row < nodes.length; row++) {
                for (int column = 0; column < nodes[row].length; column++) {
                    String label = cut.uses().size() == 1 ? Labels.of(rows, row)
                            : Labels.of(rows, row, cut.groups().get(1), column);
                    nodes[row][column] = parameter(weights, weights.name() + label, cut.starts().get(row).get(column));
                }
            }
            return nodes;
        });
    }

    private Node parameter(Weights weights, String name, Content start) {
        String free = graph.unused(reserved(name));
        if (!weights.isFloating() || !network.analysed().contains(weights)) {
            return graph.frozen(free, start);
        }
        Node node = graph.parameter(free, start);
        trained.add(node);
        return node;
    }
}
