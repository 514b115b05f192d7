package org.stillpoint.engine.reference;

import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.OptimiserState;

/** Any optimiser on the gradients of the kernel; rate, momentum and decay of the settings play no part. */
final class OptimiserCourse extends KernelCourse {

    private final Optimiser optimiser;
    private OptimiserState state;

    /** @param velocity in the shape of the start, for an optimiser that remembers one and nothing else; zero if there is none */
    OptimiserCourse(Network start, Optional<Network> velocity, DataSet data, Settings settings, LossDerivative derivative,
                    Optimiser optimiser) {
        super(start, data, settings, derivative);
        this.optimiser = optimiser;
        Parameters parameters = KernelArrays.parameters(start);
        this.state = velocity.isEmpty() ? optimiser.start(parameters)
                : new OptimiserState(parameters, List.of(KernelArrays.velocity(start, velocity)), 0);
    }

    @Override
    Parameters parameters() {
        return state.parameters();
    }

    @Override
    List<Parameters> memory() {
        return state.memory();
    }

    @Override
    void move(List<Integer> batch) {
        try {
            state = optimiser.step(state, gradient(batch));
        } catch (DomainException e) {
            throw new DomainException("step " + (done() + 1) + ": " + e.getMessage());
        }
    }
}
