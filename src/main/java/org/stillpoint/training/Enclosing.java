package org.stillpoint.training;

import java.util.List;
import java.util.function.IntConsumer;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealGradients;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.engine.enclosure.CertifiedGradients;
import org.stillpoint.engine.enclosure.CertifiedTrace;
import org.stillpoint.engine.enclosure.CertifiedTraining;
import org.stillpoint.engine.enclosure.Halt;
import org.stillpoint.engine.enclosure.Masks;
import org.stillpoint.engine.enclosure.Outcome;
import org.stillpoint.engine.enclosure.Problem;
import org.stillpoint.engine.enclosure.Traced;
import org.stillpoint.engine.enclosure.tube.Tube;

/**
 * Training over the reals, with any activation, loss and optimiser: each number of a result is exact, or enclosed with as many
 * digits as asked for. Every method ends with a {@link org.stillpoint.domain.DomainException} if the data does not fit.
 */
public final class Enclosing {

    private Enclosing() {
    }

    /**
     * Trains with the loss of the settings.
     *
     * @param progress told the steps that are done, from the first one again if more precision is needed
     * @return the result after the last step, or after the last one that can be certified
     */
    public static Kept<RealResult> train(Network start, DataSet data, Settings settings, UpdateRule rule, Certainty certainty,
                                         IntConsumer progress) {
        return train(problem(start, data, settings, rule, Masks.NONE), certainty, progress);
    }

    /** As without dropout, but with the masks of each sample in each step. */
    public static Kept<RealResult> train(Network start, DataSet data, Settings settings, UpdateRule rule, Dropout dropout,
                                         Certainty certainty, IntConsumer progress) {
        return train(problem(start, data, settings, rule, (step, sample) -> dropout.masksFor(start, step, sample)), certainty,
                progress);
    }

    private static Kept<RealResult> train(Problem problem, Certainty certainty, IntConsumer progress) {
        Outcome outcome = new CertifiedTraining(problem, certainty, progress, new Tube()).train();
        return new Kept<>(new RealResult(outcome.network(), outcome.steps(), outcome.loss(), outcome.accuracy()),
                outcome.halt().map(Enclosing::stop));
    }

    private static Problem problem(Network start, DataSet data, Settings settings, UpdateRule rule, Masks masks) {
        rule.velocity().ifPresent(velocity -> ParameterSpace.requireOneShape(start, velocity));
        return Problem.of(start, rule.velocity(), data, settings, rule.optimiser(), masks);
    }

    private static Stop stop(Halt halt) {
        return new Stop(halt.step(), halt.bits(), halt.limit(), halt.why());
    }

    /** Trains with the loss of the settings and keeps every intermediate number. */
    public static Kept<RealTrace> trace(Network start, DataSet data, Settings settings, UpdateRule rule, Certainty certainty,
                                        IntConsumer progress) {
        Traced traced = new CertifiedTrace(problem(start, data, settings, rule, Masks.NONE), certainty, progress).trace();
        return new Kept<>(traced.trace(), traced.halt().map(Enclosing::stop));
    }

    /** The mean of the samples' gradients, and the mean loss. */
    public static RealGradients gradients(Network network, DataSet data, Loss loss, KinkDerivatives kinks, Certainty certainty) {
        return of(network, data, loss, kinks, certainty).gradients();
    }

    /** The pre-activations of each sample, in order: one vector a layer. */
    public static List<List<List<Real>>> preactivations(Network network, DataSet data, Certainty certainty) {
        return of(network, data, Loss.SQUARED, KinkDerivatives.all(BigFraction.ZERO), certainty).preactivations();
    }

    private static CertifiedGradients of(Network network, DataSet data, Loss loss, KinkDerivatives kinks, Certainty certainty) {
        Settings settings = new Settings(loss, BigFraction.ZERO, 0, data.size(), BigFraction.ZERO, BigFraction.ZERO, kinks);
        return new CertifiedGradients(problem(network, data, settings, UpdateRule.DESCENT, Masks.NONE), certainty);
    }
}
