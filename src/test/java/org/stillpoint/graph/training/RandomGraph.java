package org.stillpoint.graph.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Loss;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.LossTerm;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.model.Source;
import org.stillpoint.graph.operation.Arithmetic;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.graph.operation.NumberOperations;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * The graph of a seed, with values for what is fed: numbers, vectors and matrices of small entries, up to nine operations; every
 * node has an influence on the loss. Of each operation it is known in which of its operands it is linear, which gives its
 * derivative along a direction without any pull.
 */
final class RandomGraph {

    private static final List<Shape> SHAPES = List.of(Shape.NUMBER, Shape.NUMBER, Shape.of(2), Shape.of(2, 2), Shape.of(2, 3),
            Shape.of(3, 2));
    private static final BigFraction KAPPA = new BigFraction(1, 3);

    private final SplittableRandom random;
    private final Graph graph = new Graph();
    private final Map<String, Object> fed = new HashMap<>();
    private final Map<Node, Kind> kinds = new IdentityHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final UnaryOperator<Differentiable> changed;

    /** How the result of an operation moves when its operands do. */
    private enum Kind {
        LINEAR, BILINEAR, COMPLEMENT, RELU, MAXIMUM
    }

    private RandomGraph(long seed, UnaryOperator<Differentiable> changed) {
        this.random = new SplittableRandom(seed);
        this.changed = changed;
    }

    static RandomGraph of(long seed) {
        return of(seed, operation -> operation);
    }

    /** The same graph with other operations. */
    static RandomGraph of(long seed, UnaryOperator<Differentiable> changed) {
        RandomGraph made = new RandomGraph(seed, changed);
        made.fill();
        return made;
    }

    private void fill() {
        int parameters = 1 + random.nextInt(3);
        for (int i = 0; i < parameters; i++) {
            nodes.add(graph.parameter("p" + i, value(shape())));
        }
        nodes.add(input("x"));
        nodes.add(graph.frozen("c", value(shape())));
        int operations = 2 + random.nextInt(8);
        for (int made = 0, tries = 0; made < operations && tries < 60; tries++) {
            if (added()) {
                made++;
            }
        }
        Map<Boolean, List<Node>> byUse = nodes.stream().collect(Collectors.partitioningBy(this::isUsed));
        byUse.get(false).forEach(this::lose);
        byUse.get(true).stream().filter(node -> random.nextInt(6) == 0).forEach(this::lose);
    }

    private Node input(String name) {
        Shape shape = shape();
        fed.put(name, value(shape));
        return graph.input(name, shape);
    }

    private boolean added() {
        Node x = pick();
        Node y = random.nextInt(4) == 0 ? x : pick();
        Arithmetic arithmetic = x.shape().equals(y.shape()) ? Arithmetic.of(x.shape()) : Arithmetic.TENSORS;
        try {
            switch (random.nextInt(13)) {
                case 0 -> add(Kind.LINEAR, arithmetic.sum(), x, y);
                case 1 -> add(Kind.LINEAR, arithmetic.difference(), x, y);
                case 2, 3 -> add(Kind.BILINEAR, arithmetic.product(), x, y);
                case 4 -> add(Kind.BILINEAR, Forward.matrixProduct(random.nextBoolean(), random.nextBoolean()), x, y);
                case 5 -> add(Kind.BILINEAR, Forward.scaling(), x, y);
                case 6 -> add(Kind.BILINEAR, Forward.innerProduct(), x, y);
                case 7 -> add(Kind.RELU, arithmetic.activation(Activation.RELU, KinkDerivatives.all(KAPPA)), x);
                case 8 -> add(Kind.COMPLEMENT, Forward.complement(), x);
                case 9 -> add(Kind.LINEAR, Forward.permutation(List.of(1, 0)), x);
                case 10, 11 -> addMaxima(x, y);
                default -> add(Kind.LINEAR, Forward.sumOver(List.of(0)), x);
            }
            return true;
        } catch (IllegalArgumentException otherShapes) {
            return false;
        }
    }

    /** Slopes of the same operation at the same first operand and different second ones. */
    private void addMaxima(Node x, Node y) {
        add(Kind.MAXIMUM, NumberOperations.maximum(KAPPA), x, y);
        add(Kind.MAXIMUM, NumberOperations.maximum(KAPPA), x, nodes.get(nodes.size() - 1));
    }

    private void add(Kind kind, Differentiable operation, Node... operands) {
        Node node = graph.apply(changed.apply(operation), operands);
        kinds.put(node, kind);
        nodes.add(node);
    }

    private boolean isUsed(Node node) {
        return graph.nodes().stream().anyMatch(user -> user.source() instanceof Source.Result result
                && result.operands().contains(node));
    }

    private void lose(Node node) {
        if (random.nextBoolean()) {
            String target = "y of " + node.name();
            fed.put(target, value(node.shape()));
            graph.loss(node, graph.input(target, node.shape()), Loss.SQUARED,
                    random.nextBoolean() ? BigFraction.ONE : BigFraction.ONE_HALF);
        } else if (node.shape().axes() == 0) {
            graph.loss(node);
        } else {
            add(Kind.LINEAR, Forward.sumOver(IntStream.range(0, node.shape().axes()).boxed().toList()), node);
            graph.loss(nodes.get(nodes.size() - 1));
        }
    }

    private Node pick() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private Shape shape() {
        return SHAPES.get(random.nextInt(SHAPES.size()));
    }

    private Object value(Shape shape) {
        return Tensor.at(shape, place -> new BigFraction(random.nextInt(5) - 2, 1 + random.nextInt(2))).value();
    }

    Graph graph() {
        return graph;
    }

    /** What is fed, with a rate. */
    Map<String, Object> fed() {
        Map<String, Object> all = new HashMap<>(fed);
        all.put("rate", new BigFraction(1, 3));
        return all;
    }

    /** For each parameter, by its name, a direction in which it moves. */
    Map<String, Tensor> direction() {
        Map<String, Tensor> direction = new HashMap<>();
        graph.nodes().stream().filter(node -> node.source() instanceof Source.Parameter)
                .forEach(node -> direction.put(node.name(), Tensor.ofValue(value(node.shape()))));
        return direction;
    }

    /** The derivative of the loss along a direction, from the inputs to the loss. */
    BigFraction along(Map<String, Tensor> direction) {
        Map<Node, Tensor> values = new IdentityHashMap<>();
        Map<Node, Tensor> slopes = new IdentityHashMap<>();
        for (Node node : graph.nodes()) {
            if (node.source() instanceof Source.Result result) {
                move(node, result, values, slopes);
            } else {
                values.put(node, Tensor.ofValue(given(node)));
                slopes.put(node, Optional.ofNullable(direction.get(node.name())).orElseGet(() -> Tensor.zeros(node.shape())));
            }
        }
        return graph.loss().stream().map(term -> {
            if (term instanceof LossTerm.Derivative loss) {
                Tensor error = values.get(loss.output()).minus(values.get(loss.target()));
                return error.innerProduct(slopes.get(loss.output())).multiply(loss.weight());
            }
            return slopes.get(term.output()).number();
        }).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private Object given(Node node) {
        if (node.source() instanceof Source.Parameter parameter) {
            return parameter.start();
        }
        return node.source() instanceof Source.Constant constant ? constant.value() : fed.get(node.name());
    }

    private void move(Node node, Source.Result result, Map<Node, Tensor> values, Map<Node, Tensor> slopes) {
        Node first = result.operands().get(0);
        Node second = result.operands().get(result.operands().size() - 1);
        Tensor x = values.get(first);
        Tensor y = values.get(second);
        Tensor dx = slopes.get(first);
        Tensor dy = slopes.get(second);
        values.put(node, applied(result, x, y));
        slopes.put(node, switch (kinds.get(node)) {
            case LINEAR -> applied(result, dx, dy);
            case BILINEAR -> applied(result, dx, y).plus(applied(result, x, dy));
            case COMPLEMENT -> dx.times(BigFraction.MINUS_ONE);
            case RELU -> x.zip(dx, (z, d) -> z.signum() > 0 ? d : z.signum() < 0 ? BigFraction.ZERO : d.multiply(KAPPA));
            case MAXIMUM -> dy.plus(dx.minus(dy).times(greater(x.number(), y.number())));
        });
    }

    /** How much of the maximum moves with x. */
    private static BigFraction greater(BigFraction x, BigFraction y) {
        int side = x.compareTo(y);
        return side > 0 ? BigFraction.ONE : side < 0 ? BigFraction.ZERO : KAPPA;
    }

    private static Tensor applied(Source.Result result, Tensor x, Tensor y) {
        return Tensor.ofValue(result.operation().operation().apply(x.value(), y.value(), x.value()));
    }
}
