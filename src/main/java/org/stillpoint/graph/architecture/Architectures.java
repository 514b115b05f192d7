package org.stillpoint.graph.architecture;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;

/** One of each architecture from each start, of the smallest sizes that are not special, with positive numbers. */
public final class Architectures {

    private static final Sizes SIZES = new Sizes(2, 2, 2);
    private static final Sizes ONE_FEATURE = new Sizes(2, 1, 1);
    private static final Differentiable NORMALISATION = Forward.batchNormalisationWithoutRoot(BigFraction.ONE);

    private Architectures() {
    }

    /** All of them, in the order of their claims. */
    public static List<Architecture> all() {
        BigFraction zero = BigFraction.ZERO;
        BigFraction half = BigFraction.ONE_HALF;
        BigFraction one = BigFraction.ONE;
        return List.of(
                Perceptrons.oneDeadUnit(Filling.positive(), SIZES, -100),
                Convolutions.twinFilters(Filling.positive(), SIZES, Start.equalBut()),
                Convolutions.normalisedTwinFilters(Filling.positive(), SIZES, Start.equalBut(), NORMALISATION),
                Convolutions.twinFilters(Filling.positive(), SIZES, Start.equalBut("v2")),
                Convolutions.branch(Filling.positive(), SIZES, Start.withZero("Z2")),
                Convolutions.branch(Filling.positive(), SIZES, Start.withZero("Z1", "Z2")),
                Convolutions.branchWithSomethingAdded(Filling.positive(), SIZES, Start.withZero("Z1", "Z2")),
                Convolutions.branchWithBiases(Filling.positive(), SIZES, Start.withZero("Z1", "b1", "Z2", "b2")),
                Convolutions.zeroScale(Filling.positive(), SIZES, zero, zero, NORMALISATION),
                Convolutions.zeroScale(Filling.positive(), SIZES, one, zero, NORMALISATION),
                Convolutions.zeroScale(Filling.positive(), SIZES, zero, half, NORMALISATION),
                Branches.residual(Filling.positive(), SIZES, Start.withZero("W2")),
                Branches.residual(Filling.positive(), SIZES, Start.withZero("W1", "W2")),
                Branches.scaled(Filling.positive(), SIZES, Start.withZero("a")),
                Branches.scaledByFeature(Filling.positive(), SIZES, Start.withZero("a")),
                Branches.scaled(Filling.positive(), SIZES, Start.withZero("a", "W2")),
                Branches.lowRank(Filling.positive(), SIZES, Start.withZero("A", "B")),
                Branches.lowRank(Filling.positive(), SIZES, Start.withZero("B")),
                Branches.gated(Filling.positive(), SIZES, Start.withZero("U"), Activation.RATIONAL_SIGMOID, zero),
                Branches.gated(Filling.positive(), SIZES, Start.withZero("U"), Activation.RELU, zero),
                Branches.gatedTwice(Filling.positive(), SIZES, Start.withZero("U1", "U2"), Activation.SOFTSIGN),
                Attentions.oneHead(Filling.positive(), SIZES, Start.withZero("Wq", "Wk")),
                Attentions.oneHead(Filling.positive(), ONE_FEATURE, Start.withZero("Wq")),
                Attentions.twoHeads(Filling.positive(), SIZES, Start.equalBut()),
                Attentions.twoHeads(Filling.positive(), SIZES, Start.equalBut("Wo2")),
                Vocabularies.tied(Filling.positive(), SIZES, Start.withZero("E")),
                Vocabularies.untied(Filling.positive(), SIZES, Start.withZero("O")),
                Vocabularies.rows(Filling.positive(), SIZES, Start.withZero("r2")),
                Vocabularies.tiedRows(Filling.positive(), SIZES, Start.withZero("r2")));
    }
}
