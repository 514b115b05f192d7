package org.stillpoint.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Shows;
import org.stillpoint.statement.Variation;
import org.stillpoint.witness.Counterexample;

/** What is searched about one-sided derivatives and kinks. */
final class KinkFamilies {

    private static final Scope SMALL = new Scope(2, 2, 2, 2, 2);

    static final List<Family> ALL = List.of(half(), deepWithHalf(), deepWithZero(), oneHiddenLayer(), reluAndMaximum(),
            maximumAndClamp(), writtenErrors());

    private KinkFamilies() {
    }

    /** KINK-1 is true: none is found. */
    private static Family half() {
        return withKappa(BigFraction.ONE_HALF, Recipe.of(0,
                        size -> 2 * Starts.units(size) + Starts.incoming(size), (size, pieces) ->
                        Starts.plain(Activation.RELU, Starts.zeroRows(size), pieces.vector(Starts.units(size))))
                .comparedWith((size, pieces) -> Companions.NONE.withDirection(
                        Starts.plain(Activation.RELU, Starts.rows(size, pieces), pieces.vector(Starts.units(size)))))
                .withLoss(Loss.SQUARED).family("KINK-1", "KINK-1",
                "With kappa 1/2 the gradient of one hidden layer of ReLU is the mean of the derivatives from both sides.",
                "no biases, weights into the hidden layer that are zero, kappa 1/2, and a direction", new Scope(2, 2, 0, 1, 1),
                List.of(Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 1, 0))),
                List.of(new Fact(Facts.measured(Kind.GRADIENT_ALONG), Relation.DIFFERENT,
                        Facts.measured(Kind.MEAN_DERIVATIVE)))));
    }

    private static Family deepWithHalf() {
        return deep("KINK-2-half", "1/2 is the right derivative of ReLU at 0 in deep networks too.", BigFraction.ONE_HALF, "1/2");
    }

    private static Family deepWithZero() {
        return deep("KINK-2-zero", "0 is the right derivative of ReLU at 0 in deep networks.", BigFraction.ZERO, "0");
    }

    private static Family deep(String name, String words, BigFraction kappa, String number) {
        return new Family(name, "KINK-2", words, "two hidden layers of one ReLU unit, no biases, one input, a first weight "
                + "that is "
                + "zero, squared loss, labels 1 and -1, full batches, kappa " + number, new Scope(3, 1, 0, 2, 2),
                (size, draws) -> !size.widths().equals(List.of(1, 1, 1, 1)) || size.steps() != 0 ? Stream.empty()
                : draws.anyLabels(size, size.samples() + 2, (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    DataSet data = pieces.data(size, labels);
                    Network chain = Network.of(weight(BigFraction.ZERO, Activation.RELU), weight(pieces.number(),
                            Activation.RELU),
                            weight(pieces.number(), Activation.IDENTITY));
                    Settings settings = Settings.defaults(0).withLoss(Loss.SQUARED).withKappa(kappa)
                            .withBatchSize(size.samples());
                    return Family.candidate("KINK-2", words, chain, data, settings,
                            Shows.of(List.of(), List.of(Facts.isPositive(Facts.measured(Kind.WRONG_DERIVATIVES)))));
                }));
    }

    private static Layer weight(BigFraction weight, Activation activation) {
        return new Layer(Matrix.of(Vector.of(weight)), Optional.empty(), activation);
    }

    /** KINK-3 is true: with hidden biases none is found. */
    private static Family oneHiddenLayer() {
        return withKappa(BigFraction.ONE, Recipe.of(1, size -> Starts.incoming(size) + 2 * Starts.units(size), (size, pieces) ->
                        Starts.biased(Activation.RELU, Starts.rows(size, pieces), pieces.vector(Starts.units(size)),
                                pieces.vector(Starts.units(size))))
                .withLoss(Loss.SQUARED)
                .family("KINK-3", "KINK-3",
                "Where the loss of a hidden layer of ReLU with biases is differentiable, backpropagation returns its derivative.",
                "biases, kappa 1, full batches", new Scope(2, 2, 1, 2, 1), List.of(),
                List.of(Facts.isPositive(Facts.measured(Kind.WRONG_DERIVATIVES)))));
    }

    private static Recipe zeroFirstLayer(BigFraction otherKappa) {
        return Recipe.of(1, Starts::units, (size, pieces) ->
                        Starts.plain(Activation.RELU, Starts.zeroRows(size), pieces.vector(Starts.units(size))))
                .comparedWith((size, pieces) -> Companions.NONE.withVariation(new Variation.Kappa(otherKappa)));
    }

    private static List<Fact> onlyTheFirstLayerIsZero() {
        return List.of(Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 1, 0)),
                Facts.isPositive(Facts.measured(Kind.LARGEST_WEIGHT, 2, 0)));
    }

    private static Family reluAndMaximum() {
        return zeroFirstLayer(BigFraction.ONE_HALF).family("KINK-4-relu-maximum", "KINK-4",
                "ReLU with derivative 0 at 0 and maximum(x, 0) with derivative 1/2 there train alike.",
                "no biases, weights into the hidden layer that are zero, kappa 0, compared with kappa 1/2, full batches", SMALL,
                onlyTheFirstLayerIsZero(),
                List.of(Facts.still(1, 0, 1), Facts.isPositive(Facts.varied(Kind.WEIGHT_CHANGE, 1, 0, 1))));
    }

    private static Family maximumAndClamp() {
        return withKappa(BigFraction.ONE_HALF, zeroFirstLayer(BigFraction.ONE).family("KINK-4-maximum-clamp", "KINK-4",
                "Maximum(x, 0) with derivative 1/2 at 0 and clamp(min=0) with derivative 1 there train alike.",
                "no biases, weights into the hidden layer that are zero, kappa 1/2, compared with kappa 1, full batches", SMALL,
                onlyTheFirstLayerIsZero(),
                List.of(Facts.moves(1, 0, 1), new Fact(Facts.measured(Kind.WEIGHT_CHANGE, 1, 0, 1), Relation.DIFFERENT,
                        Facts.varied(Kind.WEIGHT_CHANGE, 1, 0, 1)))));
    }

    private static Family writtenErrors() {
        return withKappa(BigFraction.ONE, Recipe.of(1, size -> 0, (size, pieces) ->
                        Starts.plain(Activation.RELU, Starts.zeroRows(size), Vector.zeros(Starts.units(size))))
                .withBatches(Recipe.Batches.SINGLE)
                .comparedWith((size, pieces) -> Companions.NONE.withVariation(new Variation.WrittenErrors(BigFraction.ONE)))
                .family("KINK-5", "KINK-5",
                "Writing 1 into the gradient where the pre-activation is 0 is backpropagation with ReLU'(0) = 1.",
                "no biases, everything zero, kappa 1, compared with the same training with 1 written into the error of each "
                        + "hidden unit whose pre-activation is 0, ReLU, batches of one sample", SMALL,
                List.of(Facts.isZero(Facts.measured(Kind.LARGEST_PARAMETER, 0))),
                List.of(Facts.still(1, 0, 1), Facts.isPositive(Facts.varied(Kind.WEIGHT_CHANGE, 1, 0, 1)))));
    }

    /** The same with another derivative at kinks than 0. */
    private static Family withKappa(BigFraction kappa, Family family) {
        return new Family(family.name(), family.claim(), family.contradicts(), family.conditions(), family.scope(),
                (size, draws) -> family.candidates().apply(size, draws).map(candidate -> withKappa(kappa, candidate)));
    }

    private static Counterexample withKappa(BigFraction kappa, Counterexample candidate) {
        return new Counterexample(candidate.claim(), candidate.contradicts(), candidate.search(), candidate.network(),
                candidate.data(), candidate.settings().withKappa(kappa), candidate.statement());
    }
}
