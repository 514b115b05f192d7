package org.stillpoint.lint.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/** Puts the layers of a network together into stages: a bias, a normalisation or an activation belongs to the layer before. */
final class Stages {

    private static final int FED = -1;

    private final Map<Integer, Integer> stageOf = new HashMap<>();
    private final Map<Integer, Integer> uses = new HashMap<>();
    private final List<List<Layer>> groups = new ArrayList<>();
    private final List<TreeSet<Integer>> from = new ArrayList<>();

    private Stages(Network network) {
        network.layers().forEach(layer -> layer.inputs().forEach(value -> uses.merge(value.id(), 1, Integer::sum)));
        network.outputs().forEach(value -> uses.merge(value.id(), 1, Integer::sum));
        network.layers().forEach(this::add);
    }

    static List<Outline.Stage> of(Network network) {
        Stages stages = new Stages(network);
        List<Outline.Stage> made = new ArrayList<>();
        for (int i = 0; i < stages.groups.size(); i++) {
            List<Layer> layers = stages.groups.get(i);
            List<Value> outputs = layers.get(layers.size() - 1).outputs();
            made.add(new Outline.Stage(layers.stream().map(Stages::does).filter(words -> !words.isEmpty()).distinct().toList(),
                    outputs.isEmpty() ? 0 : outputs.get(0).channels().size(),
                    layers.stream().flatMap(layer -> layer.weights().stream()).map(Weights::name).distinct().toList(),
                    List.copyOf(stages.from.get(i)), layers.stream().noneMatch(Layer.Opaque.class::isInstance)));
        }
        return made;
    }

    private void add(Layer layer) {
        TreeSet<Integer> sources = new TreeSet<>();
        layer.inputs().forEach(value -> sources.add(stageOf.getOrDefault(value.id(), FED)));
        int last = sources.size() == 1 ? sources.first() : FED;
        if (last != FED && treats(layer) && uses.get(layer.inputs().get(0).id()) == 1) {
            groups.get(last).add(layer);
        } else {
            last = groups.size();
            groups.add(new ArrayList<>(List.of(layer)));
            from.add(sources);
        }
        for (Value output : layer.outputs()) {
            stageOf.put(output.id(), last);
        }
    }

    private static boolean treats(Layer layer) {
        return layer instanceof Layer.Bias || layer instanceof Layer.Scale || layer instanceof Layer.BatchNormalisation
                || layer instanceof Layer.Pointwise || layer instanceof Layer.EachChannel || layer instanceof Layer.Flatten
                || layer instanceof Layer.Softmax || layer instanceof Layer.LayerNormalisation;
    }

    /** In a few words; nothing for what goes without saying. */
    private static String does(Layer layer) {
        if (layer instanceof Layer.Dense) {
            return "dense";
        } else if (layer instanceof Layer.Convolution convolution) {
            return convolution.depthwise() ? "depthwise convolution" : "convolution";
        } else if (layer instanceof Layer.TransposedConvolution) {
            return "transposed convolution";
        } else if (layer instanceof Layer.BatchNormalisation) {
            return "batch norm";
        } else if (layer instanceof Layer.LayerNormalisation) {
            return "layer norm";
        } else if (layer instanceof Layer.Softmax) {
            return "softmax";
        } else if (layer instanceof Layer.Pointwise pointwise) {
            return function(pointwise.function());
        } else if (layer instanceof Layer.EachChannel each) {
            return each.what();
        } else if (layer instanceof Layer.Flatten) {
            return "flatten";
        } else if (layer instanceof Layer.Sum) {
            return "sum";
        } else if (layer instanceof Layer.Difference) {
            return "difference";
        } else if (layer instanceof Layer.Product) {
            return "product";
        } else if (layer instanceof Layer.Concatenation) {
            return "concatenation";
        } else if (layer instanceof Layer.Opaque opaque) {
            return opaque.name() + ": " + opaque.why();
        }
        return "";
    }

    private static String function(PointwiseFunction function) {
        if (function instanceof PointwiseFunction.Of of) {
            return of.activation().id();
        } else if (function instanceof PointwiseFunction.Clip) {
            return "clip";
        } else if (function instanceof PointwiseFunction.Named named) {
            return named.name();
        }
        return "";
    }
}
