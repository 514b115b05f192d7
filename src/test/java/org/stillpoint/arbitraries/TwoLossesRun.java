package org.stillpoint.arbitraries;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.LossDerivative;

/** A training, another loss, and what each of the two losses is multiplied by in their sum. */
public record TwoLossesRun(TrainingRun run, LossDerivative other, BigFraction a, BigFraction b) implements Sample {

    public static Arbitrary<TwoLossesRun> any() {
        return Combinators.combine(TrainingRun.from(Shape.withEveryActivation(), Networks::any), ArbitraryLoss.any(),
                Rationals.any(), Rationals.any()).as(TwoLossesRun::new);
    }

    public TrainingRun ofOtherLoss() {
        return run.withDerivative(other);
    }

    /** The training with a times the one loss plus b times the other. */
    public TrainingRun ofCombination() {
        return run.withDerivative((output, target) -> {
            BigFraction[] u = run.derivative().at(output, target);
            BigFraction[] v = other.at(output, target);
            BigFraction[] g = new BigFraction[output.length];
            Arrays.setAll(g, i -> a.multiply(u[i]).add(b.multiply(v[i])));
            return g;
        });
    }
}
