package org.stillpoint.modelfile.keras;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * The weights in an archive, where those of a layer lie in a folder with the name of its class, numbered in the order in which
 * they were made.
 *
 * @param weights by their paths below this model
 */
record ArchiveWeights(Map<String, Weights> weights) implements LayerWeights {

    /** As older versions called what is {@code layers} now. */
    private static final List<String> FOLDERS = List.of("layers/", "_layer_checkpoint_dependencies/");

    /** Shorter numbers are smaller. */
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparing((String path) -> path.substring(0, path.lastIndexOf('/') + 1))
                    .thenComparing(String::length).thenComparing(Comparator.naturalOrder());

    @Override
    public List<Weights> of(String name, String savedAs) {
        return List.copyOf(below(savedAs).values());
    }

    @Override
    public LayerWeights within(String name, String savedAs) {
        return new ArchiveWeights(below(savedAs));
    }

    private Map<String, Weights> below(String layer) {
        Map<String, Weights> found = new TreeMap<>(BY_NUMBER);
        weights.forEach((path, each) -> FOLDERS.stream().map(folder -> folder + layer + "/").filter(path::startsWith)
                .findFirst().ifPresent(folder -> found.put(path.substring(folder.length()), each)));
        return new LinkedHashMap<>(found);
    }
}
