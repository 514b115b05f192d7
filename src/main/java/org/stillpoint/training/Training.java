package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.kernel.LossDerivative;

/** Exact stochastic gradient descent; every method ends with a {@link org.stillpoint.domain.DomainException} if the data does not fit. */
public final class Training {

    private static final StepListener NOBODY = (step, bits) -> { };

    private Training() {
    }

    /** Trains with the loss of the settings. */
    public static TrainingResult train(Network start, DataSet data, Settings settings) {
        return train(start, data, settings, NOBODY);
    }

    /** Trains with the loss of the settings, telling the listener after each step. */
    public static TrainingResult train(Network start, DataSet data, Settings settings, StepListener listener) {
        Network trained = descend(start, data, settings, settings.loss(), listener);
        return new TrainingResult(trained, settings.steps(), Evaluation.meanLoss(trained, data, settings.loss()),
                Evaluation.accuracy(trained, data));
    }

    /**
     * Trains with any loss, given by its derivative; the loss of the settings plays no part.
     *
     * @return the network after the last step
     */
    public static Network descend(Network start, DataSet data, Settings settings, LossDerivative derivative) {
        return descend(start, data, settings, derivative, NOBODY);
    }

    private static Network descend(Network start, DataSet data, Settings settings, LossDerivative derivative,
                                   StepListener listener) {
        Descent descent = new Descent(start, data, settings, derivative);
        while (!descent.finished()) {
            descent.step();
            listener.afterStep(descent.done(), descent.bits());
        }
        return descent.network();
    }

    /** Trains with the loss of the settings and keeps every intermediate number. */
    public static Trace trace(Network start, DataSet data, Settings settings) {
        return trace(start, data, settings, NOBODY);
    }

    /** As {@link #trace(Network, DataSet, Settings)}, telling the listener after each step. */
    public static Trace trace(Network start, DataSet data, Settings settings, StepListener listener) {
        Descent descent = new Descent(start, data, settings, settings.loss());
        List<StepTrace> steps = new ArrayList<>();
        while (!descent.finished()) {
            steps.add(descent.traceStep(settings.loss()));
            listener.afterStep(descent.done(), descent.bits());
        }
        return new Trace(steps);
    }
}
