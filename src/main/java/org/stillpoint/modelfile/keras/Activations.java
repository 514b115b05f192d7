package org.stillpoint.modelfile.keras;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;

/** Activations: by their names, as layers of their own, and as those within other layers. */
final class Activations {

    private static final BigFraction SIX = new BigFraction(6);
    private static final BigFraction FIFTH = new BigFraction(1, 5);

    /** Slopes and bounds in a configuration were read as decimals when it was written; they are taken as it has them. */
    private static final Map<String, PointwiseFunction> FUNCTIONS = Map.ofEntries(
            Map.entry("relu", of(Activation.RELU)),
            Map.entry("sigmoid", of(Activation.SIGMOID)),
            Map.entry("tanh", of(Activation.TANH)),
            Map.entry("softplus", of(Activation.SOFTPLUS)),
            Map.entry("softsign", of(Activation.SOFTSIGN)),
            Map.entry("elu", of(Activation.ELU)),
            Map.entry("silu", of(Activation.SILU)),
            Map.entry("swish", of(Activation.SILU)),
            Map.entry("gelu", of(Activation.GELU)),
            Map.entry("hard_tanh", of(Activation.HARD_TANH)),
            Map.entry("leaky_relu", of(RationalActivation.leakyRelu(FIFTH))),
            Map.entry("relu6", new PointwiseFunction.Clip(Optional.of(BigFraction.ZERO), Optional.of(SIX))));

    /** Other functions of a number that Keras has, and whether they are 0 at 0. */
    private static final Map<String, Boolean> OTHERS = Map.ofEntries(Map.entry("selu", true), Map.entry("exponential", false),
            Map.entry("hard_sigmoid", false), Map.entry("hard_silu", true), Map.entry("hard_swish", true),
            Map.entry("mish", true), Map.entry("celu", true), Map.entry("log_sigmoid", false), Map.entry("tanh_shrink", true),
            Map.entry("soft_shrink", true), Map.entry("hard_shrink", true), Map.entry("squareplus", false),
            Map.entry("sparse_plus", false));
    private static final Set<String> LAYERS = Set.of("ReLU", "LeakyReLU", "ELU", "Softmax");

    private Activations() {
    }

    private static PointwiseFunction of(Activation activation) {
        return new PointwiseFunction.Of(activation);
    }

    /** The activation at the end of a layer, which may be none; if it is not understood, that is said of it alone. */
    static Flow atEnd(Step step, Flow flow) {
        try {
            return only(step, flow);
        } catch (NotUnderstood e) {
            return step.add(new Layer.Opaque(step.name(), e.getMessage(), List.of(flow.value()), List.of(),
                    List.of(step.ofNew(flow.value().channels().size(), flow.value().axis()))), flow.sizes());
        }
    }

    /** A layer that is nothing but an activation. */
    static Flow only(Step step, Flow flow) throws NotUnderstood {
        Optional<JsonCursor> activation = step.settings().at("activation");
        return activation.isEmpty() ? flow : described(step, flow, activation.get());
    }

    /** A name, or the description of a layer. */
    private static Flow described(Step step, Flow flow, JsonCursor activation) throws NotUnderstood {
        if (activation.node().isString()) {
            return named(step, flow, activation.string());
        }
        NotUnderstood.require(activation.node().isObject(), "an activation that is no name");
        String kind = new Settings(activation).text("class_name").orElse("");
        NotUnderstood.require(LAYERS.contains(kind) && new Settings(activation).at("config").isPresent(),
                "a function of its own " + Quoted.of(kind) + " as activation");
        return layer(step, flow, kind, new Settings(activation.field("config")));
    }

    private static Flow named(Step step, Flow flow, String name) throws NotUnderstood {
        if (name.equals("linear")) {
            return flow;
        }
        if (name.equals("softmax")) {
            return softmax(step, flow);
        }
        PointwiseFunction function = FUNCTIONS.get(name);
        NotUnderstood.require(function != null || OTHERS.containsKey(name), "the unknown activation " + Quoted.of(name));
        return pointwise(step, flow, function != null ? function : new PointwiseFunction.Named(name, OTHERS.get(name)));
    }

    /** A layer that is an activation. */
    static Flow layer(Step step, Flow flow, String kind, Settings settings) throws NotUnderstood {
        switch (kind) {
            case "ReLU":
                return relu(step, flow, settings);
            case "LeakyReLU":
                return pointwise(step, flow, leaky(settings.number("negative_slope").or(() -> settings.number("alpha"))
                        .orElse(new BigFraction(3, 10))));
            case "ELU":
                BigFraction alpha = settings.number("alpha").orElse(BigFraction.ONE);
                return pointwise(step, flow, alpha.equals(BigFraction.ONE) ? of(Activation.ELU)
                        : new PointwiseFunction.Named("elu:" + ExactNumber.write(alpha), true));
            default:
                return softmaxAlong(step, flow, settings);
        }
    }

    private static Flow softmaxAlong(Step step, Flow flow, Settings settings) throws NotUnderstood {
        Optional<JsonCursor> axis = settings.at("axis");
        NotUnderstood.require(axis.isEmpty() || !axis.get().isArray() && Settings.integer(axis.get()) == -1,
                "softmax along an axis that is not the last");
        return softmax(step, flow);
    }

    private static Flow softmax(Step step, Flow flow) throws NotUnderstood {
        NotUnderstood.require(flow.channelsLast(), "softmax along places");
        return step.add(new Layer.Softmax(step.name(), flow.value(), step.like(flow.value())), flow.sizes());
    }

    private static PointwiseFunction leaky(BigFraction slope) throws NotUnderstood {
        try {
            return of(RationalActivation.leakyRelu(slope));
        } catch (DomainException e) {
            throw new NotUnderstood(e.getMessage());
        }
    }

    /** {@code slope (x - threshold)} below the threshold, no more than the largest value above. */
    private static Flow relu(Step step, Flow flow, Settings settings) throws NotUnderstood {
        BigFraction slope = settings.number("negative_slope").orElse(BigFraction.ZERO);
        BigFraction threshold = settings.number("threshold").orElse(BigFraction.ZERO);
        Optional<BigFraction> most = settings.number("max_value");
        if (threshold.signum() != 0) {
            return pointwise(step, flow, new PointwiseFunction.Named("relu from " + ExactNumber.write(threshold) + " with slope "
                    + ExactNumber.write(slope) + most.map(value -> " up to " + ExactNumber.write(value)).orElse(""),
                    threshold.signum() > 0 && slope.signum() == 0));
        }
        if (slope.signum() == 0 && most.filter(value -> value.signum() >= 0).isPresent()) {
            return pointwise(step, flow, new PointwiseFunction.Clip(Optional.of(BigFraction.ZERO), most));
        }
        Flow bent = pointwise(step, flow, slope.signum() == 0 ? of(Activation.RELU) : leaky(slope));
        return most.isEmpty() ? bent : pointwise(step, bent, new PointwiseFunction.Clip(Optional.empty(), most));
    }

    static Flow pointwise(Step step, Flow flow, PointwiseFunction function) {
        return step.add(new Layer.Pointwise(step.name(), flow.value(), function, step.like(flow.value())), flow.sizes());
    }
}
