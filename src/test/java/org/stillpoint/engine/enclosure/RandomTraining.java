package org.stillpoint.engine.enclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Nesterov;
import org.stillpoint.optimiser.Optimiser;

/** Small trainings whose numbers are rational: any shape, activation, loss, batch, momentum, decay and velocity. */
record RandomTraining(Network start, Optional<Network> velocity, DataSet data, Settings settings, Optional<Optimiser> optimiser) {

    private static final List<BigFraction> RATES = List.of(new BigFraction(1, 2), new BigFraction(1, 10), BigFraction.ONE);
    private static final List<BigFraction> SHARES = List.of(BigFraction.ZERO, BigFraction.ZERO, new BigFraction(9, 10));

    static RandomTraining of(Random random) {
        List<Integer> widths = new ArrayList<>();
        for (int l = 0; l < 1 + random.nextInt(3); l++) {
            widths.add(1 + random.nextInt(random.nextInt(4) == 0 ? 3 : 2));
        }
        widths.add(1 + random.nextInt(2));
        boolean bias = random.nextBoolean();
        Network start = network(random, widths, bias);
        int samples = 1 + random.nextInt(3);
        DataSet data = new DataSet(vectors(random, samples, start.inputs()), labels(random, samples, start.outputs()));
        RationalLoss[] losses = RationalLoss.values();
        Settings settings = new Settings(losses[random.nextInt(losses.length)], any(random, RATES), 1 + random.nextInt(3),
                1 + random.nextInt(3), any(random, SHARES), any(random, SHARES), KinkDerivatives.all(any(random, RATES)));
        boolean nesterov = random.nextInt(4) == 0;
        Optional<Optimiser> optimiser = !nesterov ? Optional.empty() : Optional.of(random.nextBoolean()
                ? new Nesterov(settings.learningRate(), settings.momentum(), settings.weightDecay())
                : new GradientDescent(settings.learningRate(), settings.momentum(), settings.weightDecay()));
        boolean moving = optimiser.isEmpty() && random.nextInt(4) == 0;
        return new RandomTraining(start, moving ? Optional.of(like(random, start)) : Optional.empty(), data, settings, optimiser);
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Network network(Random random, List<Integer> widths, boolean bias) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < widths.size(); l++) {
            Activation activation = l == widths.size() - 1 && random.nextInt(3) > 0 ? Activation.IDENTITY
                    : random.nextInt(8) == 0 ? RationalActivation.leakyRelu(new BigFraction(random.nextInt(7) - 3, 2))
                    : any(random, RationalActivation.all());
            layers.add(new Layer(new Matrix(vectors(random, widths.get(l), widths.get(l - 1))),
                    bias ? Optional.of(vector(random, widths.get(l))) : Optional.empty(), activation));
        }
        return new Network(layers);
    }

    private static Network like(Random random, Network network) {
        return new Network(network.layers().stream().map(layer -> new Layer(
                new Matrix(vectors(random, layer.units(), layer.inputs())),
                layer.bias().map(bias -> vector(random, layer.units())), layer.activation())).toList());
    }

    private static List<Vector> vectors(Random random, int count, int size) {
        List<Vector> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vectors.add(vector(random, size));
        }
        return vectors;
    }

    /** Zeros, ties and dyadics among numbers that are none. */
    private static Vector vector(Random random, int size) {
        List<BigFraction> entries = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            entries.add(new BigFraction(random.nextInt(9) - 4, 1 + random.nextInt(4)));
        }
        return new Vector(entries);
    }

    private static List<Vector> labels(Random random, int count, int size) {
        List<Vector> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<BigFraction> entries = new ArrayList<>();
            for (int k = 0; k < size; k++) {
                entries.add(new BigFraction(random.nextBoolean() ? 1 : -1));
            }
            vectors.add(new Vector(entries));
        }
        return vectors;
    }

    Problem problem() {
        return Problem.of(start, velocity, data, settings, optimiser, Masks.NONE);
    }
}
