package org.stillpoint.proof.runnable;

import static org.stillpoint.proof.runnable.ConcreteCalls.BATCH;
import static org.stillpoint.proof.runnable.ConcreteCalls.DEEP;
import static org.stillpoint.proof.runnable.ConcreteCalls.RELU;
import static org.stillpoint.proof.runnable.ConcreteCalls.SQUARED;
import static org.stillpoint.proof.runnable.ConcreteCalls.atRest;
import static org.stillpoint.proof.runnable.ConcreteCalls.row;

import java.util.Arrays;
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
import org.stillpoint.kernel.State;

/** Calls of the theorems about the last layer and what the loss tells it. */
final class HeadCalls {

    private static final BigFraction ZERO = BigFraction.ZERO;
    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final BigFraction THIRD = BigFraction.ONE_THIRD;
    private static final BigFraction KAPPA = new BigFraction(1, 4);

    /** What a loss says of softmax over one unit. */
    private static final LossDerivative FLAT = (f, y) -> IntStream.range(0, f.length).mapToObj(i -> ZERO)
            .toArray(BigFraction[]::new);
    /** The perceptron with the strict condition: -y where y f is below 0. */
    private static final LossDerivative STRICT_PERCEPTRON = (f, y) -> IntStream.range(0, f.length)
            .mapToObj(i -> f[i].multiply(y[i]).signum() < 0 ? y[i].negate() : ZERO).toArray(BigFraction[]::new);
    /** Squared loss of the outputs less their mean. */
    private static final LossDerivative CENTRED = (f, y) -> {
        BigFraction[] differences = SQUARED.at(f, y);
        BigFraction mean = Arrays.stream(differences).reduce(ZERO, BigFraction::add).divide(f.length);
        return Arrays.stream(differences).map(difference -> difference.subtract(mean)).toArray(BigFraction[]::new);
    };

    /** Squared loss that counts all outputs after the second twice, so that it does not treat these as it does the first. */
    private static final LossDerivative WEIGHTED = (f, y) -> {
        BigFraction[] differences = SQUARED.at(f, y);
        return IntStream.range(0, f.length).mapToObj(i -> i < 2 ? differences[i] : differences[i].multiply(2))
                .toArray(BigFraction[]::new);
    };

    /** DEEP with two outputs, whose rows are equal. */
    private static final Parameters TWO_OUTPUTS = new Parameters(
            new BigFraction[][][] {DEEP.weights[0], DEEP.weights[1], {row(1, -2), row(1, -2)}},
            new BigFraction[][] {DEEP.biases[0], row(), row(1, 1)});
    private static final BigFraction[][][] BATCHES = {BATCH, {row(2, 1)}};
    private static final BigFraction[] RATES = {THIRD, HALF};

    private HeadCalls() {
    }

    /** By theorem: one call. */
    static Map<String, List<Object>> concrete() {
        Map<String, List<Object>> calls = new LinkedHashMap<>();
        Schedule schedule = new Schedule(BATCHES, new BigFraction[][][] {{row(1), row(-2)}, {row(4)}}, RATES);
        calls.put("FlatLoss.nothingMoves", List.of(atRest(DEEP), rule(RELU, FLAT, ZERO), schedule));
        calls.put("FlatLoss.nothingLeavesZero",
                List.of(atRest(GrownNetwork.zeros(DEEP)), rule(RELU, SQUARED, THIRD),
                        new Schedule(BATCHES, new BigFraction[][][] {{row(0), row(0)}, {row(0)}}, RATES)));
        calls.put("EqualRows.gradientStopsAtTheLastLayer", List.of(TWO_OUTPUTS, RELU, KAPPA, row(1, 2), row(3, -3)));
        calls.put("EqualRows.batchGradientStopsAtTheLastLayer",
                List.of(TWO_OUTPUTS, rule(RELU, CENTRED, THIRD), BATCH, new BigFraction[][] {row(1, 5), row(-2, 3)}));
        calls.put("EqualOutputs.equalOutputsStayEqual", List.of(new State(TWO_OUTPUTS, TWO_OUTPUTS), rule(RELU, WEIGHTED, THIRD),
                new Schedule(BATCHES, new BigFraction[][][] {{row(1, 1), row(-2, -2)}, {row(4, 4)}}, RATES), 0, 1));
        return calls;
    }

    /** By theorem: a call of a size. */
    static Map<String, List<Object>> of(GrownNetwork size) {
        Map<String, List<Object>> calls = new LinkedHashMap<>();
        int last = size.outputs() - 1;
        Parameters p = size.parameters(1);
        Parameters alike = withEqualOutputs(size, p);
        BigFraction[][][] batches = size.batches(size.inputs(), 1);
        BigFraction[][][] targets = size.batches(size.outputs(), 2);
        Schedule schedule = new Schedule(batches, targets, size.rates());
        calls.put("FlatLoss.nothingMoves", List.of(GrownNetwork.atRest(p), rule(size.relu(), FLAT, ZERO), schedule));
        calls.put("FlatLoss.nothingLeavesZero",
                List.of(GrownNetwork.atRest(GrownNetwork.zeros(p)), rule(size.relu(), STRICT_PERCEPTRON, THIRD), schedule));
        calls.put("EqualRows.gradientStopsAtTheLastLayer", List.of(alike, size.relu(), KAPPA, GrownNetwork.row(size.inputs(), 5),
                CENTRED.at(GrownNetwork.row(size.outputs(), 3), GrownNetwork.row(size.outputs(), 4))));
        calls.put("EqualRows.batchGradientStopsAtTheLastLayer", List.of(alike, rule(size.relu(), CENTRED, THIRD),
                GrownNetwork.rows(size.samples(), size.inputs(), 1), GrownNetwork.rows(size.samples(), size.outputs(), 2)));
        BigFraction[][][] equal = Arrays.stream(targets).map(rows -> GrownNetwork.withEqualColumns(rows, 0, last))
                .toArray(BigFraction[][][]::new);
        calls.put("EqualOutputs.equalOutputsStayEqual", List.of(new State(alike, alike), rule(size.relu(), SQUARED, THIRD),
                new Schedule(batches, equal, size.rates()), last, 0));
        return calls;
    }

    private static Parameters withEqualOutputs(GrownNetwork size, Parameters p) {
        int top = size.depth() - 1;
        Parameters equal = p;
        for (int j = 1; j < size.outputs(); j++) {
            equal = GrownNetwork.withUnit(equal, top, j, p.weights[top][0], p.biases[top].length > 0 ? p.biases[top][0] : null);
        }
        return equal;
    }

    private static LearningRule rule(ActivationFunction[] sigma, LossDerivative loss, BigFraction decay) {
        return new LearningRule(sigma, KAPPA, loss, HALF, decay);
    }
}
