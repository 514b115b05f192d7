package org.stillpoint.lint.simplification.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.onnx.translation.LayerNames;

/** The nodes of the main graph of a model, by what they make and take. */
final class NodeIndex {

    private final Map<String, NodeProto> makers = new HashMap<>();
    private final Map<String, List<NodeProto>> takers = new HashMap<>();

    NodeIndex(GraphProto graph) {
        for (NodeProto node : graph.getNodeList()) {
            node.getOutputList().forEach(output -> makers.put(output, node));
            taken(node).forEach(input -> takers.computeIfAbsent(input, name -> new ArrayList<>()).add(node));
        }
    }

    /** The node that makes something; empty if it is fed or a tensor of the file, or made inside a node. */
    Optional<NodeProto> maker(String name) {
        return Optional.ofNullable(makers.get(name));
    }

    /** The node that a layer comes from. */
    Optional<NodeProto> of(Layer layer) {
        String output = LayerNames.output(layer.name());
        return maker(output).filter(node -> first(node).equals(output));
    }

    /** The nodes that take something, also inside the graphs that they have. */
    List<NodeProto> takers(String name) {
        return takers.getOrDefault(name, List.of());
    }

    /** The first output of a node that is not left out. */
    static String first(NodeProto node) {
        return node.getOutputList().stream().filter(output -> !output.isEmpty()).findFirst().orElse("");
    }

    /** An input of a node; empty if it is left out. */
    static String input(NodeProto node, int index) {
        return index < node.getInputCount() ? node.getInput(index) : "";
    }

    static boolean has(NodeProto node, String attribute) {
        return node.getAttributeList().stream().anyMatch(one -> one.getName().equals(attribute));
    }

    /** All names that are taken, those of other things inside its graphs too. */
    private static Set<String> taken(NodeProto node) {
        Set<String> taken = new LinkedHashSet<>(node.getInputList());
        node.getAttributeList().stream().flatMap(NodeIndex::graphs).forEach(graph -> {
            graph.getNodeList().forEach(inner -> taken.addAll(taken(inner)));
            graph.getOutputList().forEach(output -> taken.add(output.getName()));
        });
        taken.remove("");
        return taken;
    }

    private static Stream<GraphProto> graphs(AttributeProto attribute) {
        return Stream.concat(attribute.hasG() ? Stream.of(attribute.getG()) : Stream.empty(), attribute.getGraphsList().stream());
    }
}
