package org.stillpoint.attack;

import java.util.Arrays;
import java.util.List;
import org.stillpoint.arbitraries.ArbitraryDropout;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.OptimiserState;

/**
 * Training with dropout, on the first batch and with the first rate of a situation, where its activations are those of the
 * library.
 */
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
        if (s.steps() == 0 || !InTheLibrary.knows(s)) {
            return true;
        }
        TrainingRun run = run(s);
        Optimiser optimiser = new Moving(run.gradientDescent(), s.training().velocity());
        List<Integer> hidden = run.network().widths().subList(1, s.depth());
        List<Network> networks = run.networks(optimiser, new ArbitraryDropout(Arrays.hashCode(s.vector()), hidden));
        return networks.stream().allMatch(network -> belowTheOutputBias(network).equals(belowTheOutputBias(run.network())));
    }

    private static TrainingRun run(Situation s) {
        DataSet data = InTheLibrary.data(s.training().inputs()[0], s.training().targets()[0]);
        Settings settings = new Settings(Loss.SQUARED, s.training().rates()[0], s.steps(), data.size(), s.training().momentum(),
                s.training().decay(), s.training().kappa());
        return new TrainingRun(InTheLibrary.network(s, s.parameters()), data, settings, s.training().loss());
    }

    private static List<Object> belowTheOutputBias(Network network) {
        int last = network.layers().size() - 1;
        return List.of(network.layers().subList(0, last), network.layers().get(last).weights());
    }
}
