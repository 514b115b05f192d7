package org.stillpoint.search;

import java.util.Collections;
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
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Variation;

/** What is searched about starts at zero and about activations. */
final class ZeroFamilies {

    private static final Scope SMALL = new Scope(2, 2, 2, 2, 2);
    private static final String ZERO = "biases, starting at zero";

    static final List<Family> ALL = List.of(classPriorUnbalanced(), classPriorInBatches(), dropout(), factorsMove(),
            factorsStuck(), softsignSticks(), sigmoidMoves(), sigmoidStuck());

    private ZeroFamilies() {
    }

    private static Recipe zeros(int steps, Activation hidden) {
        return Recipe.of(steps, size -> 0, (size, pieces) -> Starts.zeros(size, hidden));
    }

    private static Family classPriorUnbalanced() {
        String words = "Under zero initialisation the loss stays constant.";
        return zeros(1, Activation.RELU).family("ZERO-10-unbalanced", "ZERO-10", words, ZERO + ", ReLU, full batches", SMALL,
                List.of(Facts.allZeroAtTheStart(), new Fact(Facts.measured(Kind.SAMPLES_LABELLED), Relation.DIFFERENT,
                        Facts.measured(Kind.SAMPLES_LABELLED, BigFraction.MINUS_ONE))),
                List.of(Facts.still(1, 0, 1), Facts.still(2, 0, 1), new Fact(Facts.measured(Kind.MEAN_LOSS, 1), Relation.LESS,
                        Facts.measured(Kind.MEAN_LOSS, 0))));
    }

    private static Family classPriorInBatches() {
        String words = "Under zero initialisation the loss stays constant.";
        return zeros(1, Activation.RELU).withLoss(Loss.SQUARED).withBatches(Batches.SINGLE_AND_BALANCED)
                .family("ZERO-10-batches", "ZERO-10", words, ZERO + ", ReLU, as many labels 1 as -1, batches of one sample",
                        SMALL,
                List.of(Facts.allZeroAtTheStart()),
                List.of(Facts.still(1, 0, 1), Facts.still(2, 0, 1),
                        new Fact(Facts.measured(Kind.MEAN_LOSS, 1), Relation.DIFFERENT,
                        Facts.measured(Kind.MEAN_LOSS, 0))));
    }

    private static Family dropout() {
        return zeros(2, Activation.RELU).withUnits(2)
                .comparedWith((size, pieces) -> firstUnitDropped(size))
                .family("ZERO-13", "ZERO-13", "Dropout rescues zero initialisation.",
                ZERO + ", ReLU, full batches, compared with the same training in which the first unit is dropped", SMALL,
                List.of(Facts.allZeroAtTheStart()),
                List.of(Facts.isPositive(Facts.varied(Kind.BIAS_CHANGE, 2, 0, 2)),
                        Facts.isZero(Facts.varied(Kind.WEIGHT_CHANGE, 1, 0, 2)),
                        Facts.isZero(Facts.varied(Kind.WEIGHT_CHANGE, 2, 0, 2)),
                        Facts.isZero(Facts.varied(Kind.BIAS_CHANGE, 1, 0, 2))));
    }

    /** The same mask in each step: 0 for the first unit, 1 for all others. */
    static Companions firstUnitDropped(Size size) {
        BigFraction[] mask = Starts.constant(size, BigFraction.ONE).entries().toArray(BigFraction[]::new);
        mask[0] = BigFraction.ZERO;
        return Companions.NONE.withVariation(new Variation.Masks(Collections.nCopies(size.steps(), List.of(Vector.of(mask)))));
    }

    private static Family factorsMove() {
        return Recipe.of(2, Starts::incoming, (size, pieces) ->
                        Starts.plain(Activation.IDENTITY, Starts.rows(size, pieces), Starts.zero(size)))
                .family("ZERO-14-moves", "ZERO-14", "If the second of two linear factors is zero, nothing moves.",
                "no biases, identity in the hidden layer, weights into the output that are zero, full batches", SMALL,
                List.of(Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 2, 0)),
                        Facts.isPositive(Facts.measured(Kind.LARGEST_WEIGHT, 1, 0))),
                List.of(Facts.still(1, 0, 1), Facts.moves(2, 0, 1), Facts.moves(1, 1, 2)));
    }

    private static Family factorsStuck() {
        return Recipe.of(2, size -> 0, (size, pieces) -> Starts.plain(Activation.IDENTITY, Starts.zeroRows(size),
                Starts.zero(size))).family("ZERO-14-stuck", "ZERO-14", "Of two linear factors that are both zero, one moves.",
                "no biases, identity in the hidden layer, starting at zero, full batches", SMALL,
                List.of(Facts.allZeroAtTheStart(), Facts.isPositive(Facts.measured(Kind.MEAN_LOSS, 0))),
                List.of(Facts.isZero(Facts.measured(Kind.PARAMETER_CHANGE, 0, 2))));
    }

    private static Family softsignSticks() {
        return zeros(2, Activation.SOFTSIGN).family("ACT-1", "ACT-1", "Only ReLU sticks at zero.",
                ZERO + ", softsign in the hidden layer, full batches", SMALL,
                List.of(Facts.allZeroAtTheStart(), Facts.isZero(Facts.measured(Kind.ACTIVATION_AT, BigFraction.ZERO, 1)),
                        Facts.isNegative(Facts.measured(Kind.ACTIVATION_AT, BigFraction.MINUS_ONE, 1))),
                List.of(Facts.isPositive(Facts.measured(Kind.BIAS_CHANGE, 2, 0, 2)), Facts.still(1, 0, 2), Facts.still(2, 0, 2),
                        Facts.isZero(Facts.measured(Kind.BIAS_CHANGE, 1, 0, 2))));
    }

    private static Family sigmoidMoves() {
        return zeros(2, Activation.RATIONAL_SIGMOID).withUnits(2).family("ACT-2-moves", "ACT-2",
                "From all zeros no weight ever moves, whatever the activation.",
                ZERO + ", rational sigmoid in the hidden layer, full batches", SMALL,
                List.of(Facts.allZeroAtTheStart(), Facts.isPositive(Facts.measured(Kind.ACTIVATION_AT, BigFraction.ZERO, 1))),
                List.of(Facts.still(1, 0, 1), Facts.moves(2, 0, 1), Facts.moves(1, 1, 2), Facts.equalUnits(2),
                        Facts.equalOutgoing(2)));
    }

    private static Family sigmoidStuck() {
        return zeros(2, Activation.RATIONAL_SIGMOID).withUnits(2).withBatches(Batches.WHOLE_AND_BALANCED)
                .family("ACT-2-stuck", "ACT-2", "An activation that is not zero at zero always lets the weights move.",
                ZERO + ", rational sigmoid in the hidden layer, full batches, as many labels 1 as -1", SMALL,
                List.of(Facts.allZeroAtTheStart(), Facts.isPositive(Facts.measured(Kind.ACTIVATION_AT, BigFraction.ZERO, 1)),
                        Facts.balanced()),
                List.of(Facts.isZero(Facts.measured(Kind.PARAMETER_CHANGE, 0, 2))));
    }
}
