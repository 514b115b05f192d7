package org.stillpoint.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.SettingsFormat;
import org.stillpoint.generation.Start;

/** Scopes of claims of one's own as JSON; each key may be left out. */
final class OwnScopeFormat {

    static final String DEPTH = "depth";
    static final String WIDTH = "width";
    static final String STEPS = "steps";
    static final String SAMPLES = "samples";
    static final String HEIGHT = "height";
    static final String START = "start";
    static final String BIASES = "biases";
    static final String ACTIVATIONS = "activations";
    static final String LOSSES = "losses";
    static final String LEARNING_RATES = "learning-rates";
    static final String KAPPAS = "kappas";
    static final String BATCH_SIZES = "batch-sizes";
    static final String MOMENTUMS = "momentums";
    static final String WEIGHT_DECAYS = "weight-decays";
    static final String LABELS = "labels";

    /** Every key, in the order in which they are explained. */
    static final List<String> KEYS = List.of(DEPTH, WIDTH, STEPS, SAMPLES, HEIGHT, START, BIASES, ACTIVATIONS, LOSSES,
            LEARNING_RATES, KAPPAS, BATCH_SIZES, MOMENTUMS, WEIGHT_DECAYS, LABELS);

    static final String ANY = "any";
    static final String FULL = "full";
    static final String BALANCED = "balanced";

    /** What each list may have. */
    static final int MAX_ENTRIES = 8;
    static final int MAX_COMBINATIONS = 100;
    static final int MAX_NUMBER_BITS = 64;

    private static final List<Start> ANY_START =
            List.of(Start.ZEROS, Start.ZERO_FIRST, Start.ZERO_LAST, Start.BIASES, Start.RANDOM);

    private final JsonCursor scope;
    private final List<String> words = new ArrayList<>();

    private OwnScopeFormat(JsonCursor scope) {
        this.scope = scope;
    }

    /** @throws FormatException if the value is no scope, or one that is too large */
    static OwnScope read(JsonCursor value) {
        return new OwnScopeFormat(value.allowing(Set.copyOf(KEYS))).read();
    }

    private OwnScope read() {
        Optional<WrittenStart> written = scope.optionalField(START).filter(start -> start.node().isObject())
                .map(WrittenStart::read);
        Range layers = written.map(start -> shape(DEPTH, start.shape().layers().size(), Scope.MAX_DEPTH))
                .orElseGet(() -> range(DEPTH, 1, 2, Scope.MAX_DEPTH));
        Range widths = written.map(start -> new Range(1, shape(WIDTH, widest(start), Scope.MAX_WIDTH).most(), false))
                .orElseGet(() -> range(WIDTH, 1, 2, Scope.MAX_WIDTH));
        Range steps = range(STEPS, 0, 1, Scope.MAX_STEPS);
        Range samples = range(SAMPLES, 1, 2, Scope.MAX_SAMPLES);
        int height = scope.optionalField(HEIGHT).map(value -> count(value, 1, Scope.MAX_HEIGHT)).orElse(1);
        List<OwnStart> starts = written.map(this::only).orElseGet(this::named);
        List<OwnTraining> trainings = trainings();
        boolean balanced = word(LABELS, ANY, List.of(ANY, BALANCED)).equals(BALANCED);
        if (starts.size() * trainings.size() > MAX_COMBINATIONS) {
            throw scope.error(starts.size() + " ways to start times " + trainings.size()
                    + " ways to train, expected a product of at most "
                    + MAX_COMBINATIONS);
        }
        return new OwnScope(layers, widths, steps, samples, height, starts, trainings, balanced,
                "one output, " + String.join(", ", words));
    }

    /** The shape of a start that is written down is its own. */
    private Range shape(String key, int number, int most) {
        for (String given : List.of(DEPTH, WIDTH, BIASES, ACTIVATIONS)) {
            scope.optionalField(given).ifPresent(value -> {
                throw value.error("\"" + given + "\" beside a start that is written down, expected none: the start has its own");
            });
        }
        if (number > most) {
            throw scope.field(START).error(key + " " + number + ", expected at most " + most);
        }
        return Range.exactly(number);
    }

    private static int widest(WrittenStart start) {
        return start.shape().widths().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private List<OwnStart> only(WrittenStart start) {
        words.add("start as written");
        return List.of(start);
    }

    private List<OwnStart> named() {
        List<String> names = Stream.concat(Stream.of(ANY), Arrays.stream(Start.values()).map(Start::id)).toList();
        String name = word(START, ANY, names);
        List<Start> starts = name.equals(ANY) ? ANY_START : List.of(Start.fromId(name));
        List<Boolean> biases = list(BIASES, List.of(true), OwnScopeFormat::truth, String::valueOf);
        if (name.equals(Start.BIASES.id()) && !biases.contains(true)) {
            throw scope.field(BIASES).error("no biases for the start " + name + ", expected true among them");
        }
        List<RationalActivation> activations = list(ACTIVATIONS, List.of(Activation.RELU),
                value -> value.checked(() -> Activation.fromId(value.string()).rational()), RationalActivation::id);
        return starts.stream().flatMap(start -> biases.stream().filter(bias -> bias || start != Start.BIASES)
                .flatMap(bias -> activations.stream()
                .<OwnStart>map(hidden -> new NamedStart(start, bias, hidden, leastLayers(name, start))))).toList();
    }

    /** Where there is one layer, a start whose first or last layer is zero is all zero, and one of those that are any already. */
    private static int leastLayers(String name, Start start) {
        return name.equals(ANY) && (start == Start.ZERO_FIRST || start == Start.ZERO_LAST) ? 2 : 1;
    }

    private List<OwnTraining> trainings() {
        List<RationalLoss> losses = list(LOSSES, List.of(Loss.HINGE),
                value -> value.checked(() -> Loss.fromId(value.string()).rational()), RationalLoss::id);
        List<Optional<BigFraction>> rates = rates();
        List<BigFraction> kappas = numbers(KAPPAS);
        List<Integer> batchSizes = list(BATCH_SIZES, List.of(OwnTraining.FULL), OwnScopeFormat::batchSize,
                size -> size == OwnTraining.FULL ? FULL : String.valueOf(size));
        List<BigFraction> momentums = numbers(MOMENTUMS);
        List<BigFraction> decays = numbers(WEIGHT_DECAYS);
        return losses.stream().flatMap(loss -> rates.stream().flatMap(rate -> kappas.stream().flatMap(kappa -> batchSizes.stream()
                .flatMap(batch -> momentums.stream().flatMap(momentum -> decays.stream()
                        .map(decay -> new OwnTraining(loss, rate, kappa, batch, momentum, decay))))))).toList();
    }

    private List<Optional<BigFraction>> rates() {
        if (scope.optionalField(LEARNING_RATES).filter(JsonCursor::isArray).isEmpty()) {
            word(LEARNING_RATES, ANY, List.of(ANY));
            return List.of(Optional.empty());
        }
        return list(LEARNING_RATES, List.of(), value -> Optional.of(positive(value)),
                rate -> ExactNumber.write(rate.orElseThrow()));
    }

    private List<BigFraction> numbers(String key) {
        return list(key, List.of(BigFraction.ZERO), OwnScopeFormat::number, ExactNumber::write);
    }

    private <T> List<T> list(String key, List<T> otherwise, Function<JsonCursor, T> read, Function<T, String> write) {
        List<T> entries = scope.optionalField(key).map(list -> entries(list, read)).orElse(otherwise);
        words.add(key + " " + entries.stream().map(write).collect(Collectors.joining("|")));
        return entries;
    }

    private static <T> List<T> entries(JsonCursor list, Function<JsonCursor, T> read) {
        List<JsonCursor> elements = list.elements();
        if (elements.size() > MAX_ENTRIES) {
            throw list.error(elements.size() + " entries, expected at most " + MAX_ENTRIES);
        }
        List<T> entries = new ArrayList<>();
        for (JsonCursor element : elements) {
            T entry = read.apply(element);
            if (entries.contains(entry)) {
                throw element.error("an entry for the second time, expected each once");
            }
            entries.add(entry);
        }
        return List.copyOf(entries);
    }

    /** One of some words. */
    private String word(String key, String otherwise, List<String> all) {
        String word = scope.optionalField(key).map(value -> {
            if (!all.contains(value.string())) {
                throw value.error("\"" + value.string() + "\", expected one of " + String.join(", ", all));
            }
            return value.string();
        }).orElse(otherwise);
        words.add(key + " " + word);
        return word;
    }

    private static boolean truth(JsonCursor value) {
        if (!value.node().isBoolean()) {
            throw value.error("no truth value, expected true or false");
        }
        return value.node().booleanValue();
    }

    private static BigFraction number(JsonCursor value) {
        BigFraction number = value.number();
        if (ExactNumber.bits(number) > MAX_NUMBER_BITS) {
            throw value.error("a number of " + ExactNumber.bits(number) + " bits, expected at most " + MAX_NUMBER_BITS);
        }
        return number;
    }

    private static BigFraction positive(JsonCursor value) {
        BigFraction number = number(value);
        if (number.signum() <= 0) {
            throw value.error("the learning rate " + ExactNumber.write(number) + ", expected a positive one");
        }
        return number;
    }

    private static int batchSize(JsonCursor value) {
        return value.node().isString() && value.string().equals(FULL) ? OwnTraining.FULL : count(value, 1, Scope.MAX_SAMPLES);
    }

    /** A number for "up to", or an array of the least and the most. */
    private Range range(String key, int least, int otherwise, int most) {
        Optional<JsonCursor> field = scope.optionalField(key);
        if (field.isEmpty()) {
            return new Range(least, otherwise, false);
        }
        JsonCursor value = field.get();
        if (!value.isArray()) {
            return new Range(least, count(value, least, most), false);
        }
        List<JsonCursor> ends = value.elements();
        if (ends.size() != 2) {
            throw value.error(ends.size() + " entries, expected two, the least and the most");
        }
        int from = count(ends.get(0), least, most);
        Range range = new Range(from, count(ends.get(1), from, most), true);
        words.add(key + " " + range);
        return range;
    }

    private static int count(JsonCursor value, int least, int most) {
        if (!value.node().isNumber()) {
            throw value.error("no number, expected an integer from " + least + " to " + most);
        }
        int count = SettingsFormat.count(value);
        if (count < least || count > most) {
            throw value.error(count + ", expected an integer from " + least + " to " + most);
        }
        return count;
    }
}
