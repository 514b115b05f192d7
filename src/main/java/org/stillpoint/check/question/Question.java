package org.stillpoint.check.question;

import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;

/** Something to calculate about a network and data that fit each other. */
public sealed interface Question permits GradientQuestion, TrainingQuestion {

    Network network();

    DataSet data();

    Loss loss();

    /** Every number that is sent. */
    default Stream<BigFraction> numbers() {
        return Stream.of(network().parameters().stream(),
                data().inputs().stream().flatMap(x -> x.entries().stream()),
                data().targets().stream().flatMap(y -> y.entries().stream()), ownNumbers()).flatMap(numbers -> numbers);
    }

    /** Those beside network and data. */
    Stream<BigFraction> ownNumbers();

    /** The same with another network. */
    Question withNetwork(Network other);

    /** The same with other data. */
    Question withData(DataSet other);
}
