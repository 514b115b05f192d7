package org.stillpoint.lint.simplification.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.lint.simplification.Simplification;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.onnx.OnnxWriter;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;

/** Makes the changes of a simplification in the model of a file. What they do not touch stays as it stands there. */
final class Rewriting {

    private final OnnxModel model;
    private final NodeIndex nodes;
    private final OnnxWriter writer;
    private final ModelProto.Builder changed;
    private final GraphProto.Builder graph;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    /** Tensors that have other sizes now, and names under which they are seen in other ones. */
    private final Set<String> resized = new HashSet<>();
    private final List<NodeProto> behind = new ArrayList<>();
    private final List<String> behindWhat = new ArrayList<>();

    private Rewriting(OnnxModel model, NodeIndex nodes, OnnxWriter writer) {
        this.model = model;
        this.nodes = nodes;
        this.writer = writer;
        this.changed = model.proto().toBuilder();
        this.graph = changed.getGraphBuilder();
        for (int i = 0; i < graph.getNodeCount(); i++) {
            places.put(NodeIndex.first(graph.getNode(i)), i);
            names.addAll(graph.getNode(i).getOutputList());
            names.addAll(graph.getNode(i).getInputList());
        }
        graph.getInitializerList().forEach(tensor -> names.add(tensor.getName()));
        graph.getInputList().forEach(input -> names.add(input.getName()));
    }

    /** The model with these changes. */
    static ModelProto of(OnnxModel model, NodeIndex nodes, OnnxWriter writer, Simplification simplification) throws IOException {
        Rewriting rewriting = new Rewriting(model, nodes, writer);
        rewriting.tensors(simplification);
        rewriting.sizes(simplification);
        rewriting.biases(simplification);
        rewriting.told(simplification);
        rewriting.insert();
        return rewriting.changed.build();
    }

    private NodeProto.Builder node(String output) {
        return graph.getNodeBuilder(places.get(output));
    }

    private String unused(String name) {
        String free = name;
        for (int i = 1; !names.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    private static Map<String, Weights> weights(Network network) {
        Map<String, Weights> weights = new LinkedHashMap<>();
        network.layers().stream().flatMap(layer -> layer.weights().stream()).forEach(one -> weights.put(one.name(), one));
        return weights;
    }

    private void tensors(Simplification simplification) throws IOException {
        Map<String, Weights> before = weights(simplification.before());
        for (Weights weights : weights(simplification.after()).values()) {
            Weights old = before.get(weights.name());
            if (old != null && !old.equals(weights)) {
                replace(weights);
                view(old, weights, weights.name());
            }
        }
    }

    private TensorProto tensor(String name, Weights weights) throws IOException {
        ElementType type = Arrays.stream(ElementType.values()).filter(one -> one.id().equals(weights.type())).findFirst()
                .orElseThrow();
        return writer.tensor(name, type, weights.dimensions(), weights.entries()).proto();
    }

    private void replace(Weights weights) throws IOException {
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            if (graph.getInitializer(i).getName().equals(weights.name())) {
                graph.setInitializer(i, tensor(weights.name(), weights));
                for (ValueInfoProto.Builder input : graph.getInputBuilderList()) {
                    if (input.getName().equals(weights.name())) {
                        input.getTypeBuilder().getTensorTypeBuilder().setShape(shape(weights.dimensions()));
                    }
                }
                return;
            }
        }
        for (AttributeProto.Builder attribute : node(weights.name()).getAttributeBuilderList()) {
            if (attribute.getName().equals("value")) {
                attribute.setT(tensor("", weights));
            }
        }
    }

    private static TensorShapeProto shape(Dimensions dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        dimensions.sizes().forEach(size -> shape.addDimBuilder().setDimValue(size));
        return shape.build();
    }

    /** Nodes that see a vector in other sizes get their new sizes. */
    private void view(Weights old, Weights now, String name) throws IOException {
        resized.add(name);
        for (NodeProto taker : nodes.takers(name)) {
            boolean isView = NodeIndex.input(taker, 0).equals(name);
            if (isView && taker.getOpType().equals("Reshape") && FileLimitations.isVector(old)) {
                Optional<Sizes> sizes = Sizes.ofVector(model.main(), taker, old.dimensions().entries());
                if (sizes.isPresent()) {
                    resize(taker, sizes.get(), now.dimensions().entries());
                    view(old, now, NodeIndex.first(taker));
                }
            } else if (isView && Set.of("Identity", "Squeeze", "Unsqueeze", "Transpose", "Cast").contains(taker.getOpType())) {
                view(old, now, NodeIndex.first(taker));
            }
        }
    }

    /** A constant of its own, as other nodes may take the one that is there. */
    private void resize(NodeProto taker, Sizes sizes, long count) {
        if (!sizes.isOpen()) {
            String name = unused(NodeIndex.first(taker) + ".sizes");
            graph.addInitializer(writer.tensor(name, ElementType.INT64, Dimensions.of(sizes.numbers().length), sizes.with(count))
                    .proto());
            String before = node(NodeIndex.first(taker)).getInput(sizes.input());
            node(NodeIndex.first(taker)).setInput(sizes.input(), name);
            removeUnused(before);
        }
    }

    private void removeUnused(String name) {
        boolean isUsed = nodes.takers(name).stream().map(taker -> places.get(NodeIndex.first(taker)))
                .anyMatch(place -> graph.getNode(place).getInputList().contains(name));
        boolean isTold = Stream.concat(graph.getInputList().stream(), graph.getOutputList().stream())
                .anyMatch(value -> value.getName().equals(name));
        for (int i = graph.getInitializerCount() - 1; i >= 0 && !isUsed && !isTold; i--) {
            if (graph.getInitializer(i).getName().equals(name)) {
                graph.removeInitializer(i);
            }
        }
    }

    private static Map<Integer, Integer> channels(Network network) {
        Map<Integer, Integer> channels = new HashMap<>();
        network.layers().stream().flatMap(layer -> layer.outputs().stream())
                .forEach(value -> channels.put(value.id(), value.channels().size()));
        return channels;
    }

    /** Numbers of channels that stand in nodes: groups of depthwise convolutions, sizes of reshapes. */
    private void sizes(Simplification simplification) throws IOException {
        Map<Integer, Integer> now = channels(simplification.after());
        for (Layer layer : simplification.before().layers()) {
            for (Value output : layer.outputs()) {
                int count = now.get(output.id());
                if (count != output.channels().size()) {
                    sizes(layer, output, count);
                }
            }
        }
    }

    private void sizes(Layer layer, Value output, int count) throws IOException {
        NodeProto node = nodes.of(layer).orElseThrow();
        if (layer instanceof Layer.Convolution convolution && convolution.depthwise()) {
            for (AttributeProto.Builder attribute : node(NodeIndex.first(node)).getAttributeBuilderList()) {
                if (attribute.getName().equals("group")) {
                    attribute.setI(count);
                }
            }
        }
        if (Set.of("Reshape", "Resize").contains(node.getOpType())) {
            Optional<Sizes> sizes = Sizes.of(model.main(), node, output.axis());
            if (sizes.isPresent()) {
                resize(node, sizes.get(), count);
            }
        }
    }

    /** Biases that no tensor of the file is. */
    private void biases(Simplification simplification) throws IOException {
        Set<String> before = weights(simplification.before()).keySet();
        List<Layer> layers = simplification.after().layers();
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Bias bias && !before.contains(bias.bias().name())) {
                add(layers.get(i - 1), bias.bias());
            }
        }
    }

    private void add(Layer mixing, Weights bias) throws IOException {
        String output = NodeIndex.first(nodes.of(mixing).orElseThrow());
        String name = unused(bias.name());
        graph.addInitializer(tensor(name, bias));
        NodeProto.Builder node = node(output);
        if (!node.getOpType().equals("MatMul")) {
            if (node.getInputCount() > 2) {
                node.setInput(2, name);
            } else {
                node.addInput(name);
            }
            return;
        }
        String product = unused(output + ".product");
        node.setOutput(0, product);
        behindWhat.add(product);
        behind.add(NodeProto.newBuilder().setOpType("Add").setName(unused(output + ".add")).addInput(product).addInput(name)
                .addOutput(output).build());
    }

    /** New nodes, each directly behind the one whose output it takes. */
    private void insert() {
        for (int i = 0; i < behind.size(); i++) {
            for (int place = 0; place < graph.getNodeCount(); place++) {
                if (graph.getNode(place).getOutputList().contains(behindWhat.get(i))) {
                    graph.addNode(place + 1, behind.get(i));
                    break;
                }
            }
        }
    }

    /** What the file says of the sizes of values: the new ones, or nothing of those that are only made of values that changed. */
    private void told(Simplification simplification) {
        Map<Integer, Integer> now = channels(simplification.after());
        Map<String, Value> values = new HashMap<>();
        Set<String> changedValues = new HashSet<>();
        for (Layer layer : simplification.before().layers()) {
            for (Value output : layer.outputs()) {
                values.put(output.name(), output);
                if (now.get(output.id()) != output.channels().size()) {
                    changedValues.add(output.name());
                }
            }
        }
        for (int i = graph.getValueInfoCount() - 1; i >= 0; i--) {
            ValueInfoProto.Builder info = graph.getValueInfoBuilder(i);
            Value value = values.get(info.getName());
            if (value == null ? resized.contains(info.getName())
                    || hangsOn(info.getName(), values.keySet(), changedValues, new HashSet<>())
                    : changedValues.contains(info.getName()) && !resized(info, value, now.get(value.id()))) {
                graph.removeValueInfo(i);
            }
        }
    }

    private boolean hangsOn(String name, Set<String> values, Set<String> of, Set<String> seen) {
        if (of.contains(name) || !seen.add(name)) {
            return of.contains(name);
        }
        return !values.contains(name) && nodes.maker(name).stream().flatMap(node -> node.getInputList().stream())
                .anyMatch(input -> hangsOn(input, values, of, seen));
    }

    private static boolean resized(ValueInfoProto.Builder info, Value value, int count) {
        TensorShapeProto.Builder shape = info.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
        int axis = value.axis() < 0 ? value.axis() + shape.getDimCount() : value.axis();
        if (axis < 0 || axis >= shape.getDimCount()) {
            return false;
        }
        shape.setDim(axis, TensorShapeProto.Dimension.newBuilder().setDimValue(count));
        return true;
    }
}
