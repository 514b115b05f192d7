package org.stillpoint.modelfile.keras;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;

/** Normalisations, of which scale and shift become layers of their own. */
final class Normalisations {

    private static final BigFraction USUAL = new BigFraction(1, 1000);

    private Normalisations() {
    }

    /** The weights are gamma, beta, mean and variance, as far as there are the first two. */
    static Flow batch(Step step) throws NotUnderstood {
        Flow in = step.input();
        int shifts = (step.settings().isTrue("scale", true) ? 1 : 0) + (step.settings().isTrue("center", true) ? 1 : 0);
        NotUnderstood.require(!step.settings().isTrue("renorm", false), "renormalisation");
        step.requireWeights(shifts + 2);
        Value value = valueFor(step, in);
        int channels = value.channels().size();
        Flow normalised = step.add(new Layer.BatchNormalisation(step.name(), value, step.vector(shifts, channels),
                step.vector(shifts + 1, channels), epsilon(step), step.like(value)), in.sizes());
        return scaled(step, normalised);
    }

    static Flow layer(Step step) throws NotUnderstood {
        Flow in = step.input();
        int shifts = (step.settings().isTrue("scale", true) ? 1 : 0) + (step.settings().isTrue("center", true) ? 1 : 0);
        NotUnderstood.require(!step.settings().isTrue("rms_scaling", false), "normalisation by the root mean square");
        step.requireWeights(shifts);
        Value value = valueFor(step, in);
        return scaled(step, step.add(new Layer.LayerNormalisation(step.name(), value, epsilon(step), step.like(value)),
                in.sizes()));
    }

    private static Value valueFor(Step step, Flow in) throws NotUnderstood {
        Value value = step.weights().isEmpty() ? in.value()
                : in.withChannels(Math.toIntExact(Math.max(step.weights().get(0).dimensions().entries(), 1)));
        int axis = step.settings().at("axis").map(Normalisations::single).orElse(-1);
        NotUnderstood.require(in.isChannelAxis(axis), "normalisation along other axes than the channels");
        return value;
    }

    /** The only axis there is, or one that no value has. */
    private static int single(JsonCursor axes) {
        List<Integer> all = axes.isArray() ? Settings.integers(axes) : List.of(Settings.integer(axes));
        return all.size() == 1 ? all.get(0) : Integer.MIN_VALUE;
    }

    private static BigFraction epsilon(Step step) {
        return step.settings().number("epsilon").orElse(USUAL);
    }

    private static Flow scaled(Step step, Flow normalised) throws NotUnderstood {
        Flow flow = normalised;
        int next = 0;
        int channels = flow.value().channels().size();
        if (step.settings().isTrue("scale", true)) {
            flow = step.add(new Layer.Scale(step.name(), flow.value(), step.vector(next++, channels), step.like(flow.value())),
                    flow.sizes());
        }
        if (step.settings().isTrue("center", true)) {
            flow = step.add(new Layer.Bias(step.name(), flow.value(), step.vector(next, channels), step.like(flow.value())),
                    flow.sizes());
        }
        return flow;
    }

    /** {@code scale x + offset} with one number each. */
    static Flow rescaled(Step step) throws NotUnderstood {
        Optional<JsonCursor> scale = step.settings().at("scale");
        Optional<JsonCursor> offset = step.settings().at("offset");
        NotUnderstood.require(scale.isPresent() && scale.get().node().isNumber()
                && (offset.isEmpty() || offset.get().node().isNumber()), "several numbers to scale by");
        return Activations.pointwise(step, step.input(), new PointwiseFunction.Affine(scale.get().number(),
                offset.map(JsonCursor::number).orElse(BigFraction.ZERO)));
    }
}
