package org.stillpoint.lint.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.graph.training.Optimiser;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.Step;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * A network as one has it without any partition, with whole tensors and shapes that are known, trained exactly: written a second
 * time, from what layers are, and not from blocks. Batch normalisation is that of the batch, without the root.
 */
final class WholeModel {

    private static final int SAMPLES = 2;

    /** Of a parameter that a step starts with. */
    private static final int MOST_BITS = 40;

    private final Network network;
    private final Map<String, Tensor> tensors;
    private final int places;
    private final BigFraction kappa;
    private final Graph graph = new Graph();
    private final Map<Integer, Node> values = new HashMap<>();
    private final Map<String, Node> parameters = new LinkedHashMap<>();

    /** @param places of each channel that is fed; none if samples x features are */
    WholeModel(Network network, Map<String, Tensor> tensors, int places, BigFraction kappa) {
        this.network = network;
        this.tensors = tensors;
        this.places = places;
        this.kappa = kappa;
        for (Value input : network.inputs()) {
            Shape shape = places == 0 ? Shape.of(SAMPLES, input.channels().size())
                    : Shape.of(SAMPLES, input.channels().size(), places);
            values.put(input.id(), graph.input("fed " + input.name(), shape));
        }
        network.layers().forEach(this::add);
        for (Value output : network.outputs()) {
            Node node = values.get(output.id());
            graph.loss(node, graph.input("target of " + output.name(), node.shape()), RationalLoss.SQUARED);
        }
    }

    private Node parameter(Weights weights) {
        return parameters.computeIfAbsent(weights.name(), name -> graph.parameter("tensor " + name, tensors.get(name)));
    }

    private Node value(Value value) {
        return values.get(value.id());
    }

    private void add(Layer layer) {
        if (layer instanceof Layer.Concatenation concatenation) {
            values.put(concatenation.output().id(), concatenation.inputs().stream().map(this::value)
                    .reduce((x, y) -> x.followedBy(y, 1)).orElseThrow());
        } else if (layer instanceof Layer.Sum sum) {
            values.put(sum.output().id(), value(sum.first()).plus(value(sum.second())));
        } else if (layer instanceof Layer.Opaque opaque) {
            Node x = value(opaque.inputs().get(0));
            Value output = opaque.outputs().get(0);
            Node mixed = x.times(graph.constant(Tensor.at(Shape.of(x.shape().size(1), output.channels().size()),
                    place -> new BigFraction(place % 3 + 1))));
            values.put(output.id(), mixed.entrywise(mixed).plus(mixed));
        } else if (layer instanceof Layer.Product product) {
            values.put(product.output().id(), value(product.first()).entrywise(value(product.second())));
        } else {
            Layer.OfOne one = (Layer.OfOne) layer;
            values.put(one.output().id(), result(one, value(one.input())));
        }
    }

    private Node result(Layer.OfOne layer, Node x) {
        if (layer instanceof Layer.Dense dense) {
            return dense.outAxis() == 0 ? x.timesTransposed(parameter(dense.kernel())) : x.times(parameter(dense.kernel()));
        }
        if (layer instanceof Layer.Convolution convolution) {
            int groups = convolution.depthwise() ? convolution.input().channels().size() : 1;
            return x.convolution(parameter(convolution.kernel()), convolution.sliding(), groups);
        }
        if (layer instanceof Layer.Bias bias) {
            return x.plusAlong(1, parameter(bias.bias()));
        }
        if (layer instanceof Layer.Scale scale) {
            return x.timesAlong(1, parameter(scale.factors()));
        }
        if (layer instanceof Layer.BatchNormalisation normalisation) {
            return x.apply(Forward.batchNormalisationWithoutRoot(normalisation.epsilon()));
        }
        if (layer instanceof Layer.Flatten) {
            return x.reshaped(SAMPLES, x.shape().entries() / SAMPLES);
        }
        if (layer instanceof Layer.EachChannel) {
            return x.meanOver(2);
        }
        if (layer instanceof Layer.LayerNormalisation normalisation) {
            return x.apply(Forward.layerNormalisationWithoutRoot(1, normalisation.epsilon()));
        }
        if (layer instanceof Layer.Softmax) {
            return x.rationalSoftmax();
        }
        PointwiseFunction function = ((Layer.Pointwise) layer).function();
        return function instanceof PointwiseFunction.Of of ? x.activation(of.activation(), KinkDerivatives.all(kappa))
                : line(x, (PointwiseFunction.Affine) function);
    }

    private static Node line(Node x, PointwiseFunction.Affine function) {
        return x.apply(Forward.affine(function.factor(), function.addend()));
    }

    /** What it does in so many steps on data by chance, or in those before its parameters become long. */
    List<Step> trained(int steps, boolean decays, Random random) {
        Optimiser optimiser = decays ? Optimisers.momentum().withDecay() : Optimisers.momentum();
        TrainingProgram program = TrainingProgram.of(graph, optimiser);
        List<Map<String, Object>> fed = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            Map<String, Object> row = new HashMap<>(Map.of("rate", new BigFraction(1, 4), "momentum", BigFraction.ONE_HALF));
            if (decays) {
                row.put("decay", new BigFraction(1, 8));
            }
            graph.nodes().stream().filter(node -> node.name().startsWith("fed ") || node.name().startsWith("target of "))
                    .forEach(node -> row.put(node.name(),
                            Tensor.at(node.shape(), place -> new BigFraction(random.nextInt(7) - 3, 1 + random.nextInt(2)))));
            fed.add(row);
        }
        // from the start each time, as the last step takes most of it
        List<Step> seen = program.steps(1, program.feed(fed::get));
        while (seen.size() < steps && !isLong(program, seen.get(seen.size() - 1))) {
            seen = program.steps(seen.size() + 1, program.feed(fed::get));
        }
        return seen;
    }

    /** Whether another step might take minutes, as its numbers are many times as long as the parameters that it starts with. */
    private static boolean isLong(TrainingProgram program, Step step) {
        return IntStream.of(program.next()).mapToObj(step.values()::get)
                .filter(Tensor.class::isInstance).flatMap(state -> ((Tensor) state).entries().stream())
                .anyMatch(entry -> ExactNumber.bits(entry) > MOST_BITS);
    }

    /** The name of the slot of a tensor. */
    String nameOf(Weights weights) {
        return parameters.get(weights.name()).name();
    }

    /** The name of the slot of a value. */
    String nameOf(Value value) {
        return value(value).name();
    }

    /** What stands at an index along an axis. */
    static List<BigFraction> slice(Tensor tensor, int axis, int index) {
        return IntStream.range(0, tensor.shape().entries()).filter(place -> tensor.shape().index(place)[axis] == index)
                .mapToObj(tensor::entry).toList();
    }
}
