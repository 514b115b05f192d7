package org.stillpoint.attack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.ArbitraryDropout;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.OptimiserState;

/** Training with dropout, on the first batch and with the first rate of a situation, where its activations are those of the library. */
final class DroppedUnits {

    private DroppedUnits() {
    }

    /** Gradient descent from a velocity. */
    private record Moving(GradientDescent descent, Parameters velocity) implements Optimiser {

        @Override
        public OptimiserState start(Parameters parameters) {
            return new OptimiserState(parameters, List.of(velocity), 0);
        }

        @Override
        public int memories() {
            return descent.memories();
        }

        @Override
        public OptimiserState step(OptimiserState state, Parameters gradient) {
            return descent.step(state, gradient);
        }
    }

    static boolean doNotLetTheWeightsMove(Situation s) {
        boolean known = Stream.of(s.sigma()).allMatch(sigma -> activation(sigma).isPresent());
        if (s.steps() == 0 || !known) {
            return true;
        }
        TrainingRun run = run(s);
        Optimiser optimiser = new Moving(run.gradientDescent(), s.training().velocity());
        List<Integer> hidden = run.network().widths().subList(1, s.depth());
        List<Network> networks = run.networks(optimiser, new ArbitraryDropout(Arrays.hashCode(s.vector()), hidden));
        return networks.stream().allMatch(network -> belowTheOutputBias(network).equals(belowTheOutputBias(run.network())));
    }

    private static Optional<Activation> activation(ActivationFunction sigma) {
        return Stream.of(Activation.values()).filter(activation -> activation.kernel() == sigma).findFirst();
    }

    private static TrainingRun run(Situation s) {
        Network network = new Network(IntStream.range(0, s.depth()).mapToObj(l -> layer(s, l)).toList());
        DataSet data = new DataSet(vectors(s.training().inputs()[0]), vectors(s.training().targets()[0]));
        Settings settings = new Settings(Loss.SQUARED, s.training().rates()[0], s.steps(), data.size(), s.training().momentum(),
                s.training().decay(), s.training().kappa());
        return new TrainingRun(network, data, settings, s.training().loss());
    }

    private static Layer layer(Situation s, int l) {
        BigFraction[] bias = s.parameters().biases[l];
        return new Layer(new Matrix(vectors(s.parameters().weights[l])), Optional.of(bias).filter(b -> b.length > 0).map(Vector::of),
                l < s.sigma().length ? activation(s.sigma()[l]).orElseThrow() : Activation.IDENTITY);
    }

    private static List<Vector> vectors(BigFraction[][] rows) {
        return Stream.of(rows).map(Vector::of).toList();
    }

    private static List<Object> belowTheOutputBias(Network network) {
        int last = network.layers().size() - 1;
        return List.of(network.layers().subList(0, last), network.layers().get(last).weights());
    }
}
