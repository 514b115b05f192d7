package org.stillpoint.modelfile.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of the outputs of layers that are not understood: their sizes, as far as the configuration says. */
final class OpaqueLayers {

    private static final Set<String> LIKE_INPUT = Set.of("PReLU", "Masking", "ActivityRegularization", "GroupNormalization",
            "UnitNormalization", "RMSNormalization", "Normalization", "MultiHeadAttention", "GroupedQueryAttention", "Softmax",
            "Activation", "BatchNormalization", "LayerNormalization", "ReLU", "LeakyReLU", "ELU");
    private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "SimpleRNN", "CuDNNLSTM", "CuDNNGRU", "Bidirectional");

    private OpaqueLayers() {
    }

    /** The sizes of its output but for the samples. */
    static Optional<List<Integer>> sizes(KerasLayer layer, List<Flow> inputs) {
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Integer>> in = inputs.get(0).sizes();
        if (LIKE_INPUT.contains(layer.kind())) {
            return in;
        }
        if (layer.kind().equals("Embedding")) {
            return in.flatMap(sizes -> layer.settings().integer("output_dim").map(size -> with(sizes, size)));
        }
        if (RECURRENT.contains(layer.kind())) {
            boolean isPair = layer.kind().equals("Bidirectional");
            Settings settings = isPair ? new Settings(layer.settings().config().field("layer").field("config"))
                    : layer.settings();
            boolean isJoined = isPair && layer.settings().text("merge_mode").orElse("").equals("concat");
            return settings.integer("units").filter(units -> units > 0 && units < Integer.MAX_VALUE / 2).flatMap(units -> {
                int size = isJoined ? 2 * units : units;
                return settings.isTrue("return_sequences", false)
                        ? in.filter(sizes -> sizes.size() == 2).map(sizes -> List.of(sizes.get(0), size))
                        : Optional.of(List.of(size));
            });
        }
        return layer.kind().equals("Reshape") ? layer.settings().at("target_shape").map(Settings::shape) : Optional.empty();
    }

    private static List<Integer> with(List<Integer> sizes, int last) {
        List<Integer> all = new ArrayList<>(sizes);
        all.add(last);
        return all;
    }
}
