package org.stillpoint.modelfile.keras;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/** Makes layers of ours of a model of Keras, following its values from layer to layer. */
public final class KerasNetwork {

    /** Where a layer says the shape of its input, samples first. */
    static final List<String> SHAPES = List.of("batch_shape", "batch_input_shape", "build_input_shape");

    private static final int MAX_LAYERS = 100_000;

    private final String file;
    private final NetworkBuilder builder = new NetworkBuilder();
    private final Map<KerasLayer, List<Layer>> firstUses = new IdentityHashMap<>();
    private int steps;

    private KerasNetwork(String file) {
        this.file = file;
    }

    /**
     * The network of a model.
     *
     * @param file what errors call it by
     * @param all the tensors of the file; those that no layer has are not analysed
     * @throws FormatException if the model is not well-formed
     */
    public static Network of(String file, KerasModel model, LayerWeights weights, List<Weights> all) {
        KerasNetwork network = new KerasNetwork(file);
        List<Flow> outputs = network.model(model, weights, "", Optional.empty());
        new LinkedHashSet<>(outputs.stream().map(Flow::value).toList()).forEach(network.builder::output);
        Set<Weights> used = Collections.newSetFromMap(new IdentityHashMap<>());
        network.builder.build().layers().forEach(layer -> used.addAll(layer.weights()));
        all.stream().filter(each -> !used.contains(each)).forEach(each ->
                network.builder.notAnalysed(each.name(), "no layer of the configuration uses it as a weight"));
        return network.builder.build();
    }

    /**
     * @param within what names of layers begin with, as they are in another model
     * @param fed what the model gets; empty if it is the whole one
     */
    private List<Flow> model(KerasModel model, LayerWeights weights, String within, Optional<List<Flow>> fed) {
        boolean channelsFirst = model.layers().stream().anyMatch(KerasNetwork::isChannelsFirst);
        Flows flows = new Flows(file, model);
        for (Flows.Use use : flows.inOrder()) {
            KerasLayer layer = use.layer();
            if (++steps > MAX_LAYERS) {
                throw new FormatException(file + ": a model whose layers are used more than " + MAX_LAYERS
                        + " times, expected fewer");
            }
            if (layer.isInput() && use.sources().isEmpty()) {
                flows.put(use, List.of(fed.isPresent() ? fedTo(model, layer, fed.get()) : input(model, layer, channelsFirst)));
            } else {
                flows.put(use, applied(layer, within + layer.name(), weights, flows.of(use), flows.outputsOf(layer.name())));
            }
        }
        return flows.ends();
    }

    private static boolean isChannelsFirst(KerasLayer layer) {
        return layer.settings().at("data_format")
                .filter(format -> format.node().asString("").equals("channels_first")).isPresent();
    }

    private Flow fedTo(KerasModel model, KerasLayer layer, List<Flow> fed) {
        for (int i = 0; i < Math.min(model.inputs().size(), fed.size()); i++) {
            if (model.inputs().get(i).layer().equals(layer.name())) {
                return fed.get(i);
            }
        }
        throw new FormatException(file + ": model " + Quoted.of(model.name()) + " is given " + fed.size()
                + " inputs, expected one for each of its own");
    }

    private Flow input(KerasModel model, KerasLayer layer, boolean channelsFirst) {
        Optional<List<Integer>> sizes = SHAPES.stream().flatMap(key -> layer.settings().at(key).stream()).findFirst()
                .map(Settings::shape).filter(shape -> !shape.isEmpty()).map(shape -> shape.subList(1, shape.size()));
        int axis = channelsFirst && sizes.filter(known -> known.size() > 1).isPresent() ? 1 : -1;
        Optional<Integer> channels = sizes.filter(known -> !known.isEmpty())
                .map(known -> axis < 0 ? known.get(known.size() - 1) : known.get(0)).filter(size -> size > 0);
        return channels.isPresent() ? Flow.of(builder.input(layer.name(), builder.channels(channels.get()), axis), sizes)
                : Flow.madeBy(wanted -> builder.input(layer.name(), builder.channels(wanted), axis),
                        sizes.filter(known -> !known.isEmpty()));
    }

    /** The outputs of a layer that is used on these inputs, of which there are at least so many. */
    private List<Flow> applied(KerasLayer layer, String name, LayerWeights weights, List<Flow> inputs, int outputs) {
        if (layer.inner().isPresent() && layer.inner().get().inputs().size() == inputs.size()) {
            return model(layer.inner().get(), weights.within(layer.name(), layer.savedAs()), name + "/", Optional.of(inputs));
        }
        List<Weights> own = weights.of(layer.name(), layer.savedAs());
        Step step = new Step(builder, name, layer, inputs, own);
        try {
            Layers.Meaning meaning = Layers.meaning(layer.kind())
                    .orElseThrow(() -> new NotUnderstood("the layer " + Quoted.of(layer.kind())));
            NotUnderstood.require(outputs <= 1, "several outputs");
            NotUnderstood.require(!inputs.isEmpty(), "no inputs");
            Flow flow = meaning.of(step);
            uniteWithEarlierUse(layer, step.commit());
            return List.of(flow);
        } catch (NotUnderstood | ArithmeticException | DomainException e) {
            return opaque(step, e.getMessage(), outputs);
        }
    }

    /** The channels of all uses of a layer belong together one by one, as they have the same weights. */
    private void uniteWithEarlierUse(KerasLayer layer, List<Layer> made) {
        List<Layer> earlier = firstUses.putIfAbsent(layer, made);
        for (int i = 0; earlier != null && i < Math.min(earlier.size(), made.size()); i++) {
            if (!made.get(i).weights().isEmpty()) {
                builder.unite(earlier.get(i).outputs().get(0).channels(), made.get(i).outputs().get(0).channels());
                builder.unite(earlier.get(i).inputs().get(0).channels(), made.get(i).inputs().get(0).channels());
            }
        }
    }

    private List<Flow> opaque(Step step, String why, int outputs) {
        List<Value> values = step.inputs().stream().map(Flow::value).toList();
        Optional<List<Integer>> sizes = OpaqueLayers.sizes(step.layer(), step.inputs());
        Optional<Integer> known = sizes.filter(each -> !each.isEmpty()).map(each -> each.get(each.size() - 1))
                .filter(size -> size > 0);
        boolean isLikeInput = known.isPresent() && !values.isEmpty() && !step.inputs().get(0).channelsLast()
                && sizes.equals(step.inputs().get(0).sizes());
        int axis = isLikeInput ? values.get(0).axis() : -1;
        if (outputs <= 1 && known.isEmpty()) {
            return List.of(Flow.madeBy(wanted -> {
                Value value = step.ofNew(wanted, -1);
                builder.add(new Layer.Opaque(step.name(), why, values, step.weights(), List.of(value)));
                return value;
            }, sizes));
        }
        List<Value> made = new ArrayList<>();
        for (int i = 0; i < Math.max(outputs, 1); i++) {
            made.add(step.ofNew(isLikeInput ? values.get(0).channels().size() : known.orElse(1), axis));
        }
        builder.add(new Layer.Opaque(step.name(), why, values, step.weights(), made));
        return made.stream().map(value -> Flow.of(value, made.size() == 1 ? sizes : Optional.empty())).toList();
    }
}
