package org.stillpoint.proof.runnable;

import static org.stillpoint.proof.runnable.ConcreteCalls.row;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.State;

/** Calls of the theorems about scales and chains. */
final class RateCalls {

    private static final BigFraction ZERO = BigFraction.ZERO;
    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final BigFraction THIRD = BigFraction.ONE_THIRD;
    private static final BigFraction KAPPA = new BigFraction(1, 4);
    /** The loss of the perceptron, for each output; without a target it is that of target 0. */
    private static final LossDerivative PERCEPTRON = (f, y) -> IntStream.range(0, f.length)
            .mapToObj(i -> i >= y.length || f[i].multiply(y[i]).signum() > 0 ? ZERO : y[i].negate()).toArray(BigFraction[]::new);

    private final Map<String, List<Object>> calls = new LinkedHashMap<>();

    private RateCalls() {
    }

    /** By theorem: one call. */
    static Map<String, List<Object>> concrete() {
        RateCalls made = new RateCalls();
        made.addBalance(new GrownNetwork(2, 2, 2, 3, 2, 1), 0, 2, 0);
        made.addChain(new GrownNetwork(2, 2, 1, 1, 1, 1, 1));
        made.addRates(new GrownNetwork(2, 2, 2, 1));
        return made.calls;
    }

    /** By theorem: a call of a size. */
    static Map<String, List<Object>> of(GrownNetwork size) {
        RateCalls made = new RateCalls();
        made.addBalance(size, size.hidden(), 0, size.unitsOfHidden() - 1);
        made.addChain(new GrownNetwork(size.steps(), size.samples(), IntStream.rangeClosed(0, size.depth() / 2 * 2).map(l -> 1)
                .toArray()));
        made.addRates(new GrownNetwork(size.steps(), size.samples(), size.inputs(), size.widths()[1]));
        return made.calls;
    }

    private void add(String theorem, Object... arguments) {
        calls.put(theorem, Arrays.asList(arguments));
    }

    private static LearningRule linear(GrownNetwork size, BigFraction momentum, BigFraction decay) {
        return new LearningRule(identities(size), KAPPA, ConcreteCalls.SQUARED, momentum, decay);
    }

    private static ActivationFunction[] identities(GrownNetwork size) {
        return IntStream.range(1, size.depth()).mapToObj(l -> new Identity()).toArray(ActivationFunction[]::new);
    }

    private static Schedule schedule(GrownNetwork size, BigFraction factor) {
        return new Schedule(size.batches(size.inputs(), 1), size.batches(size.outputs(), 2),
                Arrays.stream(size.rates()).map(factor::multiply).toArray(BigFraction[]::new));
    }

    private void addBalance(GrownNetwork size, int l, int i, int j) {
        BigFraction[][] batch = GrownNetwork.rows(size.samples(), size.inputs(), 1);
        BigFraction[][] targets = GrownNetwork.rows(size.samples(), size.outputs(), 2);
        add("LinearBalance.gradientIsBalanced", size.parameters(1), identities(size), KAPPA, GrownNetwork.row(size.inputs(), 5),
                GrownNetwork.row(size.outputs(), 1), l, i, j);
        add("LinearBalance.batchGradientIsBalanced", size.parameters(1), linear(size, HALF, THIRD), batch, targets, l, i, j);
        add("LinearBalance.productsChangeBySecondOrderOnly", size.moving(), linear(size, ZERO, ZERO), batch, targets, THIRD, l, i,
                j);
    }

    private void addChain(GrownNetwork size) {
        State start = new State(chain(size, HALF), chain(size, THIRD));
        LearningRule rule = linear(size, HALF, THIRD);
        add("Chain.weightsStayEqual", start, rule, schedule(size, BigFraction.ONE));
        add("Chain.outputIsThePowerTimesTheInput", start, rule, row(3));
        add("Chain.trainedOutputIsNeverOpposite", start, rule, schedule(size, BigFraction.ONE), row(3), size.depth() / 2);
    }

    private static Parameters chain(GrownNetwork size, BigFraction weight) {
        return new Parameters(
                IntStream.range(0, size.depth()).mapToObj(l -> new BigFraction[][] {{weight}}).toArray(BigFraction[][][]::new),
                IntStream.range(0, size.depth()).mapToObj(l -> row()).toArray(BigFraction[][]::new));
    }

    private void addRates(GrownNetwork size) {
        LearningRule rule = new LearningRule(new ActivationFunction[0], KAPPA, PERCEPTRON, HALF, ZERO);
        Schedule plain = schedule(size, BigFraction.ONE);
        Schedule scaled = schedule(size, THIRD);
        Parameters p = size.parameters(1);
        add("ScaledRate.fromZeroTheRateOnlyScales", new State(GrownNetwork.zeros(p), p), rule, plain, scaled, THIRD);
        Parameters third = new Parameters(
                new BigFraction[][][] {Arrays.stream(p.weights[0]).map(RateCalls::third).toArray(BigFraction[][]::new)},
                new BigFraction[][] {third(p.biases[0])});
        add("ScaledRate.scaledStartsStayScaled", new State(p, p), new State(third, p), rule, plain, scaled, THIRD);
    }

    private static BigFraction[] third(BigFraction[] row) {
        return Arrays.stream(row).map(THIRD::multiply).toArray(BigFraction[]::new);
    }
}
