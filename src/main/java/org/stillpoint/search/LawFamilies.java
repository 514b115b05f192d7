package org.stillpoint.search;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.search.Recipe.Batches;
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Side;

/** What would contradict a law of backpropagation, on networks with one hidden layer of ReLU without biases. */
final class LawFamilies {

    private static final Scope SMALL = new Scope(2, 2, 1, 2, 1);
    private static final String CONDITIONS = "no biases, ReLU, full batches";

    static final List<Family> ALL = List.of(
            derivative(),
            law("LAW-3", "The gradient over all samples is the mean of the gradients of each.",
                    zero(Facts.measured(Kind.GRADIENT_FROM_MEAN))),
            law("LAW-4", "Backpropagation is linear in the derivative of the loss.",
                    zero(Facts.measured(Kind.GRADIENT_FROM_LINEAR, BigFraction.TWO))),
            law("LAW-5", "The inner product of a layer's weights and their gradient is the mean of g f.",
                    differ(Facts.measured(Kind.WEIGHTS_TIMES_GRADIENT, 1), Facts.measured(Kind.ERROR_TIMES_OUTPUT))),
            law("LAW-6", "The gradient of a layer's weights for one sample has rank at most one.",
                    List.of(Facts.isGreater(Facts.measured(Kind.RANK_OF_GRADIENT, 1, 1), 1))),
            moving("LAW-7", "Rows of the first layer move in the span of the inputs only.",
                    List.of(Facts.isPositive(Facts.measured(Kind.RANK_BEYOND_INPUTS, 0, 1)))),
            moving("LAW-8", "The balance of a unit changes by the square of the rate times that of its gradient.",
                    differ(Facts.measured(Kind.BALANCE_CHANGE, 1, 1, 0, 1), Facts.measured(Kind.GRADIENT_BALANCE, 1, 1, 1))));

    private LawFamilies() {
    }

    private static List<Fact> zero(Side side) {
        return List.of(Facts.isPositive(side));
    }

    private static List<Fact> differ(Side left, Side right) {
        return List.of(new Fact(left, Relation.DIFFERENT, right));
    }

    private static Family derivative() {
        return recipe(0).and(size -> size.samples() == 1).comparedWith((size, pieces) -> Companions.NONE.withDirection(
                        Starts.plain(Activation.RELU, Starts.rows(size, pieces), pieces.vector(Starts.units(size)))))
                .with(size -> 2 * (Starts.incoming(size) + Starts.units(size))).family("LAW-1", "LAW-1",
                "Off the kinks backpropagation gives the derivative along every direction.", CONDITIONS + ", and a direction",
                new Scope(2, 2, 0, 1, 1), List.of(Facts.isZero(Facts.measured(Kind.ZERO_PREACTIVATIONS))),
                differ(Facts.measured(Kind.GRADIENT_ALONG), Facts.measured(Kind.RIGHT_DERIVATIVE)));
    }

    private static Family law(String claim, String words, List<Fact> shows) {
        return recipe(0).family(claim, claim, words, CONDITIONS, new Scope(2, 2, 0, 2, 1), List.of(), shows);
    }

    private static Family moving(String claim, String words, List<Fact> shows) {
        return recipe(1).family(claim, claim, words, CONDITIONS, SMALL,
                List.of(Facts.isPositive(Facts.measured(Kind.ANY_WEIGHT_CHANGE, 0, 1))), shows);
    }

    private static Recipe recipe(int steps) {
        return Recipe.of(steps, size -> Starts.incoming(size) + Starts.units(size), (size, pieces) ->
                Starts.plain(Activation.RELU, Starts.rows(size, pieces), pieces.vector(Starts.units(size))))
                .withLoss(Loss.SQUARED).withBatches(Batches.WHOLE);
    }
}
