package org.stillpoint.engine.enclosure;

import java.util.List;
import org.stillpoint.domain.Activation;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealSample;

/** Samples on their way through a network and back, as results. */
final class Samples {

    private final Steps<Mixed> steps;
    private final Reals reals;
    private final Pass<Mixed> pass;

    Samples(Steps<Mixed> steps, Reals reals) {
        this.steps = steps;
        this.reals = reals;
        this.pass = Pass.room(steps.field(), steps.problem());
    }

    /** @throws UndecidedSide for the first side that is not known */
    RealSample at(Values<Mixed> parameters, int sample) {
        Problem problem = steps.problem();
        steps.backpropagation().run(parameters, steps.input(sample), steps.target(sample), sample, List.of(), pass, Sides.NOBODY);
        List<List<Real>> activations = reals.of(pass.activations());
        int last = problem.layers() - 1;
        boolean isLinear = problem.activation(last).equals(Activation.IDENTITY);
        return new RealSample(reals.of(pass.preactivations()), isLinear ? activations.subList(0, last) : activations,
                reals.of(pass.deltas()), activations.get(last),
                reals.ofLoss(steps.backpropagation().loss().value(pass, steps.target(sample))));
    }
}
