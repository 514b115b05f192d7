package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.onnx.OnnxGraph;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.onnx.translation.LookAhead.Demand;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Makes layers of the nodes of an ONNX file.
 *
 * <p>What is trained are the floating-point tensors that layers have. A single number that is an attribute, or stands in the graph
 * as a constant without axes, is never trained; it is told among the tensors that are not analysed. Dropout is in training a
 * product with something that is fed, an input of the network beside those of the graph.
 */
public final class OnnxTranslation {

    private final OnnxModel model;
    private final OnnxGraph graph;
    private final NetworkBuilder builder = new NetworkBuilder();
    private final Takers takers;
    private final List<Node> nodes;
    private final Scope scope;
    private final Set<String> outputs = new LinkedHashSet<>();
    private final NavigableMap<String, Weights> byName = new TreeMap<>();

    private OnnxTranslation(OnnxModel model) throws IOException {
        this.model = model;
        this.graph = model.main();
        long opset = model.version("").orElse(1L);
        this.nodes = Decomposed.joined(graph, graph.nodes().stream().map(node -> Node.of(node, opset)).toList());
        this.takers = new Takers(nodes);
        this.scope = new Scope(builder, graph, new LookAhead(graph, takers));
        graph.proto().getOutputList().stream().map(ValueInfoProto::getName).forEach(outputs::add);
        model.weights().forEach(weights -> byName.put(weights.name(), weights));
    }

    /**
     * The layers of a model, with the names that {@link LayerNames} describes.
     *
     * @throws IOException if an entry of a tensor cannot be read
     */
    public static Network of(OnnxModel model) throws IOException {
        return new OnnxTranslation(model).network();
    }

    private Network network() throws IOException {
        for (ValueInfoProto input : graph.proto().getInputList()) {
            if (!graph.isConstant(input.getName())) {
                feed(input);
            }
        }
        for (Node node : nodes) {
            if (node.output(0).isEmpty() || !graph.isConstant(node.output(0))) {
                translate(node);
            }
        }
        Set<Value> made = new LinkedHashSet<>();
        for (String output : outputs) {
            if (scope.known(output) instanceof Known.Stream stream) {
                made.add(stream.value());
            }
        }
        made.forEach(builder::output);
        Network network = builder.build();
        notAnalysed(network);
        return builder.build();
    }

    /** An input of the graph: its channels are where those that take it have them, else on the second axis, as usual. */
    private void feed(ValueInfoProto input) {
        TypeProto type = input.getType();
        if (!type.hasTensorType() || !Types.isFloating(type.getTensorType().getElemType())) {
            return;
        }
        Optional<List<Size>> told = scope.told(input.getName());
        Optional<Demand> channels = scope.ahead().of(input.getName()).filter(demand -> told.isEmpty()
                || demand.axis() >= -told.get().size() && demand.axis() < told.get().size());
        channels.or(() -> told.filter(sizes -> sizes.size() >= 2).flatMap(sizes -> sizes.get(1) instanceof Size.Fixed fixed
                && fixed.number() >= 1 && fixed.number() <= Scope.MAX_CHANNELS
                ? Optional.of(new Demand((int) fixed.number(), 1)) : Optional.empty()))
                .ifPresent(demand -> scope.input(input.getName(), demand, told));
    }

    private void translate(Node node) throws IOException {
        try {
            Optional<Known.Numbers> numbers = Folding.of(node, scope);
            if (numbers.isPresent()) {
                scope.makes(node, numbers.get());
                return;
            }
            Operator operator = Operators.of(node);
            for (int i = 1; i < node.proto().getOutputCount(); i++) {
                NotUnderstood.unless(node.operator().equals("Split") || takers.of(node.output(i)).isEmpty()
                        && !outputs.contains(node.output(i)), "more than one of its outputs is used");
            }
            operator.translate(node, scope);
        } catch (NotUnderstood e) {
            opaque(node, e);
        } catch (DomainException | ArithmeticException e) {
            opaque(node, new NotUnderstood("numbers that are too large"));
        }
    }

    private void opaque(Node node, NotUnderstood reason) {
        scope.undo();
        if (!node.isStandard() || !Set.of("Shape", "Size").contains(node.operator())) {
            Opaques.add(node, reason, inside(node), scope);
        }
    }

    /** Weights of graphs that a node has, and of one that computes with integers those that they stand for. */
    private Collection<Weights> inside(Node node) {
        List<Weights> inside = new ArrayList<>();
        for (OnnxGraph inner : graph.inner(node.proto()).values()) {
            for (Weights weights : byName.tailMap(inner.prefix(), true).values()) {
                if (!weights.name().startsWith(inner.prefix())) {
                    break;
                }
                if (weights.isFloating()) {
                    inside.add(weights);
                }
            }
        }
        graph.quantised(node.proto()).ifPresent(inside::add);
        return inside;
    }

    private void notAnalysed(Network network) {
        Set<String> analysed = new HashSet<>();
        network.layers().stream().map(Layer::weights).flatMap(List::stream).forEach(weights -> analysed.add(weights.name()));
        model.notAnalysed().forEach(tensor -> builder.notAnalysed(tensor.tensor(), tensor.why()));
        for (Weights weights : model.weights()) {
            if (!analysed.contains(weights.name())) {
                builder.notAnalysed(weights.name(), !weights.isFloating() ? "integers, which no training moves"
                        : scope.constants().contains(weights.name()) ? "taken as a constant, which no training moves"
                        : "no layer takes it");
            }
        }
    }
}
