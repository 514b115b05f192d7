package org.stillpoint.lint.program;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * A small network by chance: a perceptron, or channels first, with zeros and equal units planted in many of its tensors.
 *
 * @param places of each channel that is fed; none of a perceptron
 */
record RandomNetwork(Network network, Map<String, Tensor> tensors, int places) {

    private static final int PLACES = 3;

    static RandomNetwork of(long seed) {
        return new Drawing(new Random(seed)).drawn();
    }

    /** At most how many steps, so that exact numbers seldom get too long. */
    int steps() {
        return network.layers().stream().anyMatch(layer -> layer instanceof Layer.Softmax || layer instanceof Layer.Opaque
                || layer instanceof Layer.LayerNormalisation || layer instanceof Layer.BatchNormalisation
                || layer instanceof Layer.Product) ? 2 : 3;
    }

    /** Whether several layers use it. */
    boolean isShared(Weights weights) {
        return network.layers().stream().filter(layer -> layer.weights().contains(weights)).count() > 1;
    }

    Map<Weights, Survey> surveys() throws IOException {
        Map<Weights, Survey> surveys = new HashMap<>();
        for (Layer layer : network.layers()) {
            for (Weights weights : layer.weights()) {
                surveys.put(weights, Survey.of(weights));
            }
        }
        return surveys;
    }

    private static final class Drawing {

        private final Random random;
        private final Sketch sketch = new Sketch();
        private int tensors;
        private boolean across;

        Drawing(Random random) {
            this.random = random;
        }

        RandomNetwork drawn() {
            boolean channels = random.nextBoolean();
            Value value = sketch.input(2);
            if (channels) {
                for (int layers = 1 + random.nextInt(3); layers > 0; layers--) {
                    value = channelLayer(value);
                }
                value = random.nextBoolean() ? sketch.flatten(value, PLACES) : mean(value);
            }
            for (int layers = random.nextInt(3) + (channels ? 0 : 1); layers > 0; layers--) {
                value = acrossUnits(denseLayer(value, 2 + random.nextInt(2)));
            }
            return new RandomNetwork(sketch.output(maybeBias(dense(value, 1 + random.nextInt(2)))), sketch.tensors(),
                    channels ? PLACES : 0);
        }

        private Value channelLayer(Value input) {
            return switch (random.nextInt(5)) {
                case 0 -> {
                    Tensor kernels = tensor(input.channels().size(), 1, 1 + 2 * random.nextInt(2));
                    yield activated(maybeBias(sketch.depthwise(input, next(), kernels, padded(kernels))));
                }
                case 1 -> branch(input);
                case 2 -> sketch.concatenation(input, activated(convolution(input, 2)));
                case 3 -> activated(normalised(convolution(input, 2 + random.nextInt(2))));
                default -> activated(maybeBias(convolution(input, 2 + random.nextInt(2))));
            };
        }

        /** As many places as before. */
        private static Sliding padded(Tensor kernels) {
            return Sliding.plain(1).withPadding(kernels.shape().size(2) / 2);
        }

        private Value convolution(Value input, int channels) {
            Tensor kernels = tensor(channels, input.channels().size(), 1 + 2 * random.nextInt(2));
            return sketch.convolution(input, next(), kernels, padded(kernels));
        }

        private Value branch(Value input) {
            Value branch = convolution(activated(maybeBias(convolution(input, 2))), input.channels().size());
            return sketch.sum(input, random.nextBoolean() ? branch : sketch.scale(branch, next(), entries(branch)));
        }

        private Value normalised(Value input) {
            int[] zeros = new int[input.channels().size()];
            Value output = sketch.normalised(input, next(), zeros, IntStream.of(zeros).map(zero -> 1).toArray());
            return sketch.bias(sketch.scale(output, next(), entries(input)), next(), entries(input));
        }

        private Value mean(Value input) {
            Value output = sketch.builder().value("mean", input.channels(), 1);
            sketch.builder().add(new Layer.EachChannel("mean", input, "mean over places", true, output));
            return output;
        }

        private Value denseLayer(Value input, int units) {
            Value output = activated(maybeBias(dense(input, units)));
            if (random.nextInt(4) > 0) {
                return output;
            }
            Value behind = dense(activated(maybeBias(dense(output, 2))), units);
            return random.nextInt(3) > 0 ? sketch.sum(output, behind) : product(output, behind);
        }

        /** What mixes units in another way than by weights, or is not understood, or weights that are used once more. */
        private Value acrossUnits(Value input) {
            if (across) {
                return input;
            }
            across = true;
            String name = next();
            Value alike = sketch.builder().value(name + " across", input.channels(), 1);
            switch (random.nextInt(10)) {
                case 0 -> sketch.builder().add(new Layer.LayerNormalisation(name, input, BigFraction.ONE, alike));
                case 1 -> sketch.builder().add(new Layer.Softmax(name, input, alike));
                case 2 -> {
                    Value other = sketch.builder().value(name + " opaque", sketch.builder().channels(2), 1);
                    sketch.builder().add(new Layer.Opaque(name, "for the test", List.of(input), List.of(), List.of(other)));
                    return random.nextBoolean() ? other : sketch.concatenation(input, other);
                }
                case 3 -> {
                    return usedTwice(name, input);
                }
                default -> {
                    across = false;
                    return input;
                }
            }
            return alike;
        }

        private Value usedTwice(String name, Value input) {
            Weights shared = sketch.weights(name, tensor(input.channels().size(), input.channels().size()));
            boolean alike = random.nextBoolean();
            Value value = input;
            for (int time = 0; time < 2; time++) {
                Value output = sketch.builder().value(name + " time " + time,
                        alike ? input.channels() : sketch.builder().channels(input.channels().size()), 1);
                sketch.builder().add(new Layer.Dense(name + " " + time, value, shared, 0, output));
                value = sketch.relu(output);
            }
            return value;
        }

        private Value product(Value one, Value other) {
            sketch.builder().unite(one.channels(), other.channels());
            String name = next();
            Value output = sketch.builder().value(name + " product", one.channels(), 1);
            sketch.builder().add(new Layer.Product(name, one, other, output));
            return output;
        }

        private Value dense(Value input, int units) {
            return sketch.dense(input, next(), tensor(units, input.channels().size()));
        }

        private Value maybeBias(Value input) {
            return random.nextInt(3) == 0 ? input : sketch.bias(input, next(), entries(input));
        }

        private Value activated(Value input) {
            return switch (random.nextInt(8)) {
                case 0 -> input;
                case 1 -> sketch.pointwise(input, new PointwiseFunction.Of(Activation.LEAKY_RELU));
                case 2 -> sketch.pointwise(input, new PointwiseFunction.Affine(BigFraction.TWO,
                        random.nextBoolean() ? BigFraction.ZERO : BigFraction.ONE));
                default -> sketch.relu(input);
            };
        }

        private String next() {
            return "t" + ++tensors;
        }

        private int[] entries(Value value) {
            return tensor(value.channels().size()).entries().stream().mapToInt(entry -> entry.getNumerator().intValue())
                    .toArray();
        }

        /** All zeros sometimes; else with a zero slice, or two equal ones, along each axis sometimes. */
        private Tensor tensor(int... sizes) {
            Shape shape = Shape.of(sizes);
            Tensor tensor = Tensor.at(shape, place -> new BigFraction(List.of(0, 1, -1, 2, -2, 3).get(random.nextInt(6))));
            if (random.nextInt(4) == 0) {
                return Tensor.zeros(shape);
            }
            for (int axis = 0; axis < Math.min(2, shape.axes()); axis++) {
                int size = shape.size(axis);
                if (random.nextInt(3) == 0) {
                    tensor = planted(tensor, axis, random.nextInt(size), -1);
                }
                if (size > 1 && random.nextInt(2) == 0) {
                    tensor = planted(tensor, axis, 0, 1);
                }
            }
            return tensor;
        }

        /** With one slice as another one, or zero. */
        private static Tensor planted(Tensor tensor, int axis, int index, int like) {
            return Tensor.byIndex(tensor.shape(), at -> {
                int[] from = at.clone();
                if (at[axis] != index) {
                    return tensor.get(at);
                }
                from[axis] = like;
                return like < 0 ? BigFraction.ZERO : tensor.get(from);
            });
        }
    }
}
