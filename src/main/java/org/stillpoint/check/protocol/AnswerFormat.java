package org.stillpoint.check.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.JsonCursor;

/**
 * Answers as JSON: {@code {"id": 7, "gradients": {"layers": [{"weights": [[0.5]], "bias": [1.0]}]}}}, perhaps with
 * {@code "loss"} and {@code "outputs"}; {@code {"id": 7, "network": ...}} after training; or
 * {@code {"id": 7, "unsupported": "why"}}.
 */
public final class AnswerFormat {

    static final String GRADIENTS = "gradients";
    static final String NETWORK = "network";

    private static final String ID = "id";
    private static final String UNSUPPORTED = "unsupported";
    private static final String LOSS = "loss";
    private static final String OUTPUTS = "outputs";
    private static final String LAYERS = "layers";
    private static final String WEIGHTS = "weights";
    private static final String BIAS = "bias";
    private static final String ACTIVATION = "activation";
    private static final int LONGEST_REASON = 200;

    /** What programs write for numbers that are not finite, bare or as strings. */
    private static final Set<String> NOT_FINITE =
            Set.of("nan", "infinity", "+infinity", "-infinity", "inf", "+inf", "-inf", "-nan");

    private final Question question;
    private final FloatFormat arithmetic;

    private AnswerFormat(Question question, FloatFormat arithmetic) {
        this.question = question;
        this.arithmetic = arithmetic;
    }

    /**
     * The answer to a question that was sent with this id.
     *
     * @throws FormatException if it is no answer to that; the message names the request and the place
     */
    public static Answer read(String line, int id, Question question, FloatFormat arithmetic) {
        JsonCursor answer = ForeignJson.read("request " + id, line);
        JsonCursor answered = answer.field(ID);
        if (!answered.number().equals(new BigFraction(id))) {
            throw answered.error("an answer to request " + Foreign.quoted(answered.node().asString()) + ", expected one to "
                    + id);
        }
        return new AnswerFormat(question, arithmetic).read(answer);
    }

    private Answer read(JsonCursor answer) {
        Optional<JsonCursor> unsupported = answer.optionalField(UNSUPPORTED);
        if (unsupported.isPresent()) {
            answer.allowing(Set.of(ID, UNSUPPORTED));
            return new Answer.Unsupported(Foreign.shown(unsupported.get().string(), LONGEST_REASON));
        }
        if (question instanceof GradientQuestion) {
            answer.allowing(Set.of(ID, GRADIENTS, LOSS, OUTPUTS));
            return new Answer.Numbers(parameters(answer.field(GRADIENTS)), answer.optionalField(OUTPUTS).map(this::outputs),
                    answer.optionalField(LOSS).map(this::number));
        }
        answer.allowing(Set.of(ID, NETWORK));
        return new Answer.Numbers(parameters(answer.field(NETWORK)), Optional.empty(), Optional.empty());
    }

    private List<Reported> parameters(JsonCursor value) {
        Network network = question.network();
        JsonCursor layers = value.allowing(Set.of(LAYERS)).field(LAYERS);
        List<JsonCursor> elements = layers.elements();
        int depth = network.layers().size();
        if (elements.size() != depth) {
            throw layers.error(elements.size() + " layers, expected " + depth);
        }
        List<Reported> parameters = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            parameters.addAll(layer(network.layers().get(l), elements.get(l)));
        }
        return parameters;
    }

    private List<Reported> layer(Layer shape, JsonCursor layer) {
        layer.allowing(Set.of(WEIGHTS, BIAS, ACTIVATION));
        layer.optionalField(ACTIVATION)
                .filter(name -> !name.checked(() -> Activation.fromId(name.string())).equals(shape.activation()))
                .ifPresent(name -> {
                    throw name.error("another activation, expected none or " + shape.activation().id());
                });
        List<Reported> parameters = new ArrayList<>(weights(shape, layer.field(WEIGHTS)));
        if (shape.bias().isPresent()) {
            parameters.addAll(numbers(layer.field(BIAS), shape.units()));
        } else {
            layer.optionalField(BIAS).ifPresent(bias -> {
                throw bias.error("a bias, expected none, as the layer has none");
            });
        }
        return parameters;
    }

    private List<Reported> weights(Layer shape, JsonCursor weights) {
        List<JsonCursor> rows = weights.elements();
        int columns = rows.get(0).elements().size();
        boolean ragged = rows.stream().anyMatch(row -> row.elements().size() != columns);
        if (!ragged && (rows.size() != shape.units() || columns != shape.inputs())) {
            throw weights.error(counted(rows.size(), "row") + " of " + counted(columns, "number") + ", expected "
                    + shape.units() + " of " + shape.inputs() + " (units out x units in)");
        }
        return rows.stream().flatMap(row -> numbers(row, shape.inputs()).stream()).toList();
    }

    /** A sample each; where there is one output, a sample may be that number, as a target is. */
    private List<List<Reported>> outputs(JsonCursor outputs) {
        List<JsonCursor> samples = outputs.elements();
        if (samples.size() != question.data().size()) {
            throw outputs.error(counted(samples.size(), "output") + ", expected " + question.data().size()
                    + ", one for each sample");
        }
        int units = question.network().outputs();
        return samples.stream().map(sample -> units == 1 && !sample.isArray() ? List.of(number(sample)) : numbers(sample, units))
                .toList();
    }

    private List<Reported> numbers(JsonCursor array, int expected) {
        List<JsonCursor> entries = array.elements();
        if (entries.size() != expected) {
            throw array.error(counted(entries.size(), "number") + ", expected " + expected);
        }
        return IntStream.range(0, expected).mapToObj(k -> number(entries.get(k))).toList();
    }

    private Reported number(JsonCursor value) {
        if (value.node().isNull()) {
            return Reported.notFinite("null");
        }
        if (value.node().isString()) {
            return word(value);
        }
        if (!value.node().isNumber()) {
            throw value.error("expected a number");
        }
        return Reported.of(arithmetic.rounds() ? arithmetic.read(value.node().decimalValue()) : value.number(),
                ForeignJson.text(value.node()));
    }

    /** A string: an exact number is one where nothing is rounded. */
    private Reported word(JsonCursor value) {
        String text = value.string();
        if (isNotFinite(text)) {
            return Reported.notFinite(text);
        }
        if (arithmetic.rounds()) {
            throw value.error("a string, expected a number");
        }
        return Reported.of(value.number(), text);
    }

    static boolean isNotFinite(String text) {
        return text.length() <= "+infinity".length() && NOT_FINITE.contains(text.toLowerCase(Locale.ROOT));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
