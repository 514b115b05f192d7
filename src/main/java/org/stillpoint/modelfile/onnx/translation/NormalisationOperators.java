package org.stillpoint.modelfile.onnx.translation;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.onnx.translation.LookAhead.Demand;
import org.stillpoint.modelfile.tensor.Weights;

/** Normalisations with their scale and shift, and softmax. */
final class NormalisationOperators {

    private static final int EPSILON = 0x3727C5AC;
    private static final int LAST_OPSET_OF_MATRICES = 12;

    private NormalisationOperators() {
    }

    static Map<String, Operator> all() {
        return Map.of("BatchNormalization", NormalisationOperators::batch, "InstanceNormalization",
                NormalisationOperators::instance, "LayerNormalization", NormalisationOperators::layer,
                "Softmax", NormalisationOperators::softmax,
                "LogSoftmax", NormalisationOperators::sameChannels, "GroupNormalization", NormalisationOperators::sameChannels,
                "LRN", NormalisationOperators::sameChannels, "LpNormalization", NormalisationOperators::sameChannels,
                "MeanVarianceNormalization", NormalisationOperators::sameChannels);
    }

    private static void batch(Node node, Scope scope) {
        Weights scale = scope.plain(node, 1, 1);
        Weights shift = scope.plain(node, 2, 1);
        Weights mean = scope.plain(node, 3, 1);
        Weights variance = scope.plain(node, 4, 1);
        NotUnderstood.unless(node.integer("spatial", 1) == 1, "it normalises each place by itself");
        NotUnderstood.unless(scale.dimensions().equals(shift.dimensions()) && scale.dimensions().equals(mean.dimensions())
                && scale.dimensions().equals(variance.dimensions()), "its tensors have different sizes");
        BigFraction epsilon = node.number("epsilon", EPSILON);
        Chain chain = new Chain(node, scope, scope.stream(node, 0, scale.dimensions().size(0), 1, 0));
        chain.then("normalised", (name, input, output) ->
                new Layer.BatchNormalisation(name, input, mean, variance, epsilon, output));
        scaledAndShifted(chain, scale, shift);
    }

    private static void scaledAndShifted(Chain chain, Weights scale, Weights shift) {
        chain.then("scaled", (name, input, output) -> new Layer.Scale(name, input, scale, output))
                .then("shifted", (name, input, output) -> new Layer.Bias(name, input, shift, output)).end();
    }

    private static void instance(Node node, Scope scope) {
        Weights scale = scope.plain(node, 1, 1);
        Weights shift = scope.plain(node, 2, 1);
        NotUnderstood.unless(scale.dimensions().equals(shift.dimensions()), "its tensors have different sizes");
        Chain chain = new Chain(node, scope, scope.stream(node, 0, scale.dimensions().size(0), 1, 0));
        chain.eachChannel("normalised", "normalisation over the places, epsilon " + node.number("epsilon", EPSILON), true,
                chain.axis(), chain.sizes());
        scaledAndShifted(chain, scale, shift);
    }

    private static void layer(Node node, Scope scope) {
        Weights scale = scope.plain(node, 1, 1);
        Known.Stream x = scope.stream(node, 0, scale.dimensions().size(0), -1, 0);
        long axis = node.integer("axis", -1);
        NotUnderstood.unless(axis == -1 || x.sizes().isPresent() && x.axis(axis) == x.axes() - 1,
                "it normalises over several axes");
        BigFraction epsilon = node.number("epsilon", EPSILON);
        Chain chain = new Chain(node, scope, x);
        chain.then("normalised", (name, input, output) -> new Layer.LayerNormalisation(name, input, epsilon, output));
        if (!node.has(2)) {
            chain.then("scaled", (name, input, output) -> new Layer.Scale(name, input, scale, output)).end();
            return;
        }
        Weights shift = scope.plain(node, 2, 1);
        NotUnderstood.unless(scale.dimensions().equals(shift.dimensions()), "its tensors have different sizes");
        scaledAndShifted(chain, scale, shift);
    }

    private static void softmax(Node node, Scope scope) {
        Known.Stream x = scope.stream(node, 0);
        boolean ofMatrices = node.opset() <= LAST_OPSET_OF_MATRICES;
        long ofFile = node.integer("axis", ofMatrices ? 1 : -1);
        boolean isLast = ofFile == -1 || x.axis(ofFile) == x.axes() - 1;
        Demand same = new Demand(x.count(), x.value().axis());
        if (ofMatrices && !isLast) {
            throw new NotUnderstood("over several axes", same);
        }
        Chain chain = new Chain(node, scope, x);
        boolean ofChannels = x.sizes().isEmpty() ? ofFile == x.value().axis() : x.fromFront() == x.axis(ofFile);
        if (!ofChannels && x.sizes().isEmpty()) {
            throw new NotUnderstood("nobody knows how many axes it has", same);
        }
        if (ofChannels) {
            chain.then("", (name, input, output) -> new Layer.Softmax(name, input, output)).end();
        } else {
            chain.eachChannel("", "softmax along axis " + x.axis(ofFile), false, x.value().axis(), x.sizes()).end();
        }
    }

    private static void sameChannels(Node node, Scope scope) {
        Known.Stream x = scope.stream(node, 0);
        throw new NotUnderstood("it mixes channels in a way of its own", new Demand(x.count(), x.value().axis()));
    }
}
