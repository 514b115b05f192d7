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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.network.NotAnalysed;

/** Finds the constants of the graphs of a model. */
final class GraphReading {

    private final String file;
    private final TensorReading tensors;
    private final TensorList list = new TensorList();
    private final QuantisedReading quantised = new QuantisedReading();
    private final KernelReading kernels = new KernelReading(list, quantised);

    GraphReading(String file, TensorReading tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    /** What has been found. */
    TensorList list() {
        return list;
    }

    /** @throws FormatException if names or numbers contradict each other, or nodes wait for each other */
    OnnxGraph graph(GraphProto proto, String prefix, Optional<OnnxGraph> outer) throws IOException {
        String where = file + (prefix.isEmpty() ? "" : ": graph " + Quoted.of(prefix));
        int[] order = NodeOrder.of(proto, where, name -> outer.isPresent() && outer.get().has(name));
        OnnxGraph graph = new OnnxGraph(proto, prefix, outer, order);
        int first = list.size();
        initialisers(graph, where);
        Map<NodeProto, String> labels = NodeLabels.of(proto);
        for (NodeProto node : graph.nodes()) {
            constants(graph, node);
            if (NodeOrder.hasInner(node)) {
                Map<String, OnnxGraph> graphs = new LinkedHashMap<>();
                for (Map.Entry<String, GraphProto> entry : NodeOrder.inner(node).entrySet()) {
                    String own = prefix + labels.get(node) + "." + TensorList.shortened(entry.getKey()) + ".";
                    graphs.put(entry.getKey(), graph(entry.getValue(), own, Optional.of(graph)));
                }
                graph.put(node, graphs);
            }
        }
        graph.listed(first, list.size());
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
            String prefix = TensorList.shortened(function.getName()) + ".";
            function.getNodeList().stream().filter(node -> isOf(node, "Constant")).flatMap(node -> node.getOutputList().stream())
                    .forEach(name -> beside(prefix + name, "is in a function of the model, which is not read"));
        }
        for (TrainingInfoProto training : model.getTrainingInfoList()) {
            Stream.of(training.getInitialization(), training.getAlgorithm())
                    .flatMap(graph -> graph.getInitializerList().stream())
                    .forEach(tensor -> beside(tensor.getName(), "is in a graph for training, which is not read"));
        }
    }

    private void beside(String name, String why) {
        list.add(new Constant.Unread(new NotAnalysed(list.unique(name), why)));
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
        Optional<Quantisation> how = Quantisation.ofOutput(node);
        if (how.isPresent()) {
            String name = node.getOutput(0);
            quantised.of(graph, how.get(), unique(graph, name)).ifPresent(one -> add(graph, name, one));
        }
        kernels.of(graph, node).ifPresent(kernel -> graph.put(node, kernel));
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
        list.add(constant);
    }

    /** What reports call a tensor: its name with what tells its graph from others, and made different from any before. */
    private String unique(OnnxGraph graph, String name) {
        return list.unique(graph.prefix() + name);
    }

    private static boolean isOf(NodeProto node, String type) {
        return node.getOpType().equals(type) && (node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx"));
    }
}
