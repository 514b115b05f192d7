package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.training.Enclosing;
import org.stillpoint.training.Kept;
import org.stillpoint.training.RealResult;
import org.stillpoint.training.UpdateRule;

/** A small training whose numbers are enclosed: smooth hidden activations, with each kind of output and loss. */
public record SmoothTraining(Network start, DataSet data, Settings settings) {

    private static final Certainty TEN_DIGITS = new Certainty(10, 16_384);
    private static final List<BigFraction> RATES = List.of(new BigFraction(1, 2), new BigFraction(1, 10), new BigFraction(1, 4));
    private static final List<BigFraction> SHARES = List.of(BigFraction.ZERO, new BigFraction(1, 2));

    /** The activation of the outputs, and the loss behind it. */
    public enum Head {
        SQUARED(Activation.IDENTITY, Loss.SQUARED),
        SQUARED_BEHIND_TANH(Activation.TANH, Loss.SQUARED),
        LOGISTIC(Activation.IDENTITY, Loss.LOGISTIC),
        CROSS_ENTROPY_BEHIND_SIGMOID(Activation.SIGMOID, Loss.CROSS_ENTROPY),
        CROSS_ENTROPY_BEHIND_SOFTMAX(Activation.SOFTMAX, Loss.CROSS_ENTROPY);

        private final Activation activation;
        private final Loss loss;

        Head(Activation activation, Loss loss) {
            this.activation = activation;
            this.loss = loss;
        }

        public Loss loss() {
            return loss;
        }
    }

    /** Trainings with one to so many hidden layers of these activations, from random numbers. */
    public static Arbitrary<SmoothTraining> of(List<Activation> hidden, int mostHiddenLayers) {
        return Arbitraries.longs().map(seed -> new Draw(new SplittableRandom(seed)).training(hidden, mostHiddenLayers));
    }

    public Head head() {
        Activation output = start.layers().get(start.layers().size() - 1).activation();
        return Stream.of(Head.values()).filter(head -> head.activation == output && head.loss == settings.loss()).findFirst()
                .orElseThrow();
    }

    public List<Activation> hidden() {
        return start.layers().subList(0, start.layers().size() - 1).stream().map(Layer::activation).toList();
    }

    /** From zeros, the last bias included if that is asked for. */
    public SmoothTraining fromZero(boolean outputBias) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : start.layers()) {
            boolean kept = !outputBias && layers.size() == start.layers().size() - 1;
            layers.add(new Layer(Matrix.constant(layer.units(), layer.inputs(), BigFraction.ZERO),
                    kept ? layer.bias() : layer.bias().map(bias -> Vector.zeros(bias.size())), layer.activation()));
        }
        return new SmoothTraining(new Network(layers), data, settings);
    }

    /** With the incoming weights, the bias and the outgoing weights of the first unit of the first layer in all units of it. */
    public SmoothTraining fromEqualUnits() {
        List<Layer> layers = new ArrayList<>(start.layers());
        Layer first = layers.get(0);
        Layer second = layers.get(1);
        layers.set(0, new Layer(new Matrix(first.weights().rows().stream().map(row -> first.weights().row(0)).toList()),
                first.bias().map(bias -> constant(bias.get(0), bias.size())), first.activation()));
        layers.set(1, new Layer(new Matrix(second.weights().rows().stream()
                .map(row -> constant(row.get(0), row.size())).toList()), second.bias(), second.activation()));
        return new SmoothTraining(new Network(layers), data, settings);
    }

    private static Vector constant(BigFraction value, int size) {
        return new Vector(Stream.generate(() -> value).limit(size).toList());
    }

    /** Each sample twice, with the label or target 1 and with the opposite one, in full batches. */
    public SmoothTraining balanced() {
        BigFraction opposite = settings.loss() == Loss.CROSS_ENTROPY ? BigFraction.ZERO : BigFraction.MINUS_ONE;
        List<Vector> targets = Stream.of(BigFraction.ONE, opposite)
                .flatMap(target -> data.inputs().stream().map(input -> constant(target, start.outputs()))).toList();
        List<Vector> inputs = Stream.concat(data.inputs().stream(), data.inputs().stream()).toList();
        return new SmoothTraining(start, new DataSet(inputs, targets), settings.withBatchSize(targets.size()));
    }

    public SmoothTraining withSettings(Settings other) {
        return new SmoothTraining(start, data, other);
    }

    /** The network after the last step. */
    public RealNetwork trained() {
        Kept<RealResult> kept = Enclosing.train(start, data, settings, UpdateRule.DESCENT, TEN_DIGITS, step -> { });
        RealResult result = kept.result();
        if (result.steps() < settings.steps()) {
            throw new IllegalStateException("no more than " + result.steps() + " steps of " + this + ": " + kept.stopped());
        }
        return result.network();
    }

    /** The numbers of one training. */
    private record Draw(SplittableRandom source) {

        SmoothTraining training(List<Activation> activations, int mostHiddenLayers) {
            Head head = any(List.of(Head.values()));
            int depth = 1 + source.nextInt(mostHiddenLayers);
            boolean biased = source.nextInt(4) > 0;
            int outputs = head == Head.CROSS_ENTROPY_BEHIND_SOFTMAX ? 2 + source.nextInt(2) : 1;
            int inputs = 1 + source.nextInt(3);
            List<Layer> layers = new ArrayList<>();
            int width = inputs;
            for (int l = 0; l < depth; l++) {
                int units = 1 + source.nextInt(3);
                layers.add(layer(units, width, biased, any(activations)));
                width = units;
            }
            layers.add(layer(outputs, width, biased, head.activation));
            int samples = 1 + source.nextInt(3);
            DataSet data = new DataSet(some(samples, () -> vector(inputs)), some(samples, () -> target(head, outputs)));
            Settings settings = new Settings(head.loss, any(RATES), 1 + source.nextInt(3), 1 + source.nextInt(3), any(SHARES),
                    any(SHARES), BigFraction.ZERO);
            return new SmoothTraining(new Network(layers), data, settings);
        }

        private Layer layer(int units, int inputs, boolean biased, Activation activation) {
            return new Layer(new Matrix(some(units, () -> vector(inputs))),
                    biased ? Optional.of(vector(units)) : Optional.empty(), activation);
        }

        private Vector target(Head head, int outputs) {
            return switch (head) {
                case SQUARED, SQUARED_BEHIND_TANH -> vector(outputs);
                case LOGISTIC -> Vector.of(source.nextBoolean() ? "1" : "-1");
                case CROSS_ENTROPY_BEHIND_SIGMOID -> Vector.of(any(List.of("0", "1", "1/3")));
                case CROSS_ENTROPY_BEHIND_SOFTMAX -> unit(source.nextInt(outputs), outputs);
            };
        }

        private static Vector unit(int place, int size) {
            return new Vector(IntStream.range(0, size).mapToObj(k -> k == place ? BigFraction.ONE : BigFraction.ZERO).toList());
        }

        private Vector vector(int size) {
            return new Vector(some(size, () -> new BigFraction(source.nextInt(5) - 2, 1 + source.nextInt(3))));
        }

        private <T> T any(List<T> all) {
            return all.get(source.nextInt(all.size()));
        }

        private static <T> List<T> some(int count, Supplier<T> next) {
            return Stream.generate(next).limit(count).toList();
        }
    }
}
