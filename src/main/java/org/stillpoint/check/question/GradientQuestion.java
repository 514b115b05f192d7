package org.stillpoint.check.question;

import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;

/** The gradient over a batch. */
public record GradientQuestion(Network network, DataSet data, Loss loss) implements Question {

    @Override
    public Stream<BigFraction> ownNumbers() {
        return Stream.empty();
    }

    @Override
    public GradientQuestion withNetwork(Network other) {
        return new GradientQuestion(other, data, loss);
    }

    @Override
    public GradientQuestion withData(DataSet other) {
        return new GradientQuestion(network, other, loss);
    }
}
