package org.stillpoint.search;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Vector;
import org.stillpoint.search.Recipe.Batches;
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Variation;

/** What is searched about starts at which some layer or the biases are zero. */
final class PartialFamilies {

    private static final Scope SMALL = new Scope(2, 2, 2, 2, 2);
    private static final Scope LEARNING = new Scope(2, 2, 4, 2, 2);
    private static final String RELU = "ReLU in the hidden layer, full batches";

    static final List<Family> ALL = List.of(lastLayerZeroMoves(), lastLayerZeroStuck(), kappaDecides(), zeroWeight(),
            zeroBiases(), biasesSeparate(), negativeBiases(), constantBias());

    private PartialFamilies() {
    }

    private static Recipe lastLayerZero() {
        return Recipe.of(2, Starts::incoming, (size, pieces) ->
                Starts.plain(Activation.RELU, Starts.rows(size, pieces), Starts.zero(size)));
    }

    private static List<Fact> onlyTheLastLayerIsZero() {
        return List.of(Facts.isPositive(Facts.measured(Kind.LARGEST_WEIGHT, 1, 0)),
                Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 2, 0)));
    }

    private static Family lastLayerZeroMoves() {
        return lastLayerZero().family("PART-1-moves", "PART-1", "If the last layer is zero, no weight ever moves.",
                "no biases, weights into the output that are zero, " + RELU, SMALL, onlyTheLastLayerIsZero(),
                List.of(Facts.still(1, 0, 1), Facts.moves(2, 0, 1), Facts.moves(1, 1, 2)));
    }

    private static Family lastLayerZeroStuck() {
        return lastLayerZero().family("PART-1-stuck", "PART-1", "Zeroing only the last layer is harmless.",
                "no biases, weights into the output that are zero, " + RELU, SMALL, onlyTheLastLayerIsZero(),
                List.of(Facts.isNegative(Facts.measured(Kind.LARGEST_PREACTIVATION, 1)),
                        Facts.isPositive(Facts.measured(Kind.MEAN_LOSS, 0)),
                        Facts.isZero(Facts.measured(Kind.PARAMETER_CHANGE, 0, 2))));
    }

    private static Family kappaDecides() {
        return Recipe.of(1, Starts::units, (size, pieces) ->
                        Starts.biased(Activation.RELU, Starts.zeroRows(size), Starts.zero(size),
                                pieces.vector(Starts.units(size))))
                .comparedWith((size, pieces) -> Companions.NONE.withVariation(new Variation.Kappa(BigFraction.ONE)))
                .family("PART-3", "PART-3", "The derivative of ReLU at 0 never matters.",
                "biases, all of them and the weights into the hidden layer zero, kappa 0, compared with kappa 1, " + RELU, SMALL,
                List.of(Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 1, 0)),
                        Facts.isZero(Facts.measured(Kind.LARGEST_BIAS, 1, 0)),
                        Facts.isPositive(Facts.measured(Kind.LARGEST_WEIGHT, 2, 0))),
                List.of(Facts.still(1, 0, 1), Facts.isPositive(Facts.varied(Kind.WEIGHT_CHANGE, 1, 0, 1))));
    }

    private static Family zeroWeight() {
        return Recipe.of(1, size -> size.inputs() - 1 + Starts.units(size), (size, pieces) -> {
            List<BigFraction> row = new ArrayList<>(List.of(BigFraction.ZERO));
            for (int k = 1; k < size.inputs(); k++) {
                row.add(pieces.number());
            }
            return Starts.plain(Activation.RELU, List.of(new Vector(row)), pieces.vector(Starts.units(size)));
        }).and(size -> Starts.units(size) == 1).family("PART-4", "PART-4", "A weight that is zero has a gradient that is zero.",
                "no biases, one hidden unit, its first incoming weight zero, " + RELU, SMALL,
                List.of(Facts.isZero(Facts.measured(Kind.WEIGHT, 1, 1, 1, 0))),
                List.of(Facts.isNotZero(Facts.measured(Kind.GRADIENT, 1, 1, 1, 1))));
    }

    private static Family zeroBiases() {
        return Recipe.of(4, size -> Starts.incoming(size) + Starts.units(size), (size, pieces) -> Starts.biased(Activation.RELU,
                        Starts.rows(size, pieces), Starts.zero(size), pieces.vector(Starts.units(size))))
                .withUnits(2).withBatches(Batches.WHOLE_AND_BALANCED)
                .family("PART-5", "PART-5", "Biases that start at zero stay at zero.",
                        "biases that are zero, as many labels 1 as -1, " + RELU,
                LEARNING,
                List.of(Facts.isZero(Facts.measured(Kind.LARGEST_BIAS, 1, 0)),
                        Facts.isZero(Facts.measured(Kind.LARGEST_BIAS, 2, 0)),
                        Facts.differentUnits(0), Facts.notYetRight()),
                List.of(Facts.isPositive(Facts.measured(Kind.BIAS_CHANGE, 1, 0, 4)), Facts.differentUnits(4), Facts.right(4)));
    }

    private static Recipe zeroWeights(int steps) {
        return Recipe.of(steps, Starts::units, (size, pieces) -> Starts.biased(Activation.RELU, Starts.zeroRows(size),
                pieces.vector(Starts.units(size)), Starts.zero(size))).withUnits(2);
    }

    private static List<Fact> allWeightsAreZero() {
        return List.of(Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 1, 0)),
                Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 2, 0)));
    }

    private static Family biasesSeparate() {
        List<Fact> requires = new ArrayList<>(allWeightsAreZero());
        requires.add(Facts.differentUnits(0));
        return zeroWeights(2).withLoss(Loss.SQUARED)
                .family("PART-6-separates", "PART-6", "With all weights zero, no hidden biases help.",
                "hidden biases, everything else zero, " + RELU, SMALL, requires,
                List.of(Facts.isPositive(Facts.measured(Kind.SMALLEST_PREACTIVATION, 1)), Facts.moves(2, 0, 1),
                        Facts.moves(1, 1, 2),
                        Facts.isPositive(Facts.measured(Kind.OUTGOING_APART, 2, 1, 1, 2))));
    }

    private static Family negativeBiases() {
        List<Fact> requires = new ArrayList<>(allWeightsAreZero());
        requires.add(Facts.differentUnits(0));
        return zeroWeights(2).family("PART-6-stuck", "PART-6", "With all weights zero, random hidden biases suffice.",
                "hidden biases, everything else zero, " + RELU, SMALL, requires,
                List.of(Facts.isNegative(Facts.measured(Kind.LARGEST_PREACTIVATION, 1)), Facts.still(1, 0, 2),
                        Facts.still(2, 0, 2),
                        Facts.isZero(Facts.measured(Kind.BIAS_CHANGE, 1, 0, 2))));
    }

    private static Family constantBias() {
        List<Fact> requires = new ArrayList<>(allWeightsAreZero());
        requires.add(Facts.isPositive(Facts.measured(Kind.LARGEST_BIAS, 1, 0)));
        requires.add(Facts.equalUnits(0));
        return Recipe.of(2, size -> 1, (size, pieces) -> Starts.biased(Activation.RELU, Starts.zeroRows(size),
                        Starts.constant(size, pieces.number()), Starts.zero(size))).withUnits(2)
                .family("PART-7", "PART-7", "A small constant bias fixes zero initialisation.",
                "one bias for all hidden units, everything else zero, " + RELU, SMALL, requires,
                List.of(Facts.moves(2, 0, 1), Facts.moves(1, 1, 2), Facts.equalUnits(2), Facts.equalOutgoing(2)));
    }
}
