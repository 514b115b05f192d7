package org.stillpoint.lab;

import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;

/**
 * Reads a problem: a network, or a shape and the name of a start; data; how to train. All but the network can be left out:
 * <pre>{"shape": [2, 2, 1], "bias": true, "start": "twins", "value": "1", "seed": "1", "activation": "relu",
 * "outputActivation": "identity", "data": {"name": "two"}, "loss": "hinge", "rate": "1/10", "batch": 1, "momentum": "0",
 * "decay": "0", "kappa": "0", "maxBits": 20000}</pre>
 */
final class ProblemReader {

    private static final Set<String> KEYS = Set.of("network", "shape", "bias", "start", "value", "seed", "activation",
            "outputActivation", "data", "loss", "rate", "batch", "momentum", "decay", "kappa", "maxBits");
    private static final int DEFAULT_BITS = 20_000;
    private static final int MOST_BITS = 1_000_000;

    private ProblemReader() {
    }

    /** @throws DomainException if the text is no problem; or one that {@code generation} throws if it cannot be made */
    static Problem read(String text) {
        Given given = new Given("problem", JsonReader.read(text)).allowing(KEYS);
        Network start = NetworkReader.read(given);
        DataSet data = DataReader.read(given.optional("data"), start);
        Settings settings = settings(given);
        settings.loss().requireTargets(start, data);
        return new Problem(start, data, settings,
                given.optional("maxBits").map(bits -> bits.count(1, MOST_BITS)).orElse(DEFAULT_BITS));
    }

    private static Settings settings(Given given) {
        Settings defaults = Settings.defaults(0);
        Loss loss = given.optional("loss").map(name -> name.checked(() -> Loss.fromId(name.text()))).orElse(defaults.loss());
        return new Settings(loss, number(given, "rate", defaults.learningRate()), 0,
                given.optional("batch").map(size -> size.count(1, Integer.MAX_VALUE)).orElse(defaults.batchSize()),
                number(given, "momentum", defaults.momentum()), number(given, "decay", defaults.weightDecay()),
                number(given, "kappa", defaults.kappa()));
    }

    private static BigFraction number(Given given, String name, BigFraction otherwise) {
        return given.optional(name).map(Given::number).orElse(otherwise);
    }
}
