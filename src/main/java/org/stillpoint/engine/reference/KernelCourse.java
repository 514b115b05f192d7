package org.stillpoint.engine.reference;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.engine.SampleTrace;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;

/**
 * A training on the kernel, advanced step by step: which batch comes next, and what its passes are. How the parameters move is
 * left open.
 */
public abstract class KernelCourse implements Course {

    private final Network shape;
    private final DataSet data;
    private final Settings settings;
    private final LearningRule rule;
    private final OutputActivation outputActivation;
    private final BigFraction[][] inputs;
    private final BigFraction[][] targets;
    private int done;

    KernelCourse(Network start, DataSet data, Settings settings, LossDerivative derivative) {
        KernelArrays.requireFit(start, data);
        this.shape = start;
        this.data = data;
        this.settings = settings;
        this.rule = KernelArrays.rule(start, settings, derivative);
        this.outputActivation = OutputActivation.of(start, settings.kinks());
        this.inputs = KernelArrays.arrays(data.inputs());
        this.targets = KernelArrays.arrays(data.targets());
    }

    /** Where the parameters are, after the steps so far. */
    abstract Parameters parameters();

    /** What is remembered from step to step besides the parameters, each entry in their shapes. */
    abstract List<Parameters> memory();

    /** Moves the parameters by these samples. */
    abstract void move(List<Integer> batch);

    @Override
    public final void step() {
        move(batch());
        done++;
    }

    /** Takes the next step and tells everything about it. */
    public final StepTrace traceStep(RationalLoss loss) {
        List<Integer> batch = batch();
        List<SampleTrace> samples = batch.stream().map(i -> sample(i, loss)).toList();
        NetworkGradient gradient = KernelArrays.gradient(gradient(batch));
        step();
        return new StepTrace(batch, samples, gradient, network());
    }

    /** The mean gradient over these samples. */
    final Parameters gradient(List<Integer> batch) {
        return Sgd.batchGradient(parameters(), rule, inputs(batch), targets(batch));
    }

    private SampleTrace sample(int i, RationalLoss loss) {
        BigFraction[][] z = Backpropagation.preactivations(parameters(), rule.activations, inputs[i]);
        BigFraction[] last = z[z.length - 1];
        BigFraction[][] deltas = Backpropagation.deltas(parameters(), rule.activations, rule.kappa, z,
                rule.loss.at(last, targets[i]));
        List<Vector> activations = new ArrayList<>();
        for (int l = 1; l < z.length; l++) {
            activations.add(KernelArrays.vector(Backpropagation.layerInput(rule.activations, inputs[i], z, l)));
        }
        Vector f = KernelArrays.vector(outputActivation.output(last));
        if (!outputActivation.isIdentity()) {
            activations.add(f);
        }
        return new SampleTrace(KernelArrays.vectors(z), activations, KernelArrays.vectors(deltas), f,
                loss.value(f, data.targets().get(i)));
    }

    public final int done() {
        return done;
    }

    /** The samples of the next step. */
    private List<Integer> batch() {
        return settings.batch(done, data.size());
    }

    final Settings settings() {
        return settings;
    }

    final LearningRule rule() {
        return rule;
    }

    final BigFraction[][] inputs(List<Integer> batch) {
        return batch.stream().map(i -> inputs[i]).toArray(BigFraction[][]::new);
    }

    final BigFraction[][] targets(List<Integer> batch) {
        return batch.stream().map(i -> targets[i]).toArray(BigFraction[][]::new);
    }

    @Override
    public final Network network() {
        return KernelArrays.network(shape, parameters());
    }

    @Override
    public final BigFraction meanLoss() {
        return new ForwardPass(network()).meanLoss(data, settings.loss().rational());
    }

    @Override
    public final int right(AccuracyRule rule) {
        return new ForwardPass(network()).right(data, rule);
    }

    @Override
    public final int atMost() {
        return exact();
    }

    @Override
    public final int exact() {
        int bits = KernelArrays.bits(parameters());
        for (Parameters remembered : memory()) {
            bits = Math.max(bits, KernelArrays.bits(remembered));
        }
        return bits;
    }
}
