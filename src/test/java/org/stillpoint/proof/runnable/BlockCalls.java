package org.stillpoint.proof.runnable;

import static org.stillpoint.proof.runnable.ConcreteCalls.BATCH;
import static org.stillpoint.proof.runnable.ConcreteCalls.DEEP;
import static org.stillpoint.proof.runnable.ConcreteCalls.RELU;
import static org.stillpoint.proof.runnable.ConcreteCalls.atRest;
import static org.stillpoint.proof.runnable.ConcreteCalls.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Stacks;

/** Calls of the theorems about blocks inside any model. */
final class BlockCalls {

    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final BigFraction THIRD = BigFraction.ONE_THIRD;
    private static final BigFraction ZERO = BigFraction.ZERO;
    private static final BigFraction KAPPA = new BigFraction(1, 4);
    /** The targets are the errors; what is missing in one is taken for zero. */
    private static final LossDerivative ERRORS = (f, y) -> IntStream.range(0, f.length)
            .mapToObj(i -> i < y.length ? y[i] : ZERO).toArray(BigFraction[]::new);

    private BlockCalls() {
    }

    /** By theorem: one call. */
    static Map<String, List<Object>> concrete() {
        BigFraction[][] errors = {row(1), row(-2)};
        Schedule schedule = new Schedule(new BigFraction[][][] {BATCH, {row(2, 1)}}, new BigFraction[][][] {errors, {row(4)}},
                new BigFraction[] {new BigFraction(1, 6), HALF});
        BigFraction[][][] zeros = Stacks.zeros(DEEP.weights);
        BigFraction[][][] zeroLast = {DEEP.weights[0], DEEP.weights[1], zeros[2]};
        BigFraction[][][] zeroTail = {DEEP.weights[0], zeros[1], zeros[2]};
        BigFraction[][] hiddenZeros = {row(0, 0, 0), row(0, 0), row(5)};
        BigFraction[][] tailZeros = {row(0, 1, -1), row(0, 0), row(1)};
        BigFraction[][] noLast = {row(0, 0, 0), row(), row()};
        Map<String, List<Object>> calls = new LinkedHashMap<>();
        calls.put("ZeroTail.onlyTheOutputBiasMoves",
                List.of(atRest(new Parameters(zeroTail, tailZeros)), rule(RELU, ConcreteCalls.SQUARED, ZERO), schedule));
        calls.put("Blocks.zeroBlockMovesItsLastBiasOnly",
                List.of(atRest(new Parameters(zeros, hiddenZeros)), rule(RELU, ERRORS, THIRD), schedule));
        calls.put("Blocks.zeroBlockWithoutLastBiasNeverMoves",
                List.of(atRest(new Parameters(zeros, noLast)), rule(RELU, ERRORS, THIRD), schedule));
        calls.put("Blocks.nothingBelowAZeroLastLayerHasAGradient",
                List.of(new Parameters(zeroLast, DEEP.biases), rule(RELU, ConcreteCalls.SQUARED, THIRD), BATCH, errors));
        calls.put("Blocks.gradientOfTheLastLayer", List.of(DEEP, rule(RELU, ERRORS, THIRD), BATCH, errors));
        return calls;
    }

    /** By theorem: a call of a size. */
    static Map<String, List<Object>> of(GrownNetwork size) {
        int last = size.depth() - 1;
        Parameters p = size.parameters(1);
        Parameters zeros = GrownNetwork.zeros(p);
        BigFraction[] bias = GrownNetwork.row(size.outputs(), 3);
        Parameters zeroLast = GrownNetwork.withLayer(p, last, zeros.weights[last]);
        Parameters zeroTail = GrownNetwork.withBias(GrownNetwork.withLayer(zeroLast, last - 1, zeros.weights[last - 1]), last - 1,
                zeros.biases[last - 1]);
        BigFraction[][] batch = GrownNetwork.rows(size.samples(), size.inputs(), 1);
        BigFraction[][] errors = GrownNetwork.rows(size.samples(), size.outputs(), 2);
        Schedule schedule = new Schedule(size.batches(size.inputs(), 1), size.batches(size.outputs(), 2), size.rates());
        LearningRule toErrors = rule(size.relu(), ERRORS, THIRD);
        Map<String, List<Object>> calls = new LinkedHashMap<>();
        calls.put("ZeroTail.onlyTheOutputBiasMoves",
                List.of(GrownNetwork.atRest(zeroTail), rule(size.relu(), ConcreteCalls.SQUARED, ZERO), schedule));
        calls.put("Blocks.zeroBlockMovesItsLastBiasOnly",
                List.of(GrownNetwork.atRest(GrownNetwork.withBias(zeros, last, bias)), toErrors, schedule));
        calls.put("Blocks.zeroBlockWithoutLastBiasNeverMoves",
                List.of(GrownNetwork.atRest(GrownNetwork.withBias(zeros, last, new BigFraction[0])), toErrors, schedule));
        calls.put("Blocks.nothingBelowAZeroLastLayerHasAGradient",
                List.of(zeroLast, rule(size.relu(), ConcreteCalls.SQUARED, THIRD), batch, errors));
        calls.put("Blocks.gradientOfTheLastLayer", List.of(p, toErrors, batch, errors));
        return calls;
    }

    private static LearningRule rule(ActivationFunction[] sigma, LossDerivative loss, BigFraction decay) {
        return new LearningRule(sigma, KAPPA, loss, HALF, decay);
    }
}
