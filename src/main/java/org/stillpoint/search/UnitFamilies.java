package org.stillpoint.search;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Vector;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;

/** What is searched about units and layers that never move. */
final class UnitFamilies {

    private static final String RELU = "ReLU in the hidden layer, full batches";

    static final List<Family> ALL = List.of(prunedUnit(), deadLayer());

    private UnitFamilies() {
    }

    /** The second of two units is zero; the first is drawn. */
    private static Family prunedUnit() {
        return Recipe.of(2, size -> size.inputs() + 1, (size, pieces) -> Starts.plain(Activation.RELU,
                        List.of(pieces.vector(size.inputs()), Vector.zeros(size.inputs())),
                        new Vector(List.of(pieces.number(), BigFraction.ZERO))))
                .and(size -> Starts.units(size) == 2).family("UNIT-0", "UNIT-0", "A pruned unit grows back.",
                "no biases, two hidden units, the weights into and out of the second zero, " + RELU, new Scope(2, 2, 2, 2, 2),
                List.of(nothingIn(0), nothingOut(0)),
                List.of(Facts.moves(1, 0, 1), Facts.moves(2, 0, 1), Facts.moves(1, 1, 2), Facts.moves(2, 1, 2),
                        nothingIn(2), nothingOut(2)));
    }

    /** How far the weights into unit 2 are from 0 times those of unit 1. */
    private static Fact nothingIn(int step) {
        return Facts.isZero(Facts.measured(Kind.INCOMING_APART, BigFraction.ZERO, 2, 1, 1, step));
    }

    private static Fact nothingOut(int step) {
        return Facts.isZero(Facts.measured(Kind.OUTGOING_APART, BigFraction.ZERO, 2, 1, 1, step));
    }

    private static Family deadLayer() {
        return Recipe.of(2, size -> Starts.incoming(size) + 2 * Starts.units(size), (size, pieces) ->
                        Starts.biased(Activation.RELU, Starts.rows(size, pieces), pieces.vector(Starts.units(size)),
                                pieces.vector(Starts.units(size))))
                .family("DEAD-1", "DEAD-1",
                "Nothing but the output bias moves if all pre-activations of the hidden layer are negative on the data.",
                "biases, of which that of the output is zero, " + RELU, new Scope(2, 2, 2, 2, 1),
                List.of(Facts.isNegative(Facts.measured(Kind.LARGEST_PREACTIVATION, 1))),
                List.of(Facts.isPositive(Facts.measured(Kind.INNER_CHANGE, 0, 2))));
    }
}
