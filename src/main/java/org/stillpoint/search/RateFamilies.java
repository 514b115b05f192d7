package org.stillpoint.search;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Vector;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Side;

/** What is searched about scales and chains. */
final class RateFamilies {

    static final List<Family> ALL = List.of(identityIsStuckAtAHalf());

    private RateFamilies() {
    }

    /** One input and one unit, so two weights, both 1; where the loss is 1/2 it stays there, although -1 and 1 would do. */
    private static Family identityIsStuckAtAHalf() {
        Vector one = Vector.constant(1, BigFraction.ONE);
        return Recipe.of(2, size -> 0, (size, pieces) -> Starts.plain(Activation.IDENTITY, List.of(one), one))
                .and(size -> size.inputs() == 1 && Starts.units(size) == 1).withLoss(Loss.SQUARED)
                .family("CHAIN-1", "CHAIN-1",
                "Gradient descent on a linear network that starts at the identity reaches a small loss.",
                "no biases, one input, one unit with the identity in the hidden layer, both weights 1, full batches",
                new Scope(2, 1, 2, 1, 2),
                List.of(Facts.is(Facts.measured(Kind.MINIMUM_WEIGHT, 0), 1), Facts.is(Facts.measured(Kind.MAXIMUM_WEIGHT, 0), 1),
                        Facts.is(Facts.measured(Kind.SAMPLES_LABELLED, BigFraction.MINUS_ONE), 1)),
                List.of(new Fact(Facts.measured(Kind.MEAN_LOSS, 2), Relation.EQUAL, new Side.Stated(BigFraction.ONE_HALF)),
                        Facts.moves(1, 0, 1), Facts.isZero(Facts.measured(Kind.PARAMETER_CHANGE, 1, 2))));
    }
}
