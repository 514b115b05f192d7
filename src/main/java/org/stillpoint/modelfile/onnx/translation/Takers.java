package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which nodes take something. */
final class Takers {

    private final Map<String, List<Node>> takers = new HashMap<>();

    Takers(List<Node> nodes) {
        for (Node node : nodes) {
            taken(node.proto()).forEach(input -> takers.computeIfAbsent(input, key -> new ArrayList<>()).add(node));
        }
    }

    /** The nodes that take something, each once. */
    List<Node> of(String name) {
        return takers.getOrDefault(name, List.of());
    }

    /** What a node takes, also inside the graphs that it has, from outside of these; each name once. */
    static Set<String> taken(NodeProto node) {
        Set<String> taken = new LinkedHashSet<>(node.getInputList());
        node.getAttributeList().stream().flatMap(Takers::graphs).forEach(graph -> taken.addAll(takenFromOutside(graph)));
        taken.remove("");
        return taken;
    }

    private static Set<String> takenFromOutside(GraphProto graph) {
        Set<String> own = new HashSet<>();
        graph.getInputList().forEach(input -> own.add(input.getName()));
        graph.getInitializerList().forEach(tensor -> own.add(tensor.getName()));
        graph.getSparseInitializerList().forEach(tensor -> own.add(tensor.getValues().getName()));
        Set<String> taken = new LinkedHashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            taken.addAll(taken(node));
            own.addAll(node.getOutputList());
        }
        graph.getOutputList().forEach(output -> taken.add(output.getName()));
        taken.removeAll(own);
        return taken;
    }

    private static Stream<GraphProto> graphs(AttributeProto attribute) {
        return Stream.concat(attribute.hasG() ? Stream.of(attribute.getG()) : Stream.empty(), attribute.getGraphsList().stream());
    }
}
