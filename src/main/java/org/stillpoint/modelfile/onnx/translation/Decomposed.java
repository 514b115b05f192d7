package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.onnx.OnnxGraph;

/**
 * Layer normalisation in single steps, as versions of ONNX before 17 have it: {@code d = x - mean(x)}, then
 * {@code d / sqrt(mean(d^2) + epsilon)}. One node of our own takes the place of these.
 */
final class Decomposed {

    /** The operator of such a node, whose inputs are x, epsilon, and the exponent 2 if it is a tensor. */
    static final String LAYER_NORMALISATION = "decomposed LayerNormalization";

    private static final BigFraction TWO = new BigFraction(2);

    private final OnnxGraph graph;
    private final Takers takers;
    private final Map<String, Node> makers = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();

    private Decomposed(OnnxGraph graph, List<Node> nodes, Takers takers) {
        this.graph = graph;
        this.takers = takers;
        nodes.forEach(node -> node.proto().getOutputList().forEach(output -> makers.put(output, node)));
        graph.proto().getOutputList().stream().map(ValueInfoProto::getName).forEach(outputs::add);
    }

    /** The nodes with such steps put together. */
    static List<Node> joined(OnnxGraph graph, List<Node> nodes) throws IOException {
        Decomposed decomposed = new Decomposed(graph, nodes, new Takers(nodes));
        Map<Node, Node> replaced = new IdentityHashMap<>();
        Set<String> inner = new HashSet<>();
        for (Node node : nodes) {
            List<Node> steps = new ArrayList<>();
            Optional<Node> whole = decomposed.whole(node, steps);
            if (whole.isPresent() && decomposed.areInner(node, steps)) {
                replaced.put(node, whole.get());
                steps.forEach(step -> inner.add(step.output(0)));
            }
        }
        return nodes.stream().filter(node -> !inner.contains(node.output(0)))
                .map(node -> replaced.getOrDefault(node, node)).toList();
    }

    private boolean areInner(Node end, List<Node> steps) {
        return steps.stream().allMatch(step -> !outputs.contains(step.output(0))
                && takers.of(step.output(0)).stream().allMatch(taker -> taker == end || steps.contains(taker)));
    }

    private Optional<Node> whole(Node end, List<Node> steps) throws IOException {
        Node root = is(end, "Div") ? step(end, 1, "Sqrt", steps) : null;
        Node shifted = root == null ? null : step(root, 0, "Add", steps);
        if (shifted == null) {
            return Optional.empty();
        }
        int epsilon = graph.number(shifted.input(1)).isPresent() ? 1 : 0;
        Node variance = graph.number(shifted.input(epsilon)).isPresent() ? step(shifted, 1 - epsilon, "ReduceMean", steps) : null;
        Node square = variance == null ? null : square(variance, steps);
        String difference = end.input(0);
        if (square == null || !square.input(0).equals(difference)) {
            return Optional.empty();
        }
        Node minus = step(end, 0, "Sub", steps);
        Node mean = minus == null ? null : step(minus, 1, "ReduceMean", steps);
        if (mean == null || !mean.input(0).equals(minus.input(0)) || !sameAxes(mean, variance)) {
            return Optional.empty();
        }
        NodeProto.Builder whole = NodeProto.newBuilder().setOpType(LAYER_NORMALISATION).setName(end.proto().getName())
                .addInput(minus.input(0)).addInput(shifted.input(epsilon))
                .addInput(square.operator().equals("Pow") ? square.input(1) : "").addOutput(end.output(0));
        whole.addAttribute(AttributeProto.newBuilder().setName("axes").setType(AttributeProto.AttributeType.INTS)
                .addAllInts(axes(mean).orElseThrow()));
        return Optional.of(end.replacedBy(whole.build()));
    }

    private Node square(Node variance, List<Node> steps) throws IOException {
        Node power = step(variance, 0, "Pow", steps);
        if (power != null) {
            return graph.number(power.input(1)).filter(TWO::equals).isPresent() ? power : null;
        }
        Node product = step(variance, 0, "Mul", steps);
        return product != null && product.input(0).equals(product.input(1)) ? product : null;
    }

    private boolean sameAxes(Node one, Node two) throws IOException {
        Optional<List<Long>> axes = axes(one);
        return axes.isPresent() && axes.equals(axes(two)) && one.integer("keepdims", 1) == 1 && two.integer("keepdims", 1) == 1;
    }

    private Optional<List<Long>> axes(Node node) throws IOException {
        return node.has("axes") ? node.integers("axes")
                : graph.integers(node.input(1)).map(all -> Arrays.stream(all).boxed().toList());
    }

    /** The node of an operator that makes an input, which is a step then; null if another one does. */
    private Node step(Node node, int input, String operator, List<Node> steps) {
        Node maker = makers.get(node.input(input));
        if (maker == null || !is(maker, operator)) {
            return null;
        }
        steps.add(maker);
        return maker;
    }

    private static boolean is(Node node, String operator) {
        return node.isStandard() && node.operator().equals(operator) && node.proto().getOutputCount() == 1;
    }

    static void translate(Node node, Scope scope) throws IOException {
        Known.Stream x = scope.stream(node, 0);
        List<Long> axes = node.integers("axes").orElse(List.of());
        boolean ofChannels = axes.size() == 1 && (axes.get(0) == x.value().axis() || x.axis(axes.get(0)) == x.fromFront());
        NotUnderstood.unless(ofChannels, "over other axes than that of the channels");
        BigFraction epsilon = scope.constants().number(node, 1);
        if (scope.known(node, 2) instanceof Known.Tensor exponent) {
            scope.constants().number(exponent);
        }
        new Chain(node, scope, x).then("", (name, input, output) ->
                new Layer.LayerNormalisation(name, input, epsilon, output)).end();
    }
}
