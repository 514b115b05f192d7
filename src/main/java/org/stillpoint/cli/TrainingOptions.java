package org.stillpoint.cli;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.training.UpdateRule;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what to train, on what, and how. */
final class TrainingOptions {

    @Mixin
    private DataInput input;

    @Option(names = "--loss", defaultValue = "hinge", converter = LossConverter.class, paramLabel = "LOSS",
            description = "perceptron, hinge, squared, absolute, logistic or cross-entropy (default: ${DEFAULT-VALUE}).")
    private Loss loss;

    @Option(names = "--learning-rate", defaultValue = "1/10", converter = ExactNumberConverter.class, paramLabel = "Q",
            description = "The learning rate, exact (default: ${DEFAULT-VALUE}).")
    private BigFraction learningRate;

    @ArgGroup
    private Length length;

    @Option(names = "--batch-size", defaultValue = "1", paramLabel = "N",
            description = "Samples per step (default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Mixin
    private OptimiserOptions optimiser;

    @Mixin
    private KinkOptions kinks;

    @Option(names = "--max-steps", defaultValue = "1000000", paramLabel = "N",
            description = "Refuse to take more steps (default: ${DEFAULT-VALUE}).")
    private int maxSteps;

    /** The network with the data, which fits it and the loss. */
    DataInput.Input read(Terminal terminal) {
        return input.read(terminal, loss);
    }

    int maxBits() {
        return input.network().maxBits();
    }

    Settings settings(DataSet data) {
        Settings settings = new Settings(loss, learningRate, 0, batchSize, optimiser.momentum(), optimiser.weightDecay(),
                kinks.derivatives());
        Settings whole = length != null && length.steps != null
                ? settings.withSteps(length.steps)
                : settings.withEpochs(epochs(), data.size());
        if (whole.steps() > maxSteps) {
            throw new UsageException(whole.steps() + " steps, expected at most " + maxSteps + " (--max-steps)");
        }
        return whole;
    }

    /** How the parameters move; the network is that of the input. */
    UpdateRule rule(Terminal terminal, Network network) {
        return optimiser.rule(terminal, input, network, learningRate);
    }

    private int epochs() {
        return length == null ? 1 : length.epochs;
    }

    /** How long to train. */
    static final class Length {

        @Option(names = "--steps", paramLabel = "N", description = "Steps to take.")
        private Integer steps;

        @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data (default: 1).")
        private Integer epochs;
    }
}
