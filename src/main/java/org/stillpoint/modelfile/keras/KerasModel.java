package org.stillpoint.modelfile.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.keras.KerasLayer.Source;
import tools.jackson.databind.JsonNode;

/**
 * A model as its configuration describes it: layers, and which outputs of which layers each is used on.
 *
 * @param inputs the layers that are fed
 * @param outputs what comes out
 */
public record KerasModel(String name, List<KerasLayer> layers, List<Source> inputs, List<Source> outputs) {

    private static final Set<String> GRAPHS = Set.of("Functional", "Model");
    private static final String CHAIN = "Sequential";
    private static final String AT_EACH_TIME = "TimeDistributed";
    private static final String CLASS = "class_name";
    private static final String CONFIG = "config";
    private static final String NAME = "name";
    private static final String LAYERS = "layers";
    private static final String USES = "inbound_nodes";
    private static final String TENSOR = "__keras_tensor__";
    private static final String HISTORY = "keras_history";

    /**
     * Reads the description of a model.
     *
     * @return empty if it is of a class of its own, whose layers only its code knows
     * @throws FormatException if it is not well-formed
     */
    public static Optional<KerasModel> read(JsonCursor description) {
        String kind = kind(description);
        JsonCursor config = description.field(CONFIG);
        if (kind.equals(CHAIN)) {
            return Optional.of(chain(config));
        }
        return GRAPHS.contains(kind) && config.optionalField(LAYERS).isPresent() ? Optional.of(graph(config)) : Optional.empty();
    }

    private static KerasModel chain(JsonCursor config) {
        boolean isList = config.isArray();
        List<JsonCursor> descriptions = Settings.elements(isList ? config : config.field(LAYERS));
        List<KerasLayer> layers = new ArrayList<>();
        Names names = new Names();
        boolean isFed = !descriptions.isEmpty() && descriptions.get(0).field(CLASS).string().equals("InputLayer");
        if (!isFed) {
            layers.add(new KerasLayer("InputLayer", names.unused("input"), "", new Settings(isList || descriptions.isEmpty()
                    ? emptyLike(config) : fedAs(config, descriptions.get(0))), List.of(List.of()), Optional.empty()));
        }
        for (JsonCursor description : descriptions) {
            List<List<Source>> uses = layers.isEmpty() ? List.of(List.of())
                    : List.of(List.of(new Source(layers.get(layers.size() - 1).name(), 0, 0)));
            layers.add(layer(description, uses, names));
        }
        return new KerasModel(isList ? "" : new Settings(config).text(NAME).orElse(""), layers,
                List.of(new Source(layers.get(0).name(), 0, 0)), List.of(new Source(layers.get(layers.size() - 1).name(), 0, 0)));
    }

    /** What says the shape of the input of a chain without a layer for it: the first layer, or the chain. */
    private static JsonCursor fedAs(JsonCursor chain, JsonCursor first) {
        JsonCursor config = first.field(CONFIG);
        return KerasNetwork.SHAPES.stream().anyMatch(key -> new Settings(config).at(key).isPresent()) ? config : chain;
    }

    private static JsonCursor emptyLike(JsonCursor place) {
        return new JsonCursor(place.file(), place.pointer(), Json.object());
    }

    private static KerasModel graph(JsonCursor config) {
        List<KerasLayer> layers = new ArrayList<>();
        Names names = new Names();
        for (JsonCursor description : Settings.elements(config.field(LAYERS))) {
            List<List<Source>> uses = new ArrayList<>();
            description.optionalField(USES).ifPresent(nodes -> Settings.elements(nodes).forEach(node -> uses.add(sources(node))));
            layers.add(layer(description, uses.isEmpty() ? List.of(List.of()) : uses, names));
        }
        return new KerasModel(new Settings(config).text(NAME).orElse(""), layers, ends(config, "input_layers"),
                ends(config, "output_layers"));
    }

    private static KerasLayer layer(JsonCursor description, List<List<Source>> uses, Names names) {
        String kind = kind(description);
        JsonCursor config = description.field(CONFIG);
        Optional<KerasModel> inner = kind.equals(CHAIN) || GRAPHS.contains(kind) ? read(description) : Optional.empty();
        Settings settings = new Settings(config.isArray() ? emptyLike(config) : config);
        Optional<JsonCursor> each = kind.equals(AT_EACH_TIME) ? settings.at("layer").filter(KerasModel::actsOnTheLastAxis)
                : Optional.empty();
        Optional<String> name = new Settings(description).text(NAME).or(() -> settings.text(NAME));
        if (name.isPresent() && !names.used.add(name.get())) {
            throw description.error("a second layer " + Quoted.of(name.get()) + ", expected names that differ");
        }
        return new KerasLayer(each.map(KerasModel::kind).orElse(kind), name.orElseGet(() -> names.unused(kind)),
                names.saved(kind), each.map(layer -> new Settings(layer.field(CONFIG))).orElse(settings), uses, inner);
    }

    /** Whether it does the same at each time as with all times together. */
    private static boolean actsOnTheLastAxis(JsonCursor layer) {
        return kind(layer).equals("Dense");
    }

    /** The class, with where it comes from if that is not Keras. */
    private static String kind(JsonCursor description) {
        String kind = description.field(CLASS).string();
        String from = new Settings(description).text("module").orElse("keras");
        return from.equals("keras") || from.startsWith("keras.") || from.startsWith("tf_keras.") ? kind : from + ">" + kind;
    }

    /** All outputs of layers that a use of a layer mentions, in its order. */
    private static List<Source> sources(JsonCursor node) {
        List<Source> found = new ArrayList<>();
        collect(node, node.node(), found);
        return found;
    }

    private static void collect(JsonCursor place, JsonNode value, List<Source> found) {
        if (isSource(value)) {
            found.add(source(place, value));
            for (int i = 3; i < value.size(); i++) {
                collect(place, value.get(i), found);
            }
            return;
        }
        if (value.isObject() && value.path(CLASS).asString("").equals(TENSOR)) {
            found.add(source(place, value.path(CONFIG).path(HISTORY)));
            return;
        }
        if (value.isArray() || value.isObject()) {
            value.forEach(each -> collect(place, each, found));
        }
    }

    /** {@code ["name", 0, 0]}, perhaps with something after it. */
    private static boolean isSource(JsonNode value) {
        return value.isArray() && value.size() >= 3 && value.get(0).isString() && value.get(1).isIntegralNumber()
                && value.get(2).isIntegralNumber()
                && value.get(1).bigIntegerValue().signum() >= 0 && value.get(2).bigIntegerValue().signum() >= 0;
    }

    private static Source source(JsonCursor place, JsonNode value) {
        if (!isSource(value)) {
            throw place.error("a tensor without history, expected its layer, use and output");
        }
        JsonCursor use = new JsonCursor(place.file(), place.pointer(), value.get(1));
        JsonCursor output = new JsonCursor(place.file(), place.pointer(), value.get(2));
        return new Source(value.get(0).asString(), Settings.integer(use), Settings.integer(output));
    }

    private static List<Source> ends(JsonCursor config, String key) {
        List<Source> ends = new ArrayList<>();
        config.optionalField(key).ifPresent(value -> collect(value, value.node(), ends));
        return ends;
    }

    /** Names that are taken. */
    private static final class Names {

        private final Set<String> used = new HashSet<>();
        private final Map<String, Integer> saved = new HashMap<>();

        String unused(String name) {
            String free = name;
            while (used.contains(free)) {
                free += "_";
            }
            used.add(free);
            return free;
        }

        /** As archives call the next layer of a class. */
        String saved(String kind) {
            String name = kind.substring(kind.lastIndexOf('>') + 1).replaceAll("\\W+", "")
                    .replaceAll("(.)([A-Z][a-z]+)", "$1_$2").replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
            int count = saved.merge(name, 1, Integer::sum) - 1;
            return count == 0 ? name : name + "_" + count;
        }
    }
}
