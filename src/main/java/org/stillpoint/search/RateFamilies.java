package org.stillpoint.search;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Shows;
import org.stillpoint.statement.Side;

/** What is searched about scales and chains. */
final class RateFamilies {

    static final List<Family> ALL = List.of(identityIsStuckAtAHalf(), rate(), pairs());

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

    /** RATE-1 is true: none is found. */
    private static Family rate() {
        String words = "From zero the rate of the perceptron only scales the weights.";
        return new Family("RATE-1", "RATE-1", words, "one layer with bias, starting at zero, perceptron loss, batches of "
                + "one sample, "
                + "compared with twice the rate", new Scope(1, 2, 6, 3, 1), (size, draws) ->
                        size.layers() != 1 || size.steps() == 0
                ? Stream.empty() : draws.anyLabels(size, 1 + size.samples() * size.inputs(), (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = size.settings(pieces.number(), 1).withLoss(Loss.PERCEPTRON);
                    return Family.candidate("RATE-1", words, Network.zeros(size.widths(), true), pieces.data(size, labels),
                            settings,
                            Shows.of(List.of(Facts.allZeroAtTheStart()), List.of(
                                    Facts.isPositive(Facts.measured(Kind.RATE_APART, BigFraction.TWO, size.steps())))));
                }));
    }

    /** BAL-2 is true: none is found. */
    private static Family pairs() {
        return Recipe.of(1, size -> Starts.incoming(size) + Starts.units(size), (size, pieces) ->
                Starts.plain(Activation.IDENTITY,
                        Starts.rows(size, pieces), pieces.vector(Starts.units(size)))).withUnits(2).withLoss(Loss.SQUARED)
                .family("BAL-2", "BAL-2", "The products of two linear units change by the square of the rate times those of "
                        + "the gradient.",
                        "no biases, a linear hidden layer, full batches", new Scope(2, 2, 1, 2, 1), List.of(),
                        List.of(new Fact(Facts.measured(Kind.PAIR_BALANCE_CHANGE, 1, 2, 1, 0, 1), Relation.DIFFERENT,
                                Facts.measured(Kind.PAIR_GRADIENT_BALANCE, 1, 2, 1, 1))));
    }
}
