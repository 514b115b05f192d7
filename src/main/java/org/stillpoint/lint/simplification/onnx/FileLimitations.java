package org.stillpoint.lint.simplification.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.stillpoint.lint.simplification.Limitations;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.tensor.Weights;

/** What cannot be changed in an ONNX file: where a number of channels stands, or is used, in a way that is not followed. */
final class FileLimitations implements Limitations {

    /** Operations that do what they do with any number of channels, on values whose channels they treat one by one. */
    private static final Set<String> FOR_ANY_NUMBER = Set.of("MaxPool", "AveragePool", "LpPool", "GlobalAveragePool",
            "GlobalMaxPool", "GlobalLpPool", "ReduceMean", "ReduceSum", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceL1",
            "ReduceL2", "ReduceSumSquare", "ReduceLogSumExp", "InstanceNormalization", "Flatten", "Transpose", "Squeeze",
            "Unsqueeze", "Pad", "Identity", "Cast", "Conv", "ConvTranspose", "MatMul", "Upsample", "Slice", "Gather", "Tile",
            "Split", "Concat", "Dropout");
    private static final Set<String> WITH_SIZES = Set.of("Reshape", "Resize");
    private static final Set<String> VIEWS = Set.of("Reshape", "Identity", "Squeeze", "Unsqueeze", "Transpose", "Cast");

    private final OnnxModel model;
    private final NodeIndex nodes;
    private final Set<String> tensors = new HashSet<>();
    private final Map<String, Set<String>> users = new HashMap<>();
    private final Map<Integer, String> pins = new HashMap<>();
    private final Map<String, Set<Channels>> streams = new HashMap<>();

    FileLimitations(OnnxModel model, NodeIndex nodes, Network network) throws IOException {
        this.model = model;
        this.nodes = nodes;
        model.proto().getGraph().getInitializerList().stream().map(TensorProto::getName).forEach(tensors::add);
        model.proto().getGraph().getNodeList().stream().filter(node -> node.getOpType().equals("Constant")
                && NodeIndex.has(node, "value")).forEach(node -> tensors.add(NodeIndex.first(node)));
        for (Layer layer : network.layers()) {
            String output = nodes.of(layer).map(NodeIndex::first).orElse("");
            layer.weights().forEach(weights -> users.computeIfAbsent(weights.name(), name -> new HashSet<>()).add(output));
            layer.outputs().forEach(this::add);
        }
        network.inputs().forEach(this::add);
        for (Layer layer : network.layers()) {
            pin(layer);
        }
        for (NodeProto node : model.proto().getGraph().getNodeList()) {
            if (Set.of("Shape", "Size").contains(node.getOpType()) && tellsChannels(node)) {
                streams(NodeIndex.input(node, 0), new HashSet<>()).forEach(channels ->
                        pin(channels, "node " + NodeIndex.first(node) + " computes with the number of channels"));
            }
        }
    }

    private void add(Value value) {
        streams.computeIfAbsent(value.name(), name -> new HashSet<>()).add(value.channels());
    }

    @Override
    public Map<Integer, String> pins(Network network) {
        return Map.copyOf(pins);
    }

    @Override
    public boolean mayChange(Weights weights) {
        try {
            return isUsedByLayersOnly(weights);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean mayHaveBias(Layer layer) {
        Optional<NodeProto> node = nodes.of(layer).filter(one -> NodeIndex.first(one).equals(layer.name()));
        return node.isPresent() && switch (node.get().getOpType()) {
            case "Conv", "ConvTranspose" -> NodeIndex.input(node.get(), 2).isEmpty();
            case "Gemm" -> NodeIndex.input(node.get(), 2).isEmpty() && !NodeIndex.has(node.get(), "alpha")
                    && !NodeIndex.has(node.get(), "beta");
            case "MatMul" -> layer instanceof Layer.Dense;
            default -> false;
        };
    }

    private void pin(Channels channels, String why) {
        if (channels instanceof Channels.Own own) {
            pins.putIfAbsent(own.id(), why);
        } else if (channels instanceof Channels.Joined joined) {
            joined.parts().forEach(part -> pin(part, why));
        } else {
            pin(((Channels.Flattened) channels).channels(), why);
        }
    }

    private void pin(Layer layer) throws IOException {
        Optional<NodeProto> node = nodes.of(layer);
        boolean follows = node.isPresent() && isForAnyNumber(layer, node.get());
        for (Weights weights : layer.weights()) {
            follows = follows && isUsedByLayersOnly(weights);
        }
        if (!follows) {
            String why = "layer " + layer.name() + " is of a kind whose number of channels is not followed in the file";
            layer.inputs().forEach(value -> pin(value.channels(), why));
            layer.outputs().forEach(value -> pin(value.channels(), why));
        }
    }

    private boolean isForAnyNumber(Layer layer, NodeProto node) throws IOException {
        if (!(layer instanceof Layer.EachChannel) && !(layer instanceof Layer.Flatten)) {
            return true;
        }
        if (!WITH_SIZES.contains(node.getOpType())) {
            return FOR_ANY_NUMBER.contains(node.getOpType());
        }
        if (node.getOpType().equals("Resize") && NodeIndex.input(node, 3).isEmpty()) {
            return true;
        }
        Value output = layer.outputs().get(0);
        Optional<Sizes> sizes = NodeIndex.has(node, "axes") ? Optional.empty() : Sizes.of(model.main(), node, output.axis());
        return sizes.isPresent() && sizes.get().say(output.channels().size());
    }

    /** Whether a tensor of the main graph goes to nodes whose layers have it, and nowhere else. */
    private boolean isUsedByLayersOnly(Weights weights) throws IOException {
        return tensors.contains(weights.name()) && goesToLayersOnly(weights.name(), weights);
    }

    private boolean goesToLayersOnly(String name, Weights weights) throws IOException {
        for (NodeProto node : nodes.takers(name)) {
            boolean isLayer = users.get(weights.name()).contains(NodeIndex.first(node));
            if (!isLayer && !(isView(node, name, weights) && goesToLayersOnly(NodeIndex.first(node), weights))) {
                return false;
            }
        }
        return model.proto().getGraph().getOutputList().stream().noneMatch(output -> output.getName().equals(name));
    }

    /** Whether a node only sees a tensor in another way; if that is in other sizes, they can be changed. */
    private boolean isView(NodeProto node, String name, Weights weights) throws IOException {
        if (!VIEWS.contains(node.getOpType()) || !NodeIndex.input(node, 0).equals(name)) {
            return false;
        }
        return !node.getOpType().equals("Reshape") || isVector(weights)
                && Sizes.ofVector(model.main(), node, weights.dimensions().entries()).isPresent();
    }

    static boolean isVector(Weights weights) {
        return weights.dimensions().sizes().stream().filter(size -> size != 1).count() <= 1;
    }

    /** Whether what a Shape node makes goes anywhere but to choices of other axes than that of the channels. */
    private boolean tellsChannels(NodeProto shape) throws IOException {
        if (model.proto().getGraph().getOutputList().stream().anyMatch(output ->
                output.getName().equals(NodeIndex.first(shape)))) {
            return true;
        }
        for (NodeProto taker : nodes.takers(NodeIndex.first(shape))) {
            Optional<long[]> chosen = taker.getOpType().equals("Gather")
                    ? model.integers(NodeIndex.input(taker, 1)) : Optional.empty();
            if (chosen.isEmpty() || LongStream.of(chosen.get()).anyMatch(axis -> axis != 0)) {
                return true;
            }
        }
        return false;
    }

    /** The channels of a value, or of those from which something is made that is none. */
    private Set<Channels> streams(String name, Set<String> seen) {
        if (!seen.add(name)) {
            return Set.of();
        }
        if (streams.containsKey(name)) {
            return streams.get(name);
        }
        Set<Channels> all = new HashSet<>();
        nodes.maker(name).ifPresent(node -> node.getInputList().forEach(input -> all.addAll(streams(input, seen))));
        return all;
    }
}
