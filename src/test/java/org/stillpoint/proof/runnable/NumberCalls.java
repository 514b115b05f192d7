package org.stillpoint.proof.runnable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.number.AbsoluteError;
import org.stillpoint.kernel.graph.number.AbsoluteValue;
import org.stillpoint.kernel.graph.number.Blend;
import org.stillpoint.kernel.graph.number.Clip;
import org.stillpoint.kernel.graph.number.ClipSlope;
import org.stillpoint.kernel.graph.number.Constant;
import org.stillpoint.kernel.graph.number.Decay;
import org.stillpoint.kernel.graph.number.Descend;
import org.stillpoint.kernel.graph.number.Difference;
import org.stillpoint.kernel.graph.number.FirstGreater;
import org.stillpoint.kernel.graph.number.FirstLess;
import org.stillpoint.kernel.graph.number.HingeError;
import org.stillpoint.kernel.graph.number.Inversion;
import org.stillpoint.kernel.graph.number.KinkedSlope;
import org.stillpoint.kernel.graph.number.LeakyRectifier;
import org.stillpoint.kernel.graph.number.Maximum;
import org.stillpoint.kernel.graph.number.Minimum;
import org.stillpoint.kernel.graph.number.Negative;
import org.stillpoint.kernel.graph.number.PerceptronError;
import org.stillpoint.kernel.graph.number.Product;
import org.stillpoint.kernel.graph.number.ProductWithThird;
import org.stillpoint.kernel.graph.number.Quotient;
import org.stillpoint.kernel.graph.number.QuotientByThird;
import org.stillpoint.kernel.graph.number.QuotientSlope;
import org.stillpoint.kernel.graph.number.Rectifier;
import org.stillpoint.kernel.graph.number.Same;
import org.stillpoint.kernel.graph.number.Scale;
import org.stillpoint.kernel.graph.number.Square;
import org.stillpoint.kernel.graph.number.Sum;
import org.stillpoint.kernel.graph.number.VelocityUpdate;

/** Calls of the operations on numbers. */
final class NumberCalls {

    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final BigFraction TWO = BigFraction.TWO;
    private static final Inversion RECIPROCAL = NumberCalls::reciprocal;

    private static final List<Operation> OPERATIONS = List.of(new Sum(), new Difference(), new Product(), new ProductWithThird(),
            new Negative(), new Same(), new Quotient(RECIPROCAL), new QuotientByThird(RECIPROCAL), new QuotientSlope(RECIPROCAL),
            new Rectifier(), new LeakyRectifier(HALF), new KinkedSlope(HALF, BigFraction.ONE), new Square(), new AbsoluteValue(),
            new Maximum(), new Minimum(), new FirstGreater(HALF), new FirstLess(HALF), new Scale(TWO), new Constant(TWO),
            new Clip(HALF), new ClipSlope(TWO, HALF), new Descend(), new Decay(), new VelocityUpdate(), new Blend(),
            new PerceptronError(), new HingeError(), new AbsoluteError());

    private final Map<String, List<Object>> calls = new LinkedHashMap<>();

    private NumberCalls() {
        for (Operation operation : OPERATIONS) {
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

    private static BigFraction reciprocal(BigFraction x) {
        if (x.signum() == 0) {
            throw new IllegalArgumentException("0 was to be inverted");
        }
        return x.reciprocal();
    }

    /** By contract: one call. Nothing is marked zero, so that no operation but {@link Same} says anything of its result. */
    static Map<String, List<Object>> concrete() {
        return new NumberCalls().calls;
    }

    private void made(String type, Object... arguments) {
        calls.put(type + "." + type, new ArrayList<>(Arrays.asList(arguments)));
    }
}
