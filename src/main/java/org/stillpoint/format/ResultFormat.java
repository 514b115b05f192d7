package org.stillpoint.format;

import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.RealGradients;
import org.stillpoint.engine.RealSample;
import org.stillpoint.engine.RealStep;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.symmetry.Consequence;
import org.stillpoint.symmetry.LayerSymmetry;
import org.stillpoint.training.Kept;
import org.stillpoint.training.LayerMoves;
import org.stillpoint.training.RealResult;
import org.stillpoint.training.Stop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What commands find out, as JSON. */
public final class ResultFormat {

    static final String LOSS = "loss";
    static final String GRADIENTS = "gradients";
    private static final String STOPPED = "stopped";

    private ResultFormat() {
    }

    /** What training ended with, and what it moved. A rule without an accuracy means that the enclosures do not tell it. */
    public static ObjectNode write(Network start, DataSet data, Kept<RealResult> kept) {
        RealResult result = kept.result();
        ObjectNode value = Json.object();
        value.set("network", NetworkFormat.write(result.network()));
        value.put("steps", result.steps());
        value.set("loss", Json.number(result.loss()));
        value.set("accuracy", result.accuracy().<JsonNode>map(accuracy -> Json.number(accuracy.share()))
                .orElse(value.nullNode()));
        value.put("accuracyRule", AccuracyRule.of(data).map(AccuracyRule::id).orElse(null));
        value.set("moved", write(LayerMoves.between(start, result.network()), value.arrayNode()));
        value.set(STOPPED, write(kept.stopped()));
        return value;
    }

    private static ArrayNode write(List<LayerMoves> layers, ArrayNode moved) {
        for (LayerMoves layer : layers) {
            ObjectNode entry = moved.addObject();
            entry.put("layer", moved.size());
            entry.put("weights", layer.weights());
            entry.put("of", layer.ofWeights());
            entry.put("bias", layer.bias());
            entry.put("ofBias", layer.ofBias());
            if (layer.undecided() > 0) {
                entry.put("undecided", layer.undecided());
            }
        }
        return moved;
    }

    private static JsonNode write(Optional<Stop> stopped) {
        return stopped.<JsonNode>map(ResultFormat::write).orElse(Json.object().nullNode());
    }

    /** With the reason, if it is not that the bits are more than the limit. */
    private static ObjectNode write(Stop stop) {
        ObjectNode value = Json.object().put("step", stop.step()).put("bits", stop.bits()).put("limit", stop.limit());
        return stop.bits() > stop.limit() ? value : value.put("why", stop.why());
    }

    /** A mean gradient with the mean loss at the same point. */
    public static ObjectNode write(RealGradients gradients) {
        ObjectNode value = Json.object();
        value.set(LOSS, Json.number(gradients.loss()));
        value.set(GRADIENTS, NetworkFormat.write(gradients.layers()));
        return value;
    }

    /** The steps that were taken, and why there are no more. */
    public static ObjectNode write(Kept<RealTrace> kept) {
        ObjectNode value = write(kept.result());
        value.set(STOPPED, write(kept.stopped()));
        return value;
    }

    public static ObjectNode write(RealTrace trace) {
        ObjectNode value = Json.object();
        ArrayNode steps = value.putArray("steps");
        trace.steps().forEach(step -> steps.add(write(step)));
        return value;
    }

    private static ObjectNode write(RealStep step) {
        ObjectNode value = Json.object();
        value.set("batch", indices(step.batch()));
        ArrayNode samples = value.putArray("samples");
        step.samples().forEach(sample -> samples.add(write(sample)));
        value.set("gradients", NetworkFormat.write(step.gradients()));
        value.set("network", NetworkFormat.write(step.network()));
        return value;
    }

    private static ObjectNode write(RealSample sample) {
        ObjectNode value = Json.object();
        value.set("preactivations", Json.realVectors(sample.preactivations()));
        value.set("activations", Json.realVectors(sample.activations()));
        value.set("deltas", Json.realVectors(sample.deltas()));
        value.set("output", Json.reals(sample.output()));
        value.set("loss", Json.number(sample.loss()));
        return value;
    }

    /**
     * The classes, one entry a hidden layer, units from 0; and what follows from the start:
     * {@code {"claim": "PART-2", "layer": 1, "units": [0, 1], "says": "..."}}, layers from 1, units from 0. Of the whole network
     * speaks one with {@code "layer": null} and no units; one that speaks of inputs, whose weights are columns of layer 1, has no
     * units but {@code "inputs": [0]}, from 0.
     */
    public static ObjectNode write(List<LayerSymmetry> symmetries, List<Consequence> consequences) {
        ObjectNode value = Json.object();
        ArrayNode layers = value.putArray("layers");
        for (LayerSymmetry layer : symmetries) {
            ObjectNode entry = layers.addObject();
            entry.put("units", layer.units());
            ArrayNode classes = entry.putArray("classes");
            layer.classes().forEach(units -> classes.add(indices(units)));
            entry.put("distinct", layer.distinct());
        }
        ArrayNode entries = value.putArray("consequences");
        consequences.forEach(consequence -> entries.add(write(consequence)));
        return value;
    }

    private static ObjectNode write(Consequence consequence) {
        ObjectNode value = Json.object();
        value.put("claim", consequence.claim());
        value.put("layer", consequence.layer().orElse(null));
        value.set("units", indices(consequence.units()));
        if (!consequence.inputs().isEmpty()) {
            value.set("inputs", indices(consequence.inputs()));
        }
        value.put("says", consequence.says());
        return value;
    }

    private static ArrayNode indices(List<Integer> indices) {
        ArrayNode array = Json.array();
        indices.forEach(index -> array.add(index.intValue()));
        return array;
    }
}
