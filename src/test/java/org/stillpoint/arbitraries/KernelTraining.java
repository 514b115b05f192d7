package org.stillpoint.arbitraries;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.State;

/**
 * Everything that a training takes.
 *
 * @param velocity what momentum starts with, in the network's shape
 * @param inputs for each step, its batch
 * @param targets for each step, its batch
 * @param rates one a step
 */
public record KernelTraining(KernelNetwork network, Parameters velocity, BigFraction kappa, LossDerivative loss,
                             BigFraction[][][] inputs,
                             BigFraction[][][] targets, BigFraction[] rates, BigFraction momentum, BigFraction decay) {

    private record Batches(BigFraction[][][] inputs, BigFraction[][][] targets, BigFraction[] rates) {
    }

    private record Numbers(BigFraction kappa, BigFraction momentum, BigFraction decay) {
    }

    /** Up to three steps with batches of one to three samples. */
    public static Arbitrary<KernelTraining> any() {
        return Budget.cutKernel(Combinators.combine(KernelNetwork.any(), Arbitraries.integers().between(0, 3))
                .flatAs((network, steps) -> Combinators.combine(network.others(), batches(network, steps), numbers(),
                        ArbitraryLoss.any())
                        .as((velocity, batches, numbers, loss) -> new KernelTraining(network, velocity, numbers.kappa(), loss,
                                batches.inputs(), batches.targets(), batches.rates(), numbers.momentum(), numbers.decay()))));
    }

    private static Arbitrary<Batches> batches(KernelNetwork network, int steps) {
        return Arbitraries.integers().between(1, 3).flatMap(size -> Combinators.combine(
                KernelArrays.matrix(size, network.inputs()).array(BigFraction[][][].class).ofSize(steps),
                KernelArrays.matrix(size, network.outputs()).array(BigFraction[][][].class).ofSize(steps),
                KernelArrays.vector(steps)).as(Batches::new));
    }

    private static Arbitrary<Numbers> numbers() {
        return Combinators.combine(Rationals.any(), Rationals.any(), Rationals.any()).as(Numbers::new);
    }

    /** As many of the steps, from the first one on. */
    KernelTraining ofSteps(int steps) {
        return new KernelTraining(network, velocity, kappa, loss, Arrays.copyOf(inputs, steps), Arrays.copyOf(targets, steps),
                Arrays.copyOf(rates, steps), momentum, decay);
    }

    public State start() {
        return new State(network.parameters(), velocity);
    }

    public LearningRule rule() {
        return new LearningRule(network.sigma(), kappa, loss, momentum, decay);
    }

    public Schedule schedule() {
        return new Schedule(inputs, targets, rates);
    }

    @Override
    public String toString() {
        return network + " velocity " + KernelNetwork.text(velocity) + " kappa " + kappa + " loss " + loss
                + " inputs " + Arrays.deepToString(inputs) + " targets " + Arrays.deepToString(targets)
                + " rates " + Arrays.toString(rates) + " momentum " + momentum + " decay " + decay;
    }
}
