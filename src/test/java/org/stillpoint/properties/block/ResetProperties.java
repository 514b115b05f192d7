package org.stillpoint.properties.block;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.reference.KernelArrays;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.optimiser.Adam;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.OptimiserState;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Entries;

/** Weights that are set to zero while the optimiser keeps what it remembers. */
@StatisticsReport(onFailureOnly = true)
class ResetProperties {

    private static final BigFraction HALF = BigFraction.ONE_HALF;

    /** The velocity after a first step from v = 0 is that step, divided by minus the rate. */
    @Claim(value = "STATE-1", shows = REFUTES)
    @Property
    void weightsSetToZeroTakeTheMomentumTimesTheLastStepAgain(@ForAll("anywhere") TrainingRun sample) {
        TrainingRun run = sample.withSettings(sample.settings().withWeightDecay(BigFraction.ZERO));
        GradientDescent optimiser = run.gradientDescent();
        OptimiserState before = optimiser.start(KernelArrays.parameters(run.network()));
        OptimiserState once = optimiser.step(before, gradient(run, before.parameters()));
        Parameters zero = zero(run.network());
        OptimiserState reset = new OptimiserState(zero, once.memory(), once.steps());
        List<BigFraction> moved = weights(run, optimiser.step(reset, gradient(run, zero)));
        List<BigFraction> fresh = weights(run, optimiser.step(optimiser.start(zero), gradient(run, zero)));
        Coverage.require("zero weights that move", moved.stream().anyMatch(weight -> weight.signum() != 0));
        Coverage.require("weights that move differently", moved.stream().distinct().count() > 2);

        assertThat(moved).isEqualTo(Entries.combination(optimiser.momentum(), weights(run, once), optimiser.momentum().negate(),
                weights(run, before)));
        assertThat(fresh).allMatch(weight -> weight.signum() == 0);
    }

    /**
     * In step t + 1, with gradient 0, a mean m and a mean of squares with b2 v = (1 - b2^(t + 1)) r^2:
     * {@code -eta b1 m / (1 - b1^(t + 1)) / (r + epsilon)}. Without memory it stays.
     */
    @Claim(value = "STATE-1", shows = REFUTES)
    @Property
    void aZeroWeightOfAdamMovesByWhatAdamRemembers(@ForAll("nonZero") BigFraction mean, @ForAll("positive") BigFraction root,
                                                   @ForAll("positive") BigFraction epsilon, @ForAll("nonZero") BigFraction rate) {
        Adam adam = new Adam(rate, HALF, new BigFraction(9, 10), epsilon);
        BigFraction seen = BigFraction.ONE.subtract(adam.beta2().pow(2));
        Parameters zero = single(BigFraction.ZERO);
        OptimiserState reset = new OptimiserState(zero,
                List.of(single(mean), single(root.multiply(root).multiply(seen).divide(adam.beta2()))), 1);
        BigFraction unbiased = HALF.multiply(mean).divide(BigFraction.ONE.subtract(HALF.pow(2)));
        Coverage.require("upwards", rate.multiply(mean).signum() < 0);
        Coverage.require("downwards", rate.multiply(mean).signum() > 0);

        assertThat(weight(adam, reset)).isEqualTo(rate.multiply(unbiased).divide(root.add(epsilon)).negate()).isNotEqualTo(
                BigFraction.ZERO);
        assertThat(weight(adam, adam.start(zero))).isEqualTo(BigFraction.ZERO);
    }

    private static BigFraction weight(Optimiser optimiser, OptimiserState state) {
        return optimiser.step(state, single(BigFraction.ZERO)).parameters().weights[0][0][0];
    }

    private static Parameters single(BigFraction weight) {
        return new Parameters(new BigFraction[][][] {{{weight}}}, new BigFraction[][] {{}});
    }

    private static Parameters zero(Network network) {
        return KernelArrays.parameters(Networks.zero(Shape.of(network)));
    }

    private static Parameters gradient(TrainingRun run, Parameters p) {
        return Sgd.batchGradient(p, KernelArrays.rule(run.network(), run.settings(), run.derivative()),
                KernelArrays.arrays(run.data().inputs()), KernelArrays.arrays(run.data().targets()));
    }

    private static List<BigFraction> weights(TrainingRun run, OptimiserState state) {
        return KernelArrays.network(run.network(), state.parameters()).layers().stream()
                .flatMap(layer -> layer.weights().rows().stream()).flatMap(row -> row.entries().stream()).toList();
    }

    @Provide
    Arbitrary<TrainingRun> anywhere() {
        return TrainingRun.from(Shape.deepWithActivationsThatAreZeroAtZero(), Networks::any);
    }

    @Provide
    Arbitrary<BigFraction> nonZero() {
        return Rationals.nonZero();
    }

    @Provide
    Arbitrary<BigFraction> positive() {
        return Rationals.positive();
    }
}
