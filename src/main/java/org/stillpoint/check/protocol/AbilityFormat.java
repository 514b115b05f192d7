package org.stillpoint.check.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Biases;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Named;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.SettingsFormat;

/** What a program says that it can do, as JSON: {@code {"name": "my net", "arithmetic": "float32", "does": ["train"], ...}}. */
public final class AbilityFormat {

    /** The first request. */
    public static final String HELLO = "{\"stillpoint\": 1, \"do\": \"hello\"}";

    private static final String NAME = "name";
    private static final String ARITHMETIC = "arithmetic";
    private static final String ACTIVATIONS = "activations";
    private static final String LOSSES = "losses";
    private static final String DOES = "does";
    private static final String MIN_LAYERS = "min-layers";
    private static final String MAX_LAYERS = "max-layers";
    private static final String MAX_SAMPLES = "max-samples";
    private static final String BIASES = "biases";
    private static final String SAME_ACTIVATION = "same-activation";
    private static final String OUTPUT_ACTIVATIONS = "output-activations";
    private static final String ULPS = "ulps";
    private static final Set<String> KEYS = Set.of(NAME, ARITHMETIC, ACTIVATIONS, LOSSES, DOES, MIN_LAYERS, MAX_LAYERS,
            MAX_SAMPLES, BIASES, SAME_ACTIVATION, OUTPUT_ACTIVATIONS, ULPS);

    private static final int LONGEST_NAME = 100;

    private final JsonCursor hello;

    private AbilityFormat(JsonCursor hello) {
        this.hello = hello;
    }

    /**
     * The answer to {@link #HELLO}.
     *
     * @param name for a program that does not say its own
     * @throws FormatException if it is none, or contradicts itself
     */
    public static Ability read(String line, String name) {
        return new AbilityFormat(ForeignJson.read("hello", line).allowing(KEYS))
                .read(Ability.defaults(Foreign.shown(name, LONGEST_NAME)));
    }

    private Ability read(Ability defaults) {
        FloatFormat arithmetic = hello.optionalField(ARITHMETIC).map(value -> named(value, FloatFormat::fromId))
                .orElse(defaults.arithmetic());
        List<Activation> activations = list(ACTIVATIONS, Activation::fromId).orElse(defaults.activations());
        List<Does> does = list(DOES, Does::fromId).orElse(List.of(Does.GRADIENTS));
        boolean sameActivation = hello.optionalField(SAME_ACTIVATION).map(AbilityFormat::truth).orElse(defaults.sameActivation());
        int minLayers = fromOne(MIN_LAYERS).orElse(defaults.minLayers());
        Ability ability = new Ability(
                hello.optionalField(NAME).map(AbilityFormat::name).orElse(defaults.name()),
                arithmetic, activations, list(LOSSES, Loss::fromId).orElse(defaults.losses()),
                does.contains(Does.GRADIENTS), does.contains(Does.TRAIN),
                minLayers, fromOne(MAX_LAYERS).orElse(Math.max(minLayers, defaults.maxLayers())),
                fromOne(MAX_SAMPLES).orElse(defaults.maxSamples()),
                hello.optionalField(BIASES).map(AbilityFormat::biases).orElse(defaults.biases()),
                sameActivation,
                list(OUTPUT_ACTIVATIONS, Activation::fromId).orElse(outputActivations(activations, sameActivation)),
                hello.optionalField(ULPS).map(SettingsFormat::count).orElse(defaults.ulps()));
        requireConsistent(ability);
        return ability;
    }

    private static List<Activation> outputActivations(List<Activation> activations, boolean sameActivation) {
        return activations.contains(Activation.IDENTITY) && !sameActivation ? List.of(Activation.IDENTITY) : activations;
    }

    private void requireConsistent(Ability ability) {
        require(ability.minLayers() <= ability.maxLayers(), MAX_LAYERS,
                ability.maxLayers() + " layers, expected at least the " + ability.minLayers() + " of " + MIN_LAYERS);
        require(!ability.activations().contains(Activation.SOFTMAX), ACTIVATIONS,
                "softmax, which is for the last layer only, expected it in " + OUTPUT_ACTIVATIONS);
        require(!ability.sameActivation() || ability.activations().stream().anyMatch(ability.outputActivations()::contains),
                OUTPUT_ACTIVATIONS, "none of the activations, expected one of them, as " + SAME_ACTIVATION + " is true");
        require(!ability.losses().contains(Loss.CROSS_ENTROPY)
                        || Stream.of(Activation.SIGMOID, Activation.SOFTMAX).anyMatch(ability.outputActivations()::contains),
                LOSSES, "cross-entropy, expected sigmoid or softmax in " + OUTPUT_ACTIVATIONS);
        if (!ability.arithmetic().rounds()) {
            requireRational(ACTIVATIONS, ability.activations().stream().filter(activation -> !activation.isRational()));
            requireRational(OUTPUT_ACTIVATIONS,
                    ability.outputActivations().stream().filter(activation -> !activation.isRational()));
            requireRational(LOSSES, ability.losses().stream().filter(loss -> !loss.isRational()));
        }
    }

    private void requireRational(String key, Stream<? extends Named> smooth) {
        smooth.findFirst().ifPresent(value -> {
            throw at(key).error(value.id() + ", expected only what has rational values, as the arithmetic is exact");
        });
    }

    private void require(boolean holds, String key, String message) {
        if (!holds) {
            throw at(key).error(message);
        }
    }

    /** Where something is said, or, if a default contradicts the rest, where nothing is. */
    private JsonCursor at(String key) {
        return hello.optionalField(key).orElse(hello);
    }

    private static String name(JsonCursor value) {
        String name = value.string();
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.equals(Foreign.shown(name, LONGEST_NAME))) {
            throw value.error(Foreign.quoted(name) + " as a name, expected 1 to " + LONGEST_NAME
                    + " characters, and none unseen");
        }
        return name;
    }

    private static Biases biases(JsonCursor value) {
        return value.node().isBoolean() ? truth(value) ? Biases.OPTIONAL : Biases.NEVER : named(value, Biases::fromId);
    }

    private static boolean truth(JsonCursor value) {
        if (!value.node().isBoolean()) {
            throw value.error("expected true or false");
        }
        return value.node().booleanValue();
    }

    private Optional<Integer> fromOne(String key) {
        Optional<JsonCursor> value = hello.optionalField(key);
        Optional<Integer> count = value.map(SettingsFormat::count);
        require(!count.equals(Optional.of(0)), key, "0, expected 1 or more");
        return count;
    }

    private <T> Optional<List<T>> list(String key, Function<String, T> fromId) {
        return hello.optionalField(key).map(value -> list(value, fromId));
    }

    private static <T> List<T> list(JsonCursor value, Function<String, T> fromId) {
        Set<T> seen = new HashSet<>();
        return value.elements().stream().map(element -> {
            T read = named(element, fromId);
            if (!seen.add(read)) {
                throw element.error(Foreign.quoted(element.string()) + " again, expected each once");
            }
            return read;
        }).toList();
    }

    private static <T> T named(JsonCursor value, Function<String, T> fromId) {
        return value.checked(() -> fromId.apply(value.string()));
    }

    /** What a program can be asked for. */
    private enum Does implements Named {
        GRADIENTS(QuestionFormat.GRADIENTS), TRAIN(QuestionFormat.TRAIN);

        private final String id;

        Does(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        static Does fromId(String id) {
            return Named.find("request", List.of(values()), id);
        }
    }
}
