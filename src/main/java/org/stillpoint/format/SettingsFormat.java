package org.stillpoint.format;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as JSON; the keys are the options of {@code train}, and each must be there, but for {@code kink}: derivatives by
 * activation.
 */
public final class SettingsFormat {

    private static final String LOSS = "loss";
    private static final String LEARNING_RATE = "learning-rate";
    private static final String STEPS = "steps";
    private static final String BATCH_SIZE = "batch-size";
    private static final String MOMENTUM = "momentum";
    private static final String WEIGHT_DECAY = "weight-decay";
    private static final String KAPPA = "kappa";
    private static final String KINK = "kink";

    private static final BigInteger MAX_INT = BigInteger.valueOf(Integer.MAX_VALUE);

    private SettingsFormat() {
    }

    /** @throws FormatException if the value is no settings */
    public static Settings read(JsonCursor value) {
        value.allowing(Set.of(LOSS, LEARNING_RATE, STEPS, BATCH_SIZE, MOMENTUM, WEIGHT_DECAY, KAPPA, KINK));
        JsonCursor loss = value.field(LOSS);
        Loss readLoss = loss.checked(() -> Loss.fromId(loss.string()));
        BigFraction rate = value.field(LEARNING_RATE).number();
        int steps = count(value.field(STEPS));
        int batchSize = count(value.field(BATCH_SIZE));
        BigFraction momentum = value.field(MOMENTUM).number();
        BigFraction decay = value.field(WEIGHT_DECAY).number();
        KinkDerivatives kinks = kinks(value);
        return value.checked(() -> new Settings(readLoss, rate, steps, batchSize, momentum, decay, kinks));
    }

    private static KinkDerivatives kinks(JsonCursor value) {
        BigFraction kappa = value.field(KAPPA).number();
        Optional<JsonCursor> own = value.optionalField(KINK);
        return own.map(cursor -> cursor.checked(() -> new KinkDerivatives(kappa, own(cursor))))
                .orElse(KinkDerivatives.all(kappa));
    }

    private static Map<Activation, BigFraction> own(JsonCursor value) {
        value.allowing(Activation.all().stream().map(Activation::id).collect(Collectors.toSet()));
        Map<Activation, BigFraction> own = new HashMap<>();
        for (Activation activation : Activation.all()) {
            value.optionalField(activation.id()).ifPresent(derivative -> own.put(activation, derivative.number()));
        }
        return own;
    }

    public static ObjectNode write(Settings settings) {
        ObjectNode value = Json.object();
        value.put(LOSS, settings.loss().id());
        value.set(LEARNING_RATE, Json.number(settings.learningRate()));
        value.put(STEPS, settings.steps());
        value.put(BATCH_SIZE, settings.batchSize());
        value.set(MOMENTUM, Json.number(settings.momentum()));
        value.set(WEIGHT_DECAY, Json.number(settings.weightDecay()));
        value.set(KAPPA, Json.number(settings.kappa()));
        if (!settings.kinks().own().isEmpty()) {
            ObjectNode own = value.putObject(KINK);
            settings.kinks().own().forEach((activation, derivative) -> own.set(activation.id(), Json.number(derivative)));
        }
        return value;
    }

    /**
     * An integer from 0.
     *
     * @throws FormatException if the value is anything else, or more than an int can count
     */
    public static int count(JsonCursor value) {
        BigFraction number = value.number();
        if (!number.getDenominator().equals(BigInteger.ONE) || number.signum() < 0
                || number.getNumerator().compareTo(MAX_INT) > 0) {
            throw value.error("not a count, expected an integer from 0 to " + MAX_INT);
        }
        return number.getNumerator().intValueExact();
    }
}
