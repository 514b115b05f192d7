package org.stillpoint.arbitraries;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.training.Optimisation;

/**
 * A training with any optimiser, for as many of its steps as need no root that is not rational and begin with no number too long:
 * an optimiser that divides by roots can make numbers many times as long in one step.
 */
public record OptimiserRun(TrainingRun run, Optimiser optimiser) implements Sample {

    public static Arbitrary<OptimiserRun> of(Arbitrary<TrainingRun> runs) {
        return Combinators.combine(runs, Optimisers.any()).as(OptimiserRun::new);
    }

    /** The network at the start and after each of these steps. */
    public List<Network> networks() {
        for (int steps = run.settings().steps(); steps > 0; steps--) {
            try {
                return Optimisation.train(run.network(), run.data(), run.settings().withSteps(steps), run.derivative(), optimiser,
                        (step, sample) -> List.of(), shortBefore(steps));
            } catch (DomainException refused) {
                continue;
            }
        }
        return List.of(run.network());
    }

    private static IntConsumer shortBefore(int lastStep) {
        AtomicInteger step = new AtomicInteger();
        return bits -> {
            if (step.incrementAndGet() < lastStep && bits > Budget.BITS_BEFORE_A_ROOT) {
                throw new DomainException("step " + (step.get() + 1) + " begins with " + bits + " bits");
            }
        };
    }
}
