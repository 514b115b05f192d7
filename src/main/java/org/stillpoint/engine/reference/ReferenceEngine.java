package org.stillpoint.engine.reference;

import java.util.Optional;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.optimiser.Optimiser;

/**
 * Starts trainings on the kernel; each ends with a {@link org.stillpoint.domain.DomainException} if the data does not fit the
 * network, or an activation or the loss is not rational.
 */
public final class ReferenceEngine {

    private ReferenceEngine() {
    }

    /**
     * The gradient descent that is proved, before its first step.
     *
     * @param velocity in the shape of the start; zero if there is none
     * @param derivative of the loss; the loss of the settings plays no part in the steps
     */
    public static KernelCourse descent(Network start, Optional<Network> velocity, DataSet data, Settings settings,
                                       LossDerivative derivative) {
        return new Descent(start, velocity, data, settings, derivative);
    }

    /**
     * Any optimiser on the loss of the settings, before its first step.
     *
     * @param velocity in the shape of the start, for an optimiser that remembers one and nothing else; zero if there is none
     */
    public static KernelCourse optimisation(Network start, Optional<Network> velocity, DataSet data, Settings settings,
                                            Optimiser optimiser) {
        return new OptimiserCourse(start, velocity, data, settings, settings.loss().rational(), optimiser);
    }
}
