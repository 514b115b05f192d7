package org.stillpoint.proof.runnable;

import static org.stillpoint.proof.runnable.ConcreteCalls.BATCH;
import static org.stillpoint.proof.runnable.ConcreteCalls.RELU;
import static org.stillpoint.proof.runnable.ConcreteCalls.SQUARED;
import static org.stillpoint.proof.runnable.ConcreteCalls.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.State;

/** Calls of the theorems about units and layers that never move, and about a unit that leads away from zero. */
final class UnitCalls {

    private static final BigFraction KAPPA = new BigFraction(1, 4);
    private static final BigFraction ZERO = BigFraction.ZERO;
    /** Unit 1 of the second layer is zero, and has no bias. */
    private static final Parameters PRUNED = new Parameters(
            new BigFraction[][][] {{row(2, -1), row(-1, 1), row(1, 1)}, {row(1, 2, -1), row(0, 0, 0)}, {row(1, 0)}},
            new BigFraction[][] {row(0, 1, -1), row(), row(1)});
    /** The units of the second layer are below zero wherever those of the first are not, and the first is above zero there. */
    private static final Parameters DEAD = new Parameters(
            new BigFraction[][][] {{row(2, -1), row(-1, 1), row(1, 1)}, {row(-1, -2, -1), row(-3, -1, -2)}, {row(1, -2)}},
            new BigFraction[][] {row(5, 1, 2), row(), row(1)});
    /** Only the output bias moves. */
    private static final Parameters ABOVE = withOutputBias(GrownNetwork.zeros(DEAD), row(3));

    /** The output is -1 at (1, 0) and 2 at (0, 3). */
    private static final Parameters RIGHT = new Parameters(new BigFraction[][][] {{row(0, 0), row(0, 1)}, {row(2, 1)}},
            new BigFraction[][] {row(0, 0), row(-1)});

    private UnitCalls() {
    }

    /** By theorem: one call. */
    static Map<String, List<Object>> concrete() {
        Map<String, List<Object>> calls = new LinkedHashMap<>();
        Schedule schedule = new Schedule(new BigFraction[][][] {BATCH, {row(2, 1)}},
                new BigFraction[][][] {{row(1), row(-2)}, {row(4)}}, new BigFraction[] {KAPPA, BigFraction.ONE_HALF});
        add(calls, new State(PRUNED, PRUNED), new State(DEAD, ABOVE), RELU, schedule, 1, 1);
        addNearZero(calls, RIGHT, new BigFraction[][] {row(1, 0), row(0, 3)}, new BigFraction[][] {row(-1), row(1)}, 1);
        return calls;
    }

    /** By theorem: a call of a size. */
    static Map<String, List<Object>> of(GrownNetwork size) {
        Map<String, List<Object>> calls = new LinkedHashMap<>();
        Schedule schedule = new Schedule(size.batches(size.inputs(), 1), size.batches(size.outputs(), 2), size.rates());
        int l = size.hidden();
        int j = size.unitsOfHidden() - 1;
        add(calls, new State(pruned(size.parameters(1), l, j), pruned(size.parameters(2), l, j)), dead(size, l), size.relu(),
                schedule, l, j);
        addNearZero(calls, size);
        return calls;
    }

    private static void add(Map<String, List<Object>> calls, State pruned, State dead, ActivationFunction[] sigma,
                            Schedule schedule, int l, int j) {
        calls.put("PrunedUnit.prunedUnitNeverGrowsBack",
                List.of(pruned, rule(sigma, BigFraction.ONE_THIRD), schedule, l, j));
        calls.put("DeadLayer.layersUpToADeadOneNeverChange", List.of(dead, rule(sigma, ZERO), schedule, l));
        calls.put("DeadLayer.outputStaysConstantOnTheData", List.of(dead, rule(sigma, ZERO), schedule, l));
    }

    /** The last hidden unit is the positive part of the input; the output is that less 1, the inputs are 0 and 3 by turns. */
    private static void addNearZero(Map<String, List<Object>> calls, GrownNetwork size) {
        int units = size.widths()[1];
        Parameters zero = GrownNetwork.zeros(new GrownNetwork(0, 1, 1, units, 1).parameters(1));
        Parameters p = withOutputBias(GrownNetwork.withUnit(zero, 0, units - 1, row(1), ZERO), row(-1));
        p.weights[1][0][units - 1] = BigFraction.ONE;
        BigFraction[][] x = IntStream.range(0, 2 * size.samples()).mapToObj(i -> row(i % 2 * 3)).toArray(BigFraction[][]::new);
        BigFraction[][] y = IntStream.range(0, 2 * size.samples()).mapToObj(i -> row(i % 2 * 2 - 1))
                .toArray(BigFraction[][]::new);
        addNearZero(calls, p, x, y, units - 1);
    }

    private static void addNearZero(Map<String, List<Object>> calls, Parameters p, BigFraction[][] x, BigFraction[][] y, int j) {
        BigFraction scale = new BigFraction(1, 4);
        calls.put("SaddleAtZero.fallOfHingeLossNearZero",
                List.of(p, new ActivationFunction[] {new Relu()}, x, y, scale, new BigFraction(4)));
        calls.put("SaddleAtZero.smallUnit", List.of(p, j, BigFraction.MINUS_ONE, scale));
        calls.put("SaddleAtZero.bias", List.of(p, j));
        calls.put("SaddleAtZero.signOf", List.of(scale));
    }

    private static LearningRule rule(ActivationFunction[] sigma, BigFraction decay) {
        return new LearningRule(sigma, KAPPA, SQUARED, BigFraction.ONE_HALF, decay);
    }

    private static Parameters pruned(Parameters p, int l, int j) {
        BigFraction[] none = zeros(p.weights[l][j].length);
        return GrownNetwork.withLayer(GrownNetwork.withUnit(p, l, j, none, ZERO), l + 1,
                GrownNetwork.withZeroColumn(p.weights[l + 1], j));
    }

    /** Layer l has no weights and a bias of -1, and only the output bias moves. */
    private static State dead(GrownNetwork size, int l) {
        Parameters p = size.parameters(1);
        BigFraction[] bias = IntStream.range(0, size.unitsOfHidden()).mapToObj(j -> BigFraction.MINUS_ONE)
                .toArray(BigFraction[]::new);
        Parameters dead = GrownNetwork.withBias(GrownNetwork.withLayer(p, l, GrownNetwork.zeros(p).weights[l]), l, bias);
        return new State(dead, withOutputBias(GrownNetwork.zeros(dead), GrownNetwork.row(size.outputs(), 4)));
    }

    private static Parameters withOutputBias(Parameters p, BigFraction[] bias) {
        return GrownNetwork.withBias(p, p.biases.length - 1, bias);
    }

    private static BigFraction[] zeros(int length) {
        return IntStream.range(0, length).mapToObj(i -> ZERO).toArray(BigFraction[]::new);
    }
}
