package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.PointwiseFunction.Affine;
import org.stillpoint.modelfile.network.PointwiseFunction.Clip;
import org.stillpoint.modelfile.network.PointwiseFunction.Named;
import org.stillpoint.modelfile.network.PointwiseFunction.Of;
import org.stillpoint.modelfile.tensor.Code;

/** Functions of each entry of one input. Attributes that are left out have the numbers of the standard, by their bits. */
final class PointwiseOperators {

    private static final int TENTH_OF_TENTH = 0x3C23D70A;
    private static final int FIFTH = 0x3E4CCCCD;
    private static final int SIXTH = 0x3E2AAAAB;
    private static final int HALF = 0x3F000000;
    private static final int ONE = 0x3F800000;
    private static final Clip UNIT = new Clip(Optional.of(BigFraction.ZERO), Optional.of(BigFraction.ONE));

    private PointwiseOperators() {
    }

    static Map<String, Operator> all() {
        Map<String, Operator> all = new TreeMap<>();
        Map.of("Relu", Activation.RELU, "Abs", Activation.ABS, "Sigmoid", Activation.SIGMOID, "Tanh", Activation.TANH,
                "Softplus", Activation.SOFTPLUS, "Softsign", Activation.SOFTSIGN)
                .forEach((name, activation) -> all.put(name, of(new Of(activation))));
        Map.of("Exp", false, "Sqrt", true, "Erf", true, "Reciprocal", false, "Log", false, "Sin", true, "Cos", false, "Tan", true,
                "Sinh", true, "Cosh", false).forEach((name, zero) -> all.put(name, of(new Named(name.toLowerCase(), zero))));
        Map.of("Asin", true, "Acos", false, "Atan", true, "Asinh", true, "Acosh", false, "Atanh", true, "Sign", true,
                "Floor", true, "Ceil", true, "Round", true)
                .forEach((name, zero) -> all.put(name, of(new Named(name.toLowerCase(), zero))));
        all.put("Neg", of(new Affine(BigFraction.MINUS_ONE, BigFraction.ZERO)));
        all.put("Selu", PointwiseOperators::named);
        all.put("Celu", PointwiseOperators::named);
        all.put("ThresholdedRelu", PointwiseOperators::named);
        all.put("Shrink", PointwiseOperators::named);
        all.put("LeakyRelu", PointwiseOperators::leakyRelu);
        all.put("Elu", PointwiseOperators::elu);
        all.put("Gelu", PointwiseOperators::gelu);
        all.put("Clip", PointwiseOperators::clip);
        all.put("HardSigmoid", PointwiseOperators::hardSigmoid);
        all.put("HardSwish", PointwiseOperators::hardSwish);
        all.put("Mish", PointwiseOperators::mish);
        all.put("Swish", PointwiseOperators::swish);
        all.put("QuantizeLinear", PointwiseOperators::quantise);
        all.put("DequantizeLinear", PointwiseOperators::dequantise);
        return all;
    }

    private static Operator of(PointwiseFunction function) {
        return (node, scope) -> chain(node, scope).pointwise("", function).end();
    }

    private static Chain chain(Node node, Scope scope) {
        return new Chain(node, scope, scope.stream(node, 0));
    }

    /** Known is only that it is 0 at 0, whatever its attributes are. */
    private static void named(Node node, Scope scope) {
        chain(node, scope).pointwise("", new Named(Words.described(node, scope), true)).end();
    }

    private static void leakyRelu(Node node, Scope scope) {
        BigFraction slope = node.number("alpha", TENTH_OF_TENTH);
        chain(node, scope).pointwise("", new Of(RationalActivation.leakyRelu(slope))).end();
    }

    private static void elu(Node node, Scope scope) {
        boolean isUsual = node.number("alpha", ONE).equals(BigFraction.ONE);
        chain(node, scope).pointwise("", isUsual ? new Of(Activation.ELU) : new Named(Words.described(node, scope), true)).end();
    }

    private static void gelu(Node node, Scope scope) {
        boolean isExact = node.text("approximate", "none").equals("none");
        chain(node, scope).pointwise("", isExact ? new Of(Activation.GELU) : new Named(Words.described(node, scope), true)).end();
    }

    private static void clip(Node node, Scope scope) throws IOException {
        Optional<BigFraction> low = bound(node, "min", 1, true, scope);
        Optional<BigFraction> high = bound(node, "max", 2, false, scope);
        chain(node, scope).pointwise("", new Clip(low, high)).end();
    }

    private static Optional<BigFraction> bound(Node node, String attribute, int input, boolean low, Scope scope)
            throws IOException {
        if (!node.has(attribute) && !node.has(input)) {
            return Optional.empty();
        }
        long code = node.has(attribute) ? node.attributes().codes(attribute).stream().findFirst().orElse(Code.NOT_A_NUMBER)
                : scope.constants().code(node, input);
        boolean isNone = code == (low ? Code.INFINITY | Long.MIN_VALUE : Code.INFINITY);
        NotUnderstood.unless(isNone || Code.isFinite(code), "a bound that is not finite");
        return isNone ? Optional.empty() : Optional.of(Code.number(code));
    }

    private static void hardSigmoid(Node node, Scope scope) {
        chain(node, scope).affine("scaled", node.number("alpha", FIFTH), node.number("beta", HALF)).pointwise("", UNIT).end();
    }

    private static void hardSwish(Node node, Scope scope) {
        Known.Stream x = scope.stream(node, 0);
        gated(new Chain(node, scope, x).affine("scaled", node.number("alpha", SIXTH), node.number("beta", HALF))
                .pointwise("gate", UNIT), x);
    }

    private static void mish(Node node, Scope scope) {
        Known.Stream x = scope.stream(node, 0);
        gated(new Chain(node, scope, x).pointwise("softplus", new Of(Activation.SOFTPLUS))
                .pointwise("gate", new Of(Activation.TANH)), x);
    }

    private static void swish(Node node, Scope scope) {
        Known.Stream x = scope.stream(node, 0);
        gated(new Chain(node, scope, x).affine("scaled", node.number("alpha", ONE), BigFraction.ZERO)
                .pointwise("gate", new Of(Activation.SIGMOID)), x);
    }

    private static void gated(Chain gate, Known.Stream x) {
        gate.then("", (name, input, output) -> new Layer.Product(name, x.value(), input, output)).end();
    }

    private static void quantise(Node node, Scope scope) throws IOException {
        BigFraction scale = scope.constants().number(node, 1);
        BigFraction zero = node.has(2) ? scope.constants().number(node, 2) : BigFraction.ZERO;
        chain(node, scope).pointwise("", new Named("rounded to whole multiples of " + scale + ", " + zero + " for 0",
                zero.equals(BigFraction.ZERO))).end();
    }

    private static void dequantise(Node node, Scope scope) throws IOException {
        BigFraction scale = scope.constants().number(node, 1);
        BigFraction zero = node.has(2) ? scope.constants().number(node, 2) : BigFraction.ZERO;
        chain(node, scope).affine("", scale, scale.multiply(zero).negate()).end();
    }
}
