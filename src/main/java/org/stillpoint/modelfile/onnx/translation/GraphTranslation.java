package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.onnx.OnnxGraph;
import org.stillpoint.modelfile.onnx.translation.LookAhead.Demand;
import org.stillpoint.modelfile.tensor.Weights;

/** Goes through the nodes of a graph, and through those of branches inside it. */
final class GraphTranslation {

    private final Setting setting;
    private final OnnxGraph graph;
    private final List<Node> nodes;
    private final Takers takers;
    private final Scope scope;
    private final Set<String> outputs = new LinkedHashSet<>();

    /** @param outer that of the graph around this one */
    GraphTranslation(Setting setting, OnnxGraph graph, Optional<Scope> outer) throws IOException {
        this.setting = setting;
        this.graph = graph;
        this.nodes = Decomposed.joined(graph, graph.nodes().stream()
                .map(node -> Node.of(node, graph.prefix(), setting.opset())).toList());
        this.takers = new Takers(nodes);
        this.scope = new Scope(setting.builder(), graph, new LookAhead(graph, takers), outer);
        graph.proto().getOutputList().stream().map(ValueInfoProto::getName).forEach(outputs::add);
    }

    Scope scope() {
        return scope;
    }

    /** Adds the layers; what is known of the outputs afterwards, in their order. */
    List<Known> run() throws IOException {
        for (Node node : nodes) {
            if (node.output(0).isEmpty() || !graph.isConstant(node.output(0))) {
                translate(node);
            }
        }
        return graph.proto().getOutputList().stream().map(output -> scope.known(output.getName())).toList();
    }

    /** Adds the inputs of the main graph: their channels are where those that take them have them, else on the second axis. */
    void feed() {
        for (ValueInfoProto input : graph.proto().getInputList()) {
            TypeProto type = input.getType();
            if (!graph.isConstant(input.getName()) && type.hasTensorType()
                    && Types.isFloating(type.getTensorType().getElemType())) {
                Optional<List<Size>> told = scope.told(input.getName());
                channels(input.getName(), told).ifPresent(demand -> scope.input(input.getName(), demand, told));
            }
        }
    }

    private Optional<Demand> channels(String input, Optional<List<Size>> told) {
        return scope.ahead().of(input).filter(demand -> told.isEmpty() || Opaques.fits(demand, told.get()))
                .or(() -> told.filter(sizes -> sizes.size() >= 2).flatMap(sizes -> sizes.get(1) instanceof Size.Fixed fixed
                        && fixed.number() <= Scope.MAX_CHANNELS
                        ? Optional.of(new Demand((int) fixed.number(), 1)) : Optional.empty()));
    }

    private void translate(Node node) throws IOException {
        try {
            Optional<Known.Numbers> numbers = Folding.of(node, scope);
            if (numbers.isPresent()) {
                scope.makes(node, numbers.get());
            } else if (node.isStandard() && node.operator().equals("Shape")) {
                scope.makes(node, new Known.SomeShape());
            } else if (node.isStandard() && node.operator().equals("If")) {
                branches(node);
            } else {
                Operator operator = Operators.of(node);
                requireOneOutput(node);
                operator.translate(node, scope);
            }
        } catch (NotUnderstood e) {
            opaque(node, e);
        } catch (DomainException | ArithmeticException e) {
            opaque(node, new NotUnderstood("numbers that are too large"));
        }
    }

    private void requireOneOutput(Node node) {
        for (int i = 1; i < node.proto().getOutputCount(); i++) {
            NotUnderstood.unless(node.operator().equals("Split") || takers.of(node.output(i)).isEmpty()
                    && !outputs.contains(node.output(i)), "more than one of its outputs is used");
        }
    }

    private void opaque(Node node, NotUnderstood reason) throws IOException {
        scope.undo();
        if (!node.isStandard() || !node.operator().equals("Size")) {
            Opaques.add(node, reason, inside(node), scope);
        }
    }

    /** Weights of graphs that a node has, and of one that computes with integers those that they stand for. */
    private Collection<Weights> inside(Node node) {
        List<Weights> inside = new ArrayList<>();
        graph.inner(node.proto()).values().forEach(inner -> inside.addAll(setting.within(inner)));
        graph.quantised(node.proto()).ifPresent(inside::add);
        return inside;
    }

    /**
     * Both branches, each with layers of its own. A layer without rules chooses between what they make: the errors that it sends
     * back may be zero, as those of the branch that is not taken.
     */
    private void branches(Node node) throws IOException {
        List<List<Known>> made = new ArrayList<>();
        for (OnnxGraph branch : graph.inner(node.proto()).values()) {
            made.add(new GraphTranslation(setting, branch, Optional.of(scope)).run());
        }
        List<Known> all = made.stream().flatMap(List::stream).toList();
        boolean areNumbers = made.size() == 2 && made.get(0).size() == 1 && made.get(0).equals(made.get(1))
                && made.get(0).get(0) instanceof Known.Numbers;
        if (areNumbers) {
            scope.makes(node, all.get(0));
        } else {
            Opaques.choice(node, all, scope);
        }
    }
}
