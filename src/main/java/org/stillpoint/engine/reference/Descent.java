package org.stillpoint.engine.reference;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/** The gradient descent that is proved, with the rate, momentum and decay of the settings. */
final class Descent extends KernelCourse {

    private State state;

    /** @param velocity in the shape of the start; zero if there is none */
    Descent(Network start, Optional<Network> velocity, DataSet data, Settings settings, LossDerivative derivative) {
        super(start, data, settings, derivative);
        this.state = new State(KernelArrays.parameters(start), KernelArrays.velocity(start, velocity));
    }

    @Override
    Parameters parameters() {
        return state.parameters;
    }

    /** Without momentum the next step does not ask what the velocity was. */
    @Override
    List<Parameters> memory() {
        return settings().momentum().signum() == 0 ? List.of() : List.of(state.velocity);
    }

    @Override
    void move(List<Integer> batch) {
        state = Sgd.train(state, rule(), new Schedule(new BigFraction[][][] {inputs(batch)},
                new BigFraction[][][] {targets(batch)}, new BigFraction[] {settings().learningRate()}));
    }
}
