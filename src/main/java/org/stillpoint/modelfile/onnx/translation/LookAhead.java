package org.stillpoint.modelfile.onnx.translation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.modelfile.onnx.OnnxGraph;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Where the channels of something are and how many, if its takers say so by the weights that they have: a convolution has them
 * on axis 1, a matrix product on the last one.
 */
final class LookAhead {

    private static final int MAX_STEPS = 64;
    /** Those that keep each axis where it is, and as many channels. */
    private static final Set<String> KEEPING = Set.of("Identity", "Cast", "Dropout", "Relu", "LeakyRelu", "Sigmoid", "Tanh",
            "Elu", "Selu", "Celu", "Softplus", "Softsign", "Gelu", "HardSigmoid", "HardSwish", "Mish", "Clip", "Abs", "Neg",
            "Exp", "Log", "Sqrt", "Erf", "Reciprocal", "PRelu", "Softmax", "LogSoftmax", "MaxPool", "AveragePool",
            "GlobalAveragePool", "GlobalMaxPool", "LRN");
    private static final Set<String> OF_TWO = Set.of("Add", "Sub", "Mul", "Div", "Pow", "Max", "Min");

    private final OnnxGraph graph;
    private final Takers takers;

    LookAhead(OnnxGraph graph, Takers takers) {
        this.graph = graph;
        this.takers = takers;
    }

    /**
     * So many channels on this axis.
     *
     * @param axis from 0 counted from the first one, below 0 from the last
     */
    record Demand(int size, int axis) {
    }

    /** @param axis where what was asked for at the beginning has the axis that this has by its number */
    private record Step(String name, Optional<List<Long>> moved) {
    }

    /** What the takers of something say of its channels; empty if nothing. */
    Optional<Demand> of(String name) {
        Deque<Step> steps = new ArrayDeque<>(List.of(new Step(name, Optional.empty())));
        Set<String> seen = new HashSet<>(Set.of(name));
        for (int i = 0; i < MAX_STEPS && !steps.isEmpty(); i++) {
            Step step = steps.remove();
            for (Node taker : takers.of(step.name())) {
                Optional<Demand> demand = demand(taker, step.name()).flatMap(found -> back(found, step.moved()));
                if (demand.isPresent()) {
                    return demand;
                }
                passed(taker, step).filter(next -> seen.add(next.name())).ifPresent(steps::add);
            }
        }
        return Optional.empty();
    }

    private static Optional<Demand> back(Demand found, Optional<List<Long>> moved) {
        if (moved.isEmpty()) {
            return Optional.of(found);
        }
        int axes = moved.get().size();
        int axis = found.axis() < 0 ? found.axis() + axes : found.axis();
        return axis < 0 || axis >= axes ? Optional.empty()
                : Optional.of(new Demand(found.size(), Math.toIntExact(moved.get().get(axis))));
    }

    private Optional<Step> passed(Node taker, Step step) {
        if (!taker.isStandard() || taker.output(0).isEmpty()) {
            return Optional.empty();
        }
        String output = taker.output(0);
        boolean first = taker.input(0).equals(step.name());
        if (OF_TWO.contains(taker.operator())) {
            Weights other = graph.weights(taker.input(first ? 1 : 0)).orElse(null);
            return other != null && other.dimensions().entries() == 1 ? Optional.of(new Step(output, step.moved()))
                    : Optional.empty();
        }
        if (KEEPING.contains(taker.operator())) {
            return first ? Optional.of(new Step(output, step.moved())) : Optional.empty();
        }
        if (taker.operator().equals("Transpose") && step.moved().isEmpty()) {
            return taker.integers("perm").filter(LookAhead::isPermutation).map(perm -> new Step(output, Optional.of(perm)));
        }
        return Optional.empty();
    }

    private static boolean isPermutation(List<Long> perm) {
        return new HashSet<>(perm).size() == perm.size()
                && perm.stream().allMatch(axis -> axis >= 0 && axis < perm.size());
    }

    private Optional<Demand> demand(Node taker, String name) {
        if (!taker.isStandard() || !taker.input(0).equals(name)) {
            return Optional.empty();
        }
        return switch (taker.operator()) {
            case "Conv" -> sized(taker, 1, 3, 1).flatMap(size -> product(size, taker.integer("group", 1)))
                    .map(size -> new Demand(size, 1));
            case "ConvTranspose" -> sized(taker, 1, 3, 0).map(size -> new Demand(size, 1));
            case "BatchNormalization", "InstanceNormalization" -> sized(taker, 1, 1, 0).map(size -> new Demand(size, 1));
            case "LayerNormalization" -> taker.integer("axis", -1) == -1
                    ? sized(taker, 1, 1, 0).map(size -> new Demand(size, -1)) : Optional.empty();
            case "MatMul" -> ofMatrix(taker, 0);
            case "Gemm" -> taker.integer("transA", 0) != 0 ? Optional.empty()
                    : ofMatrix(taker, taker.integer("transB", 0) == 0 ? 0 : 1);
            default -> Optional.empty();
        };
    }

    private Optional<Demand> ofMatrix(Node taker, int axis) {
        Weights matrix = graph.weights(taker.input(1)).orElse(null);
        return matrix == null || matrix.dimensions().axes() != 2 ? Optional.empty()
                : sized(taker, 1, 2, axis).map(size -> new Demand(size, -1));
    }

    private Optional<Integer> sized(Node taker, int input, int leastAxes, int axis) {
        Weights tensor = graph.weights(taker.input(input)).orElse(null);
        return tensor == null || tensor.dimensions().axes() < leastAxes ? Optional.empty()
                : product(tensor.dimensions().size(axis), 1);
    }

    private static Optional<Integer> product(long size, long times) {
        return size < 1 || times < 1 || size > Scope.MAX_CHANNELS / times ? Optional.empty() : Optional.of((int) (size * times));
    }
}
