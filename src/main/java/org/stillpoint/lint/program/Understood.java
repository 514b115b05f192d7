package org.stillpoint.lint.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * A network as a program of blocks can have it: what cannot be cut into blocks is opaque, and layers on which nothing depends
 * that the network passes on are left out.
 *
 * @param analysed the tensors of the layers that are understood, whose training the program has
 * @param elsewhere those of them that are in opaque layers too
 */
record Understood(List<Value> inputs, List<Layer> layers, List<Value> outputs, Set<Weights> analysed, Set<Weights> elsewhere,
                  List<NotAnalysed> notAnalysed) {

    static Understood of(Network network, Map<Weights, Survey> surveys) {
        Obstacles obstacles = new Obstacles(surveys);
        List<Layer> all = network.layers().stream().map(obstacles::opaque).toList();
        Set<Value> needed = new HashSet<>(network.outputs());
        List<Layer> live = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Layer layer = all.get(i);
            if (layer instanceof Layer.Opaque || layer.outputs().stream().anyMatch(needed::contains)) {
                needed.addAll(layer.inputs());
                live.add(0, layer);
            }
        }
        Set<Weights> analysed = new LinkedHashSet<>();
        live.forEach(layer -> TensorUse.of(layer).forEach(use -> analysed.add(use.weights())));
        Set<Weights> elsewhere = new HashSet<>();
        live.stream().filter(Layer.Opaque.class::isInstance).forEach(layer -> elsewhere.addAll(layer.weights()));
        elsewhere.retainAll(analysed);
        return new Understood(network.inputs(), List.copyOf(live), network.outputs(), analysed, elsewhere,
                notAnalysed(network, all, live, analysed));
    }

    private static List<NotAnalysed> notAnalysed(Network network, List<Layer> all, List<Layer> live, Set<Weights> analysed) {
        Map<String, String> why = new LinkedHashMap<>();
        network.notAnalysed().forEach(tensor -> why.put(tensor.tensor(), tensor.why()));
        for (Layer layer : all) {
            Optional<String> reason = layer instanceof Layer.Opaque opaque ? Optional.of(opaque.why())
                    : layer instanceof Layer.BatchNormalisation
                    ? Optional.of("mean and variance of batches, which no gradient moves")
                    : live.contains(layer) ? Optional.empty() : Optional.of("nothing that the model passes on depends on it");
            reason.ifPresent(said -> layer.weights().stream().filter(weights -> !analysed.contains(weights))
                    .forEach(weights -> why.putIfAbsent(weights.name(), said)));
        }
        List<NotAnalysed> list = new ArrayList<>();
        why.forEach((tensor, said) -> list.add(new NotAnalysed(tensor, said)));
        return List.copyOf(list);
    }

    boolean has(Class<? extends Layer> type) {
        return layers.stream().anyMatch(type::isInstance);
    }
}
