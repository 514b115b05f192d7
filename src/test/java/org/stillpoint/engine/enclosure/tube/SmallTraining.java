package org.stillpoint.engine.enclosure.tube;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.enclosure.Masks;
import org.stillpoint.engine.enclosure.Problem;

/** Trainings drawn at random: one or two hidden layers, up to three units, all numbers hundredths. */
final class SmallTraining {

    private static final List<Activation> HIDDEN =
            List.of(Activation.SIGMOID, Activation.TANH, Activation.SOFTPLUS, Activation.ELU,
            Activation.SILU, Activation.GELU, Activation.SOFTSIGN, Activation.RATIONAL_SIGMOID, Activation.RELU,
            Activation.LEAKY_RELU, Activation.ABS, Activation.HARD_TANH, Activation.IDENTITY);
    private static final List<Loss> LOSSES = List.of(Loss.SQUARED, Loss.HINGE, Loss.PERCEPTRON, Loss.ABSOLUTE, Loss.LOGISTIC,
            Loss.CROSS_ENTROPY);
    private static final List<BigFraction> MOMENTA = List.of(BigFraction.ZERO, BigFraction.ONE_HALF, new BigFraction(9, 10));
    private static final List<BigFraction> DECAYS = List.of(BigFraction.ZERO, BigFraction.ZERO, new BigFraction(1, 100));

    private final Random random;

    SmallTraining(long seed) {
        this.random = new Random(seed);
    }

    Problem problem(int steps, BigFraction rate) {
        Loss loss = LOSSES.get(random.nextInt(LOSSES.size()));
        int outputs = 1 + random.nextInt(2);
        Activation output = loss != Loss.CROSS_ENTROPY ? HIDDEN.get(random.nextInt(HIDDEN.size()))
                : outputs == 1 || random.nextBoolean() ? Activation.SIGMOID : Activation.SOFTMAX;
        return problem(loss, HIDDEN.get(random.nextInt(HIDDEN.size())), output, outputs, steps, rate);
    }

    Problem problem(Loss loss, Activation hidden, Activation output, int outputs, int steps, BigFraction rate) {
        List<Integer> widths = new ArrayList<>(List.of(1 + random.nextInt(3)));
        for (int l = 0; l <= random.nextInt(2); l++) {
            widths.add(1 + random.nextInt(3));
        }
        widths.add(outputs);
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < widths.size(); l++) {
            layers.add(new Layer(matrix(widths.get(l), widths.get(l - 1)),
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(vector(widths.get(l))),
                    l == widths.size() - 1 ? output : hidden));
        }
        int samples = 1 + random.nextInt(3);
        List<Vector> inputs = new ArrayList<>();
        List<Vector> targets = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            inputs.add(vector(widths.get(0)));
            targets.add(target(loss, output, outputs));
        }
        Settings settings = new Settings(loss, rate, steps, samples, MOMENTA.get(random.nextInt(MOMENTA.size())),
                DECAYS.get(random.nextInt(DECAYS.size())), BigFraction.ZERO);
        return Problem.of(new Network(layers), Optional.empty(), new DataSet(inputs, targets), settings, Optional.empty(),
                Masks.NONE);
    }

    private Vector target(Loss loss, Activation output, int outputs) {
        if (output.equals(Activation.SOFTMAX)) {
            BigFraction share = new BigFraction(random.nextInt(5), 4);
            return Vector.of(share, BigFraction.ONE.subtract(share));
        }
        List<BigFraction> entries = new ArrayList<>();
        for (int j = 0; j < outputs; j++) {
            entries.add(loss == Loss.CROSS_ENTROPY ? new BigFraction(random.nextInt(2))
                    : new BigFraction(2 * random.nextInt(2) - 1));
        }
        return new Vector(entries);
    }

    private Matrix matrix(int rows, int columns) {
        List<Vector> vectors = new ArrayList<>();
        for (int j = 0; j < rows; j++) {
            vectors.add(vector(columns));
        }
        return new Matrix(vectors);
    }

    private Vector vector(int size) {
        List<BigFraction> entries = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            entries.add(new BigFraction(random.nextInt(201) - 100, 100));
        }
        return new Vector(entries);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
