package org.stillpoint.proof.runnable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.number.Inversion;
import org.stillpoint.kernel.graph.number.Same;
import org.stillpoint.proof.model.NumberOperations;

/** Calls of the operations on numbers. */
final class NumberCalls {

    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final BigFraction TWO = BigFraction.TWO;
    private static final Inversion RECIPROCAL = NumberOperations.RECIPROCAL;

    private final Map<String, List<Object>> calls = new LinkedHashMap<>();

    private NumberCalls() {
        for (Operation operation : NumberOperations.ALL) {
            String type = operation.getClass().getSimpleName();
            calls.put(type + ".apply", List.of(operation, TWO, HALF, new BigFraction(-3)));
            calls.put(type + ".vanishes", List.of(operation, false, false, false));
            calls.put(type + ".keeps", List.of(operation, false, false));
        }
        List.of("Quotient", "QuotientByThird", "QuotientSlope").forEach(type -> made(type, RECIPROCAL));
        List.of("LeakyRectifier", "FirstGreater", "FirstLess", "Scale", "Constant", "Clip").forEach(type -> made(type, HALF));
        List.of("KinkedSlope", "ClipSlope").forEach(type -> made(type, HALF, TWO));
        calls.put("Inversion.of", List.of(RECIPROCAL, BigFraction.ONE));
        calls.put("Operand.number", List.of(TWO));
    }

    /** By contract: one call. Nothing is marked zero, so that no operation but {@link Same} says anything of its result. */
    static Map<String, List<Object>> concrete() {
        return new NumberCalls().calls;
    }

    private void made(String type, Object... arguments) {
        calls.put(type + "." + type, new ArrayList<>(Arrays.asList(arguments)));
    }
}
