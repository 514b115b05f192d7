package org.stillpoint.arbitraries;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.training.Optimisation;

/** A training with any optimiser, for as many of its steps as need no root that is not rational. */
public record OptimiserRun(TrainingRun run, Optimiser optimiser) implements Sample {

    public static Arbitrary<OptimiserRun> of(Arbitrary<TrainingRun> runs) {
        return Combinators.combine(runs, Optimisers.any()).as(OptimiserRun::new);
    }

    /** The network at the start and after each of these steps. */
    public List<Network> networks() {
        for (int steps = run.settings().steps(); steps > 0; steps--) {
            try {
                return Optimisation.train(run.network(), run.data(), run.settings().withSteps(steps), run.derivative(), optimiser);
            } catch (DomainException refused) {
                continue;
            }
        }
        return List.of(run.network());
    }
}
