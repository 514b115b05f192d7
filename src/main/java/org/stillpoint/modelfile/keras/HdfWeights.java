package org.stillpoint.modelfile.keras;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.hdf.HdfDataset;
import org.stillpoint.modelfile.hdf.HdfGroup;
import org.stillpoint.modelfile.tensor.Weights;

/** The weights in an HDF5 file, where each layer has a group that lists the names of its own. */
final class HdfWeights implements LayerWeights {

    private static final String LAYER_NAMES = "layer_names";
    private static final String WEIGHT_NAMES = "weight_names";

    private final Map<String, NamedWeights> layers = new LinkedHashMap<>();

    private HdfWeights() {
    }

    /** Whether a group lists layers. */
    static boolean isIn(HdfGroup group) throws IOException {
        return listed(group, LAYER_NAMES).isPresent();
    }

    /**
     * The weights below a group that lists layers.
     *
     * @param file what errors call it by
     * @throws FormatException if something is listed that is not there, or is listed twice
     */
    static HdfWeights read(HdfGroup group, String file) throws IOException {
        HdfWeights weights = new HdfWeights();
        Map<HdfDataset, String> seen = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(listed(group, LAYER_NAMES).orElseThrow());
        group.group("top_level_model_weights").ifPresent(top -> names.add("top_level_model_weights"));
        for (String name : names) {
            HdfGroup layer = group.group(name).orElseThrow(() ->
                    new FormatException(file + ": no group for layer " + Quoted.of(name) + ", expected one"));
            Map<String, Weights> own = new LinkedHashMap<>();
            for (String each : listed(layer, WEIGHT_NAMES).orElse(List.of())) {
                HdfDataset dataset = layer.dataset(each).orElseThrow(() -> new FormatException(file + ": "
                        + Quoted.plain(name + "/" + each) + ": " + layer.whyUnreadable(each).map(why -> Quoted.plain(why)
                        + ", expected a tensor that can be read").orElse("no such tensor, expected one of numbers")));
                String before = seen.put(dataset, name + "/" + each);
                if (before != null || own.put(each, dataset.named(shown(name, each))) != null) {
                    throw new FormatException(file + ": " + Quoted.plain(name + "/" + each)
                            + ": a tensor that is listed twice, expected once");
                }
            }
            if (weights.layers.put(name, new NamedWeights(own)) != null) {
                throw new FormatException(file + ": two layers " + Quoted.of(name) + ", expected names that differ");
            }
        }
        return weights;
    }

    /** What Keras calls a tensor, with its layer if the name does not have it. */
    private static String shown(String layer, String weights) {
        return ("/" + weights).contains("/" + layer + "/") ? weights : layer + "/" + weights;
    }

    /** A list of names, which is cut into numbered pieces if it is long. */
    private static Optional<List<String>> listed(HdfGroup group, String attribute) throws IOException {
        Optional<List<String>> whole = group.attributes().strings(attribute);
        if (whole.isPresent()) {
            return whole;
        }
        List<String> names = new ArrayList<>();
        Optional<List<String>> piece = group.attributes().strings(attribute + 0);
        for (int next = 1; piece.isPresent(); next++) {
            names.addAll(piece.get());
            piece = group.attributes().strings(attribute + next);
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** All of them, in the order of the layers. */
    List<Weights> all() {
        return layers.values().stream().flatMap(layer -> layer.weights().values().stream()).toList();
    }

    @Override
    public List<Weights> of(String name, String savedAs) {
        return Optional.ofNullable(layers.get(name)).map(layer -> List.copyOf(layer.weights().values())).orElse(List.of());
    }

    @Override
    public LayerWeights within(String name, String savedAs) {
        return layers.getOrDefault(name, new NamedWeights(Map.of()));
    }
}
