package org.stillpoint.check.question;

import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;

/** The network after some steps of gradient descent. */
public record TrainingQuestion(Network network, DataSet data, Settings settings) implements Question {

    @Override
    public Loss loss() {
        return settings.loss();
    }

    @Override
    public Stream<BigFraction> ownNumbers() {
        return Stream.of(settings.learningRate(), settings.momentum(), settings.weightDecay());
    }

    @Override
    public TrainingQuestion withNetwork(Network other) {
        return new TrainingQuestion(other, data, settings);
    }

    @Override
    public TrainingQuestion withData(DataSet other) {
        return new TrainingQuestion(network, other, settings);
    }
}
