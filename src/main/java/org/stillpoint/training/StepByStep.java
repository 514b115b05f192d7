package org.stillpoint.training;

import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.ParameterBits;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.engine.reference.KernelCourse;
import org.stillpoint.engine.reference.ReferenceEngine;

/** One training on the reference engine, advanced by its caller as far as that likes: the steps of the settings play no part. */
public final class StepByStep {

    private final KernelCourse course;
    private final RationalLoss loss;

    /** @param course one that has taken no step yet */
    StepByStep(KernelCourse course, RationalLoss loss) {
        this.course = course;
        this.loss = loss;
    }

    /**
     * The gradient descent of the settings, from velocity zero, before its first step.
     *
     * @throws org.stillpoint.domain.DomainException if the data does not fit, or an activation or the loss is not rational
     */
    public static StepByStep from(Network start, DataSet data, Settings settings) {
        RationalLoss loss = settings.loss().rational();
        return new StepByStep(ReferenceEngine.descent(start, Optional.empty(), data, settings, loss), loss);
    }

    /** Takes the next step. */
    public void step() {
        course.step();
    }

    /** Takes the next step and tells everything about it. */
    public StepTrace trace() {
        return course.traceStep(loss);
    }

    /** The network after the steps so far. */
    public Network network() {
        return course.network();
    }

    /** How many steps were taken. */
    public int done() {
        return course.done();
    }

    /** How long the numbers are, after the steps so far. */
    public ParameterBits bits() {
        return course;
    }

    /**
     * The passes of a step and its gradient, which depend on the network before it, whatever the steps on the way were.
     *
     * @param before the network that this step starts at
     * @param step from 0
     * @return what {@link #trace} tells of that step, but for the network after it, which is that of a step without momentum
     * @throws org.stillpoint.domain.DomainException if the data does not fit, or an activation or the loss is not rational
     */
    public static StepTrace pass(Network before, DataSet data, Settings settings, int step) {
        List<Integer> batch = settings.batch(step, data.size());
        DataSet samples = new DataSet(batch.stream().map(data.inputs()::get).toList(),
                batch.stream().map(data.targets()::get).toList());
        StepTrace trace = from(before, samples, settings.withBatchSize(batch.size())).trace();
        return new StepTrace(batch, trace.samples(), trace.gradients(), trace.network());
    }
}
