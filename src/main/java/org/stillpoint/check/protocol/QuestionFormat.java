package org.stillpoint.check.protocol;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.SettingsFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Questions as JSON: {@code {"id": 7, "do": "gradients", "network": ..., "data": ..., "loss": "squared"}}, or
 * {@code {"id": 8, "do": "train", "network": ..., "data": ..., "settings": ...}}. Numbers are JSON numbers, exactly as the
 * arithmetic holds them, or, where nothing is rounded, strings. What the derivative is at a kink is not said: it is the program's
 * own choice.
 */
public final class QuestionFormat {

    static final String GRADIENTS = "gradients";
    static final String TRAIN = "train";

    private static final String ID = "id";
    private static final String DO = "do";
    private static final String NETWORK = "network";
    private static final String DATA = "data";
    private static final String LOSS = "loss";
    private static final String SETTINGS = "settings";
    private static final String LEARNING_RATE = "learning-rate";
    private static final String STEPS = "steps";
    private static final String BATCH_SIZE = "batch-size";
    private static final String MOMENTUM = "momentum";
    private static final String WEIGHT_DECAY = "weight-decay";

    private final FloatFormat arithmetic;

    private QuestionFormat(FloatFormat arithmetic) {
        this.arithmetic = arithmetic;
    }

    /** @param question holds only numbers that the arithmetic holds; {@link ObjectNode#toString()} makes one line of it */
    public static ObjectNode write(int id, Question question, FloatFormat arithmetic) {
        return new QuestionFormat(arithmetic).write(id, question);
    }

    private ObjectNode write(int id, Question question) {
        ObjectNode value = Json.object().put(ID, id).put(DO, question instanceof TrainingQuestion ? TRAIN : GRADIENTS);
        value.set(NETWORK, NetworkFormat.write(question.network()));
        value.set(DATA, DataFormat.write(question.data()));
        if (arithmetic.rounds()) {
            value.forEach(QuestionFormat::unquote);
        }
        if (question instanceof TrainingQuestion training) {
            value.set(SETTINGS, settings(training.settings()));
        } else {
            value.put(LOSS, question.loss().id());
        }
        return value;
    }

    private ObjectNode settings(Settings settings) {
        ObjectNode value = Json.object().put(LOSS, settings.loss().id());
        value.set(LEARNING_RATE, number(settings.learningRate()));
        value.put(STEPS, settings.steps()).put(BATCH_SIZE, settings.batchSize());
        value.set(MOMENTUM, number(settings.momentum()));
        value.set(WEIGHT_DECAY, number(settings.weightDecay()));
        return value;
    }

    /** Makes numbers of the strings in arrays, which are numbers all. */
    private static void unquote(JsonNode value) {
        value.forEach(QuestionFormat::unquote);
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isString()) {
                    array.set(i, bare(ExactNumber.parse(array.get(i).stringValue())));
                }
            }
        }
    }

    private JsonNode number(BigFraction number) {
        return arithmetic.rounds() ? bare(number) : Json.number(number);
    }

    /** Every digit of a number whose denominator is a power of two. */
    private static JsonNode bare(BigFraction number) {
        return JsonNodeFactory.instance.numberNode(
                new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator())));
    }

    /**
     * The question that a request asks, with derivative 0 at kinks.
     *
     * @throws FormatException if the value is no request
     */
    public static Question read(JsonCursor value) {
        value.allowing(Set.of(ID, DO, NETWORK, DATA, LOSS, SETTINGS));
        SettingsFormat.count(value.field(ID));
        Network network = NetworkFormat.read(value.field(NETWORK));
        DataSet data = DataFormat.read(value.field(DATA));
        JsonCursor what = value.field(DO);
        Optional<JsonCursor> misplaced = value.optionalField(what.string().equals(TRAIN) ? LOSS : SETTINGS);
        misplaced.ifPresent(other -> {
            throw other.error("unknown key for " + Foreign.quoted(what.string()));
        });
        return switch (what.string()) {
            case GRADIENTS -> new GradientQuestion(network, data, loss(value.field(LOSS)));
            case TRAIN -> new TrainingQuestion(network, data, readSettings(value.field(SETTINGS)));
            default -> throw what.error("unknown request, expected " + GRADIENTS + " or " + TRAIN);
        };
    }

    private static Settings readSettings(JsonCursor value) {
        value.allowing(Set.of(LOSS, LEARNING_RATE, STEPS, BATCH_SIZE, MOMENTUM, WEIGHT_DECAY));
        Loss loss = loss(value.field(LOSS));
        BigFraction rate = value.field(LEARNING_RATE).number();
        int steps = SettingsFormat.count(value.field(STEPS));
        int batchSize = SettingsFormat.count(value.field(BATCH_SIZE));
        BigFraction momentum = value.field(MOMENTUM).number();
        BigFraction decay = value.field(WEIGHT_DECAY).number();
        return value.checked(() -> new Settings(loss, rate, steps, batchSize, momentum, decay, BigFraction.ZERO));
    }

    private static Loss loss(JsonCursor name) {
        return name.checked(() -> Loss.fromId(name.string()));
    }
}
