package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TrainingInfoProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.Quoted;
import org.stillpoint.modelfile.tensor.Weights;

/** Finds the constants of the graphs of a model. */
final class GraphReading {

    private final String file;
    private final TensorReading tensors;
    private final List<Weights> weights = new ArrayList<>();
    private final List<NotAnalysed> notAnalysed = new ArrayList<>();
    private final Map<Weights, Weights> quantised = new IdentityHashMap<>();
    private final Map<Kernel, Weights> kernels = new HashMap<>();
    private final QuantisedReading quantisedTensors = new QuantisedReading();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> copies = new HashMap<>();

    GraphReading(String file, TensorReading tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    /** Integers of a name, with what says which numbers they stand for. */
    private record Kernel(String name, Optional<Weights> scale, Optional<Weights> zeroPoint, int axis) {
    }

    /** All tensors that have been found, in the order of the file; kernels of integers as what they stand for. */
    List<Weights> weights() {
        return weights.stream().map(one -> quantised.getOrDefault(one, one)).toList();
    }

    List<NotAnalysed> notAnalysed() {
        return notAnalysed;
    }

    /** @throws FormatException if names or numbers contradict each other, or nodes wait for each other */
    OnnxGraph graph(GraphProto proto, String prefix, Optional<OnnxGraph> outer) throws IOException {
        String where = file + (prefix.isEmpty() ? "" : ": graph " + Quoted.of(prefix));
        int[] order = NodeOrder.of(proto, where, name -> outer.isPresent() && outer.get().has(name));
        OnnxGraph graph = new OnnxGraph(proto, prefix, outer, order);
        int first = weights.size();
        initialisers(graph, where);
        Map<NodeProto, String> labels = labels(proto);
        for (NodeProto node : graph.nodes()) {
            constants(graph, node);
            if (NodeOrder.hasInner(node)) {
                Map<String, OnnxGraph> graphs = new LinkedHashMap<>();
                for (Map.Entry<String, GraphProto> entry : NodeOrder.inner(node).entrySet()) {
                    String own = prefix + labels.get(node) + "." + entry.getKey() + ".";
                    graphs.put(entry.getKey(), graph(entry.getValue(), own, Optional.of(graph)));
                }
                graph.put(node, graphs);
            }
        }
        graph.listed(first, weights.size());
        for (ValueInfoProto output : proto.getOutputList()) {
            if (!output.getName().isEmpty() && !graph.has(output.getName())) {
                throw new FormatException(where + ": the output " + Quoted.of(output.getName())
                        + ", expected what the graph is given or a node makes");
            }
        }
        return graph;
    }

    /** Notes the tensors that are not in the graph of a model, but in its functions, or in what it says about training. */
    void beside(ModelProto model) {
        for (FunctionProto function : model.getFunctionsList()) {
            function.getNodeList().stream().filter(node -> isOf(node, "Constant")).flatMap(node -> node.getOutputList().stream())
                    .forEach(name -> beside(function.getName() + "." + name, "is in a function of the model, which is not read"));
        }
        for (TrainingInfoProto training : model.getTrainingInfoList()) {
            Stream.of(training.getInitialization(), training.getAlgorithm())
                    .flatMap(graph -> graph.getInitializerList().stream())
                    .forEach(tensor -> beside(tensor.getName(), "is in a graph for training, which is not read"));
        }
    }

    private void beside(String name, String why) {
        notAnalysed.add(new NotAnalysed(unique(name), why));
    }

    private void initialisers(OnnxGraph graph, String where) throws IOException {
        Set<String> seen = new HashSet<>();
        for (TensorProto tensor : graph.proto().getInitializerList()) {
            if (!seen.add(tensor.getName())) {
                throw new FormatException(where + ": two initialisers " + Quoted.of(tensor.getName())
                        + ", expected one of each name");
            }
            add(graph, tensor.getName(), tensors.of(tensor, unique(graph, tensor.getName())));
        }
        for (SparseTensorProto tensor : graph.proto().getSparseInitializerList()) {
            String name = tensor.getValues().getName();
            if (!seen.add(name)) {
                throw new FormatException(where + ": two initialisers " + Quoted.of(name) + ", expected one of each name");
            }
            add(graph, name, unread(graph, name, "is stored as a sparse tensor, which is not read"));
        }
    }

    /** Notes what a node makes if that is the same whatever is fed to the model. */
    private void constants(OnnxGraph graph, NodeProto node) throws IOException {
        if (node.getOutputCount() != 1 || node.getOutput(0).isEmpty()) {
            return;
        }
        if (isOf(node, "Constant")) {
            String name = node.getOutput(0);
            add(graph, name, constant(graph, name, node));
        } else if (isOf(node, "Identity") && node.getInputCount() == 1) {
            graph.constant(node.getInput(0)).ifPresent(same -> graph.put(node.getOutput(0), same));
        }
        Optional<Quantisation> ofOutput = Quantisation.ofOutput(node);
        if (ofOutput.isPresent()) {
            String name = node.getOutput(0);
            quantisedTensors.of(graph, ofOutput.get(), unique(graph, name)).ifPresent(one -> add(graph, name, one));
        }
        Optional<Quantisation> ofKernel = Quantisation.ofKernel(node);
        if (ofKernel.isPresent()) {
            kernel(graph, node, ofKernel.get());
        }
    }

    /**
     * Lists the kernel of a node that calculates with integers as what these stand for, in place of the integers; once more if
     * they stand for something else in another node.
     */
    private void kernel(OnnxGraph graph, NodeProto node, Quantisation how) throws IOException {
        Optional<Weights> integers = graph.weights(how.integers());
        if (integers.isEmpty()) {
            return;
        }
        Kernel kernel = new Kernel(integers.get().name(), how.scale().flatMap(graph::weights),
                how.zeroPoint().flatMap(graph::weights), how.axis());
        if (!kernels.containsKey(kernel)) {
            boolean isFirst = !quantised.containsKey(integers.get());
            String name = isFirst ? integers.get().name() : unique(integers.get().name());
            Optional<Constant> numbers = quantisedTensors.of(graph, how, name);
            if (numbers.isPresent() && numbers.get() instanceof Constant.Known known) {
                kernels.put(kernel, known.weights());
                if (isFirst) {
                    quantised.put(integers.get(), known.weights());
                } else {
                    weights.add(known.weights());
                }
            } else if (numbers.isPresent() && numbers.get() instanceof Constant.Unread unread) {
                notAnalysed.add(unread.reason());
            }
        }
        if (kernels.containsKey(kernel)) {
            graph.put(node, kernels.get(kernel));
        }
    }

    private Constant constant(OnnxGraph graph, String name, NodeProto node) throws IOException {
        String unique = unique(graph, name);
        for (AttributeProto attribute : node.getAttributeList()) {
            switch (attribute.getName()) {
                case "value" -> {
                    return tensors.of(attribute.getT(), unique);
                }
                case "value_int", "value_ints", "value_float", "value_floats" -> {
                    return AttributeConstant.of(unique, attribute);
                }
                default -> {
                }
            }
        }
        return new Constant.Unread(new NotAnalysed(unique, "is a constant of texts or a sparse tensor, which is not read"));
    }

    private Constant unread(OnnxGraph graph, String name, String why) {
        return new Constant.Unread(new NotAnalysed(unique(graph, name), why));
    }

    private void add(OnnxGraph graph, String name, Constant constant) {
        graph.put(name, constant);
        if (constant instanceof Constant.Known known) {
            weights.add(known.weights());
        } else if (constant instanceof Constant.Unread unread) {
            notAnalysed.add(unread.reason());
        }
    }

    /** What reports call a tensor: its name with what tells its graph from others, and made different from any before. */
    private String unique(OnnxGraph graph, String name) {
        return unique(graph.prefix() + name);
    }

    private String unique(String name) {
        String unique = name;
        while (!names.add(unique)) {
            unique = name + " (" + (copies.merge(name, 1, Integer::sum) + 1) + ")";
        }
        return unique;
    }

    /**
     * What nodes with graphs in them are called: by their names if these are there and differ, else by what they do and their
     * places.
     */
    private static Map<NodeProto, String> labels(GraphProto proto) {
        Set<String> once = new HashSet<>();
        Set<String> again = new HashSet<>();
        Map<NodeProto, String> labels = new IdentityHashMap<>();
        if (proto.getNodeList().stream().noneMatch(NodeOrder::hasInner)) {
            return labels;
        }
        proto.getNodeList().forEach(node -> (once.add(node.getName()) ? once : again).add(node.getName()));
        for (int i = 0; i < proto.getNodeCount(); i++) {
            NodeProto node = proto.getNode(i);
            if (NodeOrder.hasInner(node)) {
                boolean hasName = !node.getName().isEmpty() && !again.contains(node.getName());
                labels.put(node, hasName ? node.getName() : node.getOpType() + "_" + i);
            }
        }
        return labels;
    }

    private static boolean isOf(NodeProto node, String type) {
        return node.getOpType().equals(type) && (node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx"));
    }
}
