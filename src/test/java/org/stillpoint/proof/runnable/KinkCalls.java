package org.stillpoint.proof.runnable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;

/** Calls of the theorems about one-sided derivatives and kinks. */
final class KinkCalls {

    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final ActivationFunction[] RELU = {new Relu()};

    private KinkCalls() {
    }

    /** By theorem: one call. The first of the two units is at the kink on the first input. */
    static Map<String, List<Object>> concrete() {
        Parameters p = new Parameters(new BigFraction[][][] {{ConcreteCalls.row(2, -1), ConcreteCalls.row(-1, 1)},
            {ConcreteCalls.row(3, -2)}}, new BigFraction[][] {ConcreteCalls.row(0, 1), ConcreteCalls.row()});
        Parameters d = new Parameters(new BigFraction[][][] {{ConcreteCalls.row(1, 1), ConcreteCalls.row(2, 0)},
            {ConcreteCalls.row(-1, 4)}}, new BigFraction[][] {ConcreteCalls.row(-1, 2), ConcreteCalls.row()});
        return calls(p, d, ConcreteCalls.BATCH, new BigFraction[][] {ConcreteCalls.row(1), ConcreteCalls.row(-2)},
                ConcreteCalls.row(3));
    }

    /** By theorem: a call of a size. */
    static Map<String, List<Object>> of(GrownNetwork size) {
        GrownNetwork two = new GrownNetwork(size.steps(), size.samples(), size.inputs(), size.unitsOfHidden(), size.outputs());
        return calls(two.parameters(1), two.parameters(2), GrownNetwork.rows(size.samples(), size.inputs(), 1),
                GrownNetwork.rows(size.samples(), size.outputs(), 2), GrownNetwork.row(size.outputs(), 3));
    }

    private static Map<String, List<Object>> calls(Parameters p, Parameters d, BigFraction[][] x, BigFraction[][] y,
                                                   BigFraction[] g) {
        Map<String, List<Object>> calls = new LinkedHashMap<>();
        calls.put("OneSided.halfIsTheMeanOfBothSides", List.of(p, RELU, HALF, x[0], g, d));
        calls.put("OneSided.halfIsTheMeanOfBothSidesOfRelu", List.of(p, RELU, HALF, x[0], g, d));
        calls.put("OneSided.halfIsTheMeanOfBothSidesOnABatch", List.of(p,
                new LearningRule(RELU, HALF, ConcreteCalls.SQUARED, HALF, HALF), x, y, d));
        return calls;
    }
}
