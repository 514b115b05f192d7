package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.engine.Trace;
import org.stillpoint.engine.reference.ReferenceEngine;
import org.stillpoint.kernel.LossDerivative;

/**
 * Exact training; every method ends with a {@link org.stillpoint.domain.DomainException} if the data does not fit, or an
 * activation or the loss is not rational.
 */
public final class Training {

    private static final StepListener NOBODY = (step, bits) -> { };

    private Training() {
    }

    /** Trains with the loss of the settings on the reference engine. */
    public static TrainingResult train(Network start, DataSet data, Settings settings) {
        return train(start, data, settings, Engine.REFERENCE, NOBODY);
    }

    /** Trains with the loss of the settings, telling the listener after each step; the result is the same for every engine. */
    public static TrainingResult train(Network start, DataSet data, Settings settings, Engine engine, StepListener listener) {
        return train(start, data, settings, UpdateRule.DESCENT, engine, listener);
    }

    /** As with the descent of the settings, but by any rule. */
    public static TrainingResult train(Network start, DataSet data, Settings settings, UpdateRule rule, Engine engine,
                                       StepListener listener) {
        Course course = run(engine.start(start, data, settings, rule), settings, listener);
        return new TrainingResult(course.network(), settings.steps(), course.meanLoss(),
                AccuracyRule.of(data).map(accuracy -> Accuracy.of(accuracy, course.right(accuracy), data.size())));
    }

    /** The network that {@link #train} ends with, without a look at the data after the last step. */
    public static Network descend(Network start, DataSet data, Settings settings, Engine engine) {
        return run(engine.start(start, data, settings, UpdateRule.DESCENT), settings, NOBODY).network();
    }

    /**
     * Runs a training on the reference engine: what a search found in faster arithmetic is shown only after this.
     *
     * @param claimed whether a network is what the training is said to end with
     * @throws DisagreementException if the reference ends with another one
     */
    public static void confirm(Network start, DataSet data, Settings settings, Predicate<Network> claimed) {
        Network reference = descend(start, data, settings, Engine.REFERENCE);
        if (!claimed.test(reference)) {
            throw new DisagreementException("after " + settings.steps() + " steps the reference engine has the parameters "
                    + reference.parameters().stream().map(ExactNumber::write).collect(Collectors.joining(", "))
                    + ", and something else is said of them: one of the engines is wrong");
        }
    }

    /**
     * Trains with any loss, given by its derivative; the loss of the settings plays no part.
     *
     * @return the network after the last step
     */
    public static Network descend(Network start, DataSet data, Settings settings, LossDerivative derivative) {
        return run(ReferenceEngine.descent(start, Optional.empty(), data, settings, derivative), settings, NOBODY).network();
    }

    private static Course run(Course course, Settings settings, StepListener listener) {
        for (int step = 1; step <= settings.steps(); step++) {
            course.step();
            listener.afterStep(step, course);
        }
        return course;
    }

    /** Trains with the loss of the settings and keeps every intermediate number. */
    public static Trace trace(Network start, DataSet data, Settings settings) {
        return trace(start, data, settings, NOBODY);
    }

    /** As {@link #trace(Network, DataSet, Settings)}, telling the listener after each step. */
    public static Trace trace(Network start, DataSet data, Settings settings, StepListener listener) {
        return trace(start, data, settings, UpdateRule.DESCENT, listener);
    }

    /** As with the descent of the settings, but by any rule. */
    public static Trace trace(Network start, DataSet data, Settings settings, UpdateRule rule, StepListener listener) {
        StepByStep training = new StepByStep(rule.onKernel(start, data, settings), settings.loss().rational());
        List<StepTrace> steps = new ArrayList<>();
        while (training.done() < settings.steps()) {
            steps.add(training.trace());
            listener.afterStep(training.done(), training.bits());
        }
        return new Trace(steps);
    }
}
