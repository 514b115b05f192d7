package org.stillpoint.graph.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.graph.operation.Arithmetic;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Losses;
import org.stillpoint.graph.operation.OperationName;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Content;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * The forward computation of a model: nodes, each made of earlier ones, and the loss of some. A parameter may be used by any
 * number of nodes: then it is shared. Values are numbers ({@link BigFraction}) or tensors with at least one axis. Two layers on
 * eight samples, each in a row:
 * <pre>{@code
 * Graph graph = new Graph();
 * Node x = graph.input("x", Shape.of(8, 2));
 * Node hidden = x.times(graph.parameter("W1", firstWeights)).plusAlong(1, graph.parameter("b1", firstBias)).relu();
 * Node output = hidden.times(graph.parameter("W2", secondWeights)).named("output");
 * graph.loss(output, graph.input("y", output.shape()), Loss.SQUARED, new BigFraction(1, 8));
 *
 * TrainingProgram program = TrainingProgram.of(graph, Optimisers.momentum());
 * }</pre>
 */
public final class Graph {

    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> results = new HashMap<>();
    private final Map<Object, Node> constants = new HashMap<>();
    private final List<LossTerm> loss = new ArrayList<>();

    /**
     * A parameter that is trained.
     *
     * @param start a number, a tensor, or content that is elsewhere: then what can never happen may be asked, but not run
     * @throws DomainException if it is none of these, or another node has the name
     */
    public Node parameter(String name, Object start) {
        return given(name, new Source.Parameter(plain(start)), Optional.of(shapeOf(start)));
    }

    /**
     * A parameter that keeps its value.
     *
     * @param value as the start of a parameter
     * @throws DomainException if it is none of these, or another node has the name
     */
    public Node frozen(String name, Object value) {
        return given(name, new Source.Constant(plain(value)), Optional.of(shapeOf(value)));
    }

    /** A number or a tensor that is the same in every step; its text is its name. */
    public Node constant(Object value) {
        return constants.computeIfAbsent(plain(value), same -> frozen(Tensor.ofValue(same).toString(), same));
    }

    /**
     * What is fed in each step under this name: features, targets, masks.
     *
     * @throws DomainException if another node has the name
     */
    public Node input(String name, Shape shape) {
        return given(name, new Source.Input(), Optional.of(shape));
    }

    /**
     * What is fed in each step under this name, a tensor whose shape is left open. What is computed of it has an open shape too.
     *
     * @throws DomainException if another node has the name
     */
    public Node open(String name) {
        return given(name, new Source.Input(), Optional.empty());
    }

    /** A number that is fed in each step under this name. */
    public Node input(String name) {
        return input(name, Shape.NUMBER);
    }

    /**
     * The result of an operation.
     *
     * @throws DomainException if the operation has another number of operands, or does not take such shapes, or a node is of
     *     another graph
     */
    public Node apply(Differentiable operation, Node... operands) {
        if (operands.length != operation.operands()) {
            throw new DomainException(OperationName.of(operation.operation()) + " of " + operands.length + " operands, expected "
                    + operation.operands());
        }
        for (Node operand : operands) {
            requireOwn(OperationName.of(operation.operation()), operand);
        }
        List<Node> list = List.of(operands);
        Optional<Shape> shape = list.stream().anyMatch(node -> node.knownShape().isEmpty()) ? Optional.empty()
                : Optional.of(operation.shape().of(list.stream().map(Node::shape).toList()));
        return add(new Node(this, numbered(OperationName.of(operation.operation())), new Source.Result(operation, list), shape));
    }

    /**
     * Adds a node to the loss.
     *
     * @throws DomainException if it is no number, or of another graph
     */
    public void loss(Node node) {
        requireOwn("the loss", node);
        if (node.shape().axes() != 0) {
            throw new DomainException("\"" + node.name() + "\" of shape " + node.shape() + " as a loss, expected a number");
        }
        loss.add(new LossTerm.Value(node));
    }

    /** Adds a loss of an output for a target of its shape, given by its derivative by the output. */
    public void loss(Node output, Node target, Operation error) {
        loss(output, target, error, BigFraction.ONE);
    }

    /** Adds a loss of an output for a target of its shape, summed over the entries. */
    public void loss(Node output, Node target, RationalLoss loss) {
        loss(output, target, loss, BigFraction.ONE);
    }

    /** Adds a loss of an output for a target of its shape, summed over the entries, times a weight. */
    public void loss(Node output, Node target, RationalLoss loss, BigFraction weight) {
        loss(output, target, Arithmetic.of(output.shape()).error(loss), weight);
    }

    /** Adds a loss of an output that is left open, but for its derivative by the output, which is fed. */
    public void loss(Node output, Node derivative) {
        loss(output, derivative, Losses.given());
    }

    /**
     * Adds a loss of an output for a target, times a weight.
     *
     * @param error of output and target, the derivative of the loss by the output
     * @throws DomainException if the target has another shape, or a node is of another graph
     */
    public void loss(Node output, Node target, Operation error, BigFraction weight) {
        requireOwn("the loss", output);
        requireOwn("the loss", target);
        if (!output.knownShape().equals(target.knownShape())) {
            throw new DomainException("a target \"" + target.name() + "\" of shape " + written(target) + " for the output \""
                    + output.name() + "\", expected its shape, " + written(output));
        }
        loss.add(new LossTerm.Derivative(output, target, error, weight));
    }

    /**
     * The terms of the loss.
     *
     * @throws DomainException if there is none
     */
    public List<LossTerm> loss() {
        if (loss.isEmpty()) {
            throw new DomainException("a graph without a loss, expected one");
        }
        return List.copyOf(loss);
    }

    private static String written(Node node) {
        return node.knownShape().map(Shape::toString).orElse("left open");
    }

    private void requireOwn(String what, Node node) {
        if (node.graph() != this) {
            throw new DomainException(what + " of \"" + node.name() + "\", which is a node of another graph, expected one of"
                    + " this graph");
        }
    }

    /** All nodes, each behind its operands. */
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** The sum of nodes of one shape, from the first to the last. */
    public Node sum(List<Node> terms) {
        return terms.stream().reduce(Node::plus)
                .orElseThrow(() -> new DomainException("a sum without terms, expected at least one"));
    }

    /** This name, or with a number behind it if a node has it. */
    public String unused(String name) {
        String free = name;
        for (int number = 2; names.contains(free); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }

    void rename(Node node, String name) {
        claim(name);
        names.remove(node.name());
    }

    private Node given(String name, Source source, Optional<Shape> shape) {
        claim(name);
        return add(new Node(this, name, source, shape));
    }

    private void claim(String name) {
        if (!names.add(name)) {
            throw new DomainException("a second node with the name \"" + name + "\", expected another name");
        }
    }

    private String numbered(String operation) {
        String name = operation + " " + results.merge(operation, 1, Integer::sum);
        return names.add(name) ? name : numbered(operation);
    }

    private Node add(Node node) {
        nodes.add(node);
        return node;
    }

    private static Object plain(Object value) {
        return value instanceof Content && !(value instanceof Tensor) ? value : Tensor.ofValue(value).value();
    }

    private static Shape shapeOf(Object value) {
        return value instanceof Content content ? content.shape() : Tensor.ofValue(value).shape();
    }
}
