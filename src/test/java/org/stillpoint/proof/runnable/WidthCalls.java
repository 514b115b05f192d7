package org.stillpoint.proof.runnable;

import static org.stillpoint.proof.runnable.ConcreteCalls.row;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;

/** Calls of the theorems about split units, identities and exchanged features. */
final class WidthCalls {

    private static final BigFraction SHARE = new BigFraction(1, 3);
    private static final BigFraction OTHER_SHARE = new BigFraction(2, 3);

    private WidthCalls() {
    }

    /** By theorem: one call. The first layer has one unit, and the second one is split. */
    static Map<String, List<Object>> concrete() {
        Parameters narrow = new Parameters(
                new BigFraction[][][] {{row(2, -1)}, {row(1), row(-2)}, {row(1, 3), row(-1, 6)}},
                new BigFraction[][] {row(1), row(0, 3), row()});
        Parameters wide = new Parameters(
                new BigFraction[][][] {{row(2, -1)}, {row(1), row(-2), row(-2)}, {row(1, 1, 2), row(-1, 2, 4)}},
                new BigFraction[][] {row(1), row(0, 3, 3), row()});
        return calls(narrow, wide, ConcreteCalls.RELU, ConcreteCalls.BATCH, new BigFraction[][] {row(1, 0), row(-2, 1)}, 1, 2);
    }

    /** By theorem: a call of a size. */
    static Map<String, List<Object>> of(GrownNetwork size) {
        Parameters narrow = size.parameters(1);
        int l = size.hidden();
        Parameters wide = GrownNetwork.withLayer(GrownNetwork.withLayer(narrow, l, twice(narrow.weights[l])), l + 1,
                Arrays.stream(narrow.weights[l + 1]).map(WidthCalls::inShares).toArray(BigFraction[][]::new));
        BigFraction[] bias = narrow.biases[l];
        ActivationFunction[] relu = Stream.generate(Relu::new).limit(size.depth() - 1).toArray(ActivationFunction[]::new);
        return calls(narrow, GrownNetwork.withBias(wide, l, bias.length > 0 ? twice(bias) : bias), relu,
                GrownNetwork.rows(size.samples(), size.inputs(), 1), GrownNetwork.rows(size.samples(), size.outputs(), 2), l,
                size.unitsOfHidden());
    }

    private static Map<String, List<Object>> calls(Parameters narrow, Parameters wide, ActivationFunction[] sigma,
                                                   BigFraction[][] x, BigFraction[][] y, int l, int units) {
        LearningRule rule = new LearningRule(sigma, BigFraction.ONE_HALF, ConcreteCalls.SQUARED,
                BigFraction.ONE_HALF, BigFraction.ONE_THIRD);
        Map<String, List<Object>> calls = new LinkedHashMap<>();
        calls.put("SplitUnit.splittingKeepsTheFunction", List.of(narrow, wide, sigma, x[0], l, units, SHARE, OTHER_SHARE));
        calls.put("SplitUnit.gradientIsSplit", List.of(narrow, wide, rule, x, y, l, units, SHARE, OTHER_SHARE));
        return calls;
    }

    /** With the last one a second time. */
    private static <T> T[] twice(T[] entries) {
        T[] more = Arrays.copyOf(entries, entries.length + 1);
        more[entries.length] = entries[entries.length - 1];
        return more;
    }

    private static BigFraction[] inShares(BigFraction[] row) {
        BigFraction[] parted = twice(row);
        IntStream.of(0, 1).forEach(half -> parted[row.length - 1 + half] =
                row[row.length - 1].multiply(half == 0 ? SHARE : OTHER_SHARE));
        return parted;
    }
}
