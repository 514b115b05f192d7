package org.stillpoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.search.Recipe.Batches;
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Side;

/** What is searched about units that are equal or related, and about kinks. */
final class SymmetryFamilies {

    private static final Scope SMALL = new Scope(2, 2, 2, 2, 2);
    private static final BigFraction TWO = BigFraction.TWO;
    private static final BigFraction HALF = BigFraction.ONE_HALF;

    static final List<Family> ALL = List.of(otherOutgoing(), smallBatches(), dropout(), opposite(), rescaled(), kink());

    private SymmetryFamilies() {
    }

    private static Family otherOutgoing() {
        return Recipe.of(1, size -> size.inputs() + Starts.units(size), (size, pieces) ->
                        Starts.plain(Activation.RELU, Starts.equalRows(size, pieces), pieces.vector(Starts.units(size))))
                .withUnits(2).family("SYM-10", "SYM-10", "Different output weights do not break the symmetry of hidden units.",
                "no biases, ReLU, equal weights into the hidden units, full batches", SMALL,
                List.of(Facts.equalUnits(0), Facts.isPositive(Facts.measured(Kind.OUTGOING_APART, 2, 1, 1, 0))),
                List.of(Facts.differentUnits(1)));
    }

    private static Recipe twins(int steps) {
        return Recipe.of(steps, size -> size.inputs() + 1, (size, pieces) ->
                Starts.plain(Activation.RELU, Starts.equalRows(size, pieces), Starts.constant(size, pieces.number())))
                        .withUnits(2);
    }

    private static Family smallBatches() {
        return twins(2).withBatches(Batches.SINGLE).and(size -> size.samples() == 2)
                .family("SYM-11", "SYM-11", "The noise of small batches breaks the symmetry of hidden units.",
                "no biases, ReLU, equal hidden units, batches of one sample", SMALL,
                List.of(Facts.equalUnits(0), Facts.equalOutgoing(0)),
                List.of(Facts.moves(1, 0, 1), Facts.moves(1, 1, 2), Facts.equalUnits(2), Facts.equalOutgoing(2)));
    }

    private static Family dropout() {
        return twins(1).comparedWith((size, pieces) -> ZeroFamilies.firstUnitDropped(size))
                .family("SYM-12", "SYM-12", "Dropout does not break the symmetry of hidden units.",
                "no biases, ReLU, equal hidden units, full batches, compared with the same training in which the first unit is dropped", SMALL,
                List.of(Facts.equalUnits(0), Facts.equalOutgoing(0)),
                List.of(Facts.equalUnits(1), Facts.isPositive(Facts.varied(Kind.INCOMING_APART, 2, 1, 1, 1))));
    }

    private static Family opposite() {
        return related("SYM-13-opposite", "Twins with opposite outgoing weights stay as they are to each other.",
                "the second hidden unit being the first one with the opposite outgoing weight", BigFraction.ONE,
                BigFraction.MINUS_ONE);
    }

    private static Family rescaled() {
        return related("SYM-13-rescaled", "Rescaled twins stay as they are to each other.",
                "the second hidden unit being the first one with twice its incoming and half its outgoing weights", TWO, HALF);
    }

    /** The second of two hidden units is the first one with its incoming and outgoing weights times two factors. */
    private static Family related(String name, String words, String conditions, BigFraction incoming, BigFraction outgoing) {
        return Recipe.of(1, size -> size.inputs() + 1, related(incoming, outgoing)).and(size -> Starts.units(size) == 2)
                .family(name, "SYM-13", words, "no biases, two ReLU units, " + conditions + ", full batches", SMALL,
                List.of(Facts.isZero(Facts.measured(Kind.INCOMING_APART, incoming, 2, 1, 1, 0)),
                        Facts.isZero(Facts.measured(Kind.OUTGOING_APART, outgoing, 2, 1, 1, 0))),
                List.of(Facts.isPositive(Facts.measured(Kind.INCOMING_APART, incoming, 2, 1, 1, 1))));
    }

    private static BiFunction<Size, Pieces, Network> related(BigFraction incoming, BigFraction outgoing) {
        return (size, pieces) -> {
            Vector row = pieces.vector(size.inputs());
            BigFraction weight = pieces.number();
            return Starts.plain(Activation.RELU, List.of(row, Starts.times(incoming, row)),
                    Vector.of(weight, outgoing.multiply(weight)));
        };
    }

    private static Family kink() {
        Side slope = Facts.measured(Kind.LOSS_QUOTIENT, HALF);
        List<Fact> shows = new ArrayList<>();
        for (BigFraction distance : List.of(HALF.negate(), HALF.divide(2), HALF.divide(2).negate())) {
            shows.add(new Fact(Facts.measured(Kind.LOSS_QUOTIENT, distance), Relation.EQUAL, slope));
        }
        shows.add(new Fact(Facts.measured(Kind.GRADIENT_ALONG), Relation.DIFFERENT, slope));
        return Recipe.of(1, size -> Starts.units(size) + Starts.incoming(size), (size, pieces) ->
                        Starts.plain(Activation.RELU, Starts.zeroRows(size), pieces.vector(Starts.units(size))))
                .comparedWith((size, pieces) -> Companions.NONE.withDirection(
                        Starts.plain(Activation.RELU, Starts.rows(size, pieces), Starts.zero(size))))
                .family("LAW-2", "LAW-2", "At a kink, backpropagation returns a subgradient.",
                "no biases, ReLU, weights into the hidden layer that are zero, full batches, and a direction for them", SMALL,
                List.of(Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 1, 0))), shows);
    }
}
