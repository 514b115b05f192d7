package org.stillpoint.check.mistake;

import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntPredicate;
import org.stillpoint.check.rounding.Rounded;

/** Mistakes on the way down from layer to layer. */
final class DeltaMistakes {

    private static final List<Scope> BELOW = List.of(Scope.HIDDEN, Scope.FIRST);
    private static final List<Scope> ANYWHERE = List.of(Scope.ALL, Scope.HIDDEN, Scope.LAST, Scope.FIRST);

    private DeltaMistakes() {
    }

    static List<Mistake> all() {
        return List.of(
                new Mistake("weights-above-left-out",
                        "The deltas of the layer above come down without being multiplied by its weights",
                        "Multiply them by the transposed weights of the layer above",
                        BELOW, change -> change.weightAbove((next, p, i, l, m, j) -> Rounded.ONE)),
                new Mistake("weights-above-not-transposed",
                        "The deltas of the layer above are multiplied by its weights, not by the transposed weights, where the"
                                + " matrix is square",
                        "Transpose the weights on the way down: W^T delta",
                        BELOW, change -> change.weightAbove((next, p, i, l, m, j) -> p.units(l + 1) == p.units(l)
                                ? p.weight(l + 1, j, m) : next.weightAbove(p, i, l, m, j))),
                new Mistake("weights-above-reshaped",
                        "The weights of the layer above are brought into the transposed shape without being transposed",
                        "Use a transpose, not a reshape, on the way down",
                        BELOW, change -> change.weightAbove((next, p, i, l, m, j) -> {
                            int entry = j * p.units(l + 1) + m;
                            return p.weight(l + 1, entry / p.units(l), entry % p.units(l));
                        })),
                new Mistake("own-weights-going-down",
                        "The deltas of the layer above are multiplied by the weights of the layer itself, where the shapes"
                                + " allow it",
                        "Use the weights from this layer to the one above",
                        BELOW, change -> change.weightAbove((next, p, i, l, m, j) ->
                                p.units(l + 1) == p.units(l) && p.width(l) == p.units(l) ? p.weight(l, m, j)
                                        : next.weightAbove(p, i, l, m, j))),
                new Mistake("absolute-weights-above",
                        "The weights of the layer above lose their signs on the way down",
                        "Multiply by the weights as they are",
                        BELOW, change -> change.weightAbove((next, p, i, l, m, j) ->
                                Distortion.unsigned(p, next.weightAbove(p, i, l, m, j)))),
                new Mistake("squared-weights-above",
                        "The weights of the layer above are multiplied in twice on the way down",
                        "Multiply by each weight once",
                        BELOW, change -> change.weightAbove((next, p, i, l, m, j) ->
                                Distortion.squared(next.weightAbove(p, i, l, m, j)))),
                new Mistake("signs-of-weights-above",
                        "Only the signs of the weights of the layer above count on the way down",
                        "Multiply by the weights as they are",
                        BELOW, change -> change.weightAbove((next, p, i, l, m, j) ->
                                Distortion.signOnly(p, next.weightAbove(p, i, l, m, j)))),
                new Mistake("weights-updated-before-deltas",
                        "The weights of the layer above are updated before the deltas below are taken from them",
                        "Calculate every gradient first, and update the weights afterwards",
                        BELOW, change -> change.weightAbove((next, p, i, l, m, j) -> p.descent()
                                .map(descent -> descent.moved(l + 1, m, j)).orElseGet(() -> next.weightAbove(p, i, l, m, j)))),
                new Mistake("weights-above-of-the-start",
                        "The deltas come down through the weights that the network started with",
                        "Take the transposed weights anew in each step",
                        BELOW, change -> change.weightAbove((next, p, i, l, m, j) -> p.descent()
                                .map(descent -> descent.start(l + 1, m, j)).orElseGet(() -> next.weightAbove(p, i, l, m, j)))),
                new Mistake("bias-column-going-down",
                        "The biases of the layer above, kept as a first column of its weights, take part on the way down",
                        "Leave the column of the biases out before the deltas come down",
                        BELOW, change -> change.weightAbove((next, p, i, l, m, j) -> !p.hasBias(l + 1)
                                ? next.weightAbove(p, i, l, m, j) : j == 0 ? p.bias(l + 1, m) : p.weight(l + 1, m, j - 1))),
                new Mistake("mean-over-units-above",
                        "What comes down is the mean over the units above, not the sum",
                        "Add up what all units above send down",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : next.pulled(p, i, l, j).dividedBy(p.units(l + 1)))),
                fromUnits("only-first-unit-above", "Only the first unit above sends its delta down",
                        "Add up what all units above send down", Which.FIRST),
                fromUnits("only-last-unit-above", "Only the last unit above sends its delta down, as if each overwrote the one"
                                + " before",
                        "Add up what all units above send down, with += rather than =", Which.LAST),
                fromUnits("first-unit-above-left-out", "The first unit above sends nothing down",
                        "Let the sum over the units above begin with the first", Which.ALL_BUT_FIRST),
                fromUnits("last-unit-above-left-out", "The last unit above sends nothing down",
                        "Let the sum over the units above end with the last", Which.ALL_BUT_LAST),
                new Mistake("sum-kept-from-unit-to-unit",
                        "The sum of what comes down to a unit is not set to 0 before the next unit of the layer",
                        "Start a new sum for each unit",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : Distortion.sum(j + 1, m -> next.pulled(p, i, l, m)))),
                new Mistake("deltas-kept-from-sample-to-sample",
                        "What comes down for a sample is added to that of the samples before it",
                        "Start with 0 for each sample",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : Distortion.sum(i + 1, n -> next.pulled(p, n, l, j)))),
                new Mistake("same-pull-for-all-units",
                        "What comes down to the first unit of a layer is used for all of its units",
                        "Multiply by the weights from each unit",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : next.pulled(p, i, l, 0))),
                new Mistake("layer-skipped-going-down",
                        "Deltas come down from two layers above, where the widths allow it",
                        "Go down one layer at a time",
                        BELOW, change -> change.pulled((next, p, i, l, j) ->
                                l + 2 >= p.depth() || p.units(l + 1) != p.units(l) ? next.pulled(p, i, l, j)
                                        : Distortion.sum(p.units(l + 2),
                                                m -> p.weight(l + 2, m, j).times(p.delta(i, l + 2, m))))),
                new Mistake("delta-of-output-for-every-layer",
                        "The delta of the last layer is used in every layer, and not that of the layer above",
                        "Keep the delta of each layer for the one below it",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) || p.units(l + 1) != p.outputs()
                                ? next.pulled(p, i, l, j)
                                : Distortion.sum(p.outputs(), m -> p.formulas().weightAbove(p, i, l, m, j)
                                        .times(p.delta(i, p.depth() - 1, m))))),
                new Mistake("sign-flipped-going-down",
                        "What comes down changes its sign from one layer to the next",
                        "Take the minus of f - y once, at the output",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : next.pulled(p, i, l, j).negate())),
                new Mistake("unsigned-going-down",
                        "What comes down loses its sign",
                        "Leave the sign of what comes down as it is",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : Distortion.unsigned(p, next.pulled(p, i, l, j)))),
                new Mistake("delta-mean-over-batch",
                        "The mean over the batch of what comes down is used for each sample",
                        "Keep a delta for each sample; only the gradients are averaged",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : Distortion.mean(p.samples(), n -> next.pulled(p, n, l, j)))),
                new Mistake("delta-sum-over-batch",
                        "The sum over the batch of what comes down is used for each sample",
                        "Keep a delta for each sample; only the gradients are added up",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : Distortion.sum(p.samples(), n -> next.pulled(p, n, l, j)))),
                new Mistake("delta-of-last-sample",
                        "What comes down for the last sample of a batch is used for all of them",
                        "Keep a delta for each sample",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : next.pulled(p, p.samples() - 1, l, j))),
                new Mistake("delta-of-first-sample",
                        "What comes down for the first sample of a batch is used for all of them",
                        "Keep a delta for each sample",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : next.pulled(p, 0, l, j))),
                new Mistake("delta-divided-by-batch-size",
                        "The deltas of a layer are divided by the size of the batch, and its gradients once more",
                        "Divide once, where the gradients are put together",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) -> next.delta(p, i, l, j).dividedBy(p.samples()))),
                new Mistake("delta-divided-by-units",
                        "The deltas of a layer are divided by the number of its units",
                        "Leave the deltas as they are; only the batch is averaged over",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) -> next.delta(p, i, l, j).dividedBy(p.units(l)))),
                new Mistake("delta-clipped",
                        "Deltas are held between -1 and 1",
                        "Leave the deltas as they are",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) -> Distortion.clipped(p, next.delta(p, i, l, j)))),
                new Mistake("delta-unsigned",
                        "Deltas lose their signs",
                        "Leave the sign of a delta as it is",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) -> Distortion.unsigned(p, next.delta(p, i, l, j)))),
                new Mistake("delta-whole",
                        "Deltas lose what is behind the point, as in an array of integers",
                        "Make the array of the deltas one of floating-point numbers",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) ->
                                next.delta(p, i, l, j).stored(p.format()).whole(RoundingMode.DOWN))),
                new Mistake("delta-summed-over-units",
                        "The sum of the deltas of a layer is used for each of its units",
                        "Keep a delta for each unit, and mind the axis of the sum",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) ->
                                Distortion.sum(p.units(l), m -> next.delta(p, i, l, m)))),
                new Mistake("delta-of-first-unit",
                        "The delta of the first unit is used for all units of a layer",
                        "Keep a delta for each unit",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) -> next.delta(p, i, l, 0))));
    }

    /** Those of the units above that send their deltas down. */
    private enum Which {
        FIRST, LAST, ALL_BUT_FIRST, ALL_BUT_LAST;

        IntPredicate of(int units) {
            return switch (this) {
                case FIRST -> m -> m == 0;
                case LAST -> m -> m == units - 1;
                case ALL_BUT_FIRST -> m -> m != 0;
                case ALL_BUT_LAST -> m -> m != units - 1;
            };
        }
    }

    private static Mistake fromUnits(String id, String says, String advice, Which which) {
        return new Mistake(id, says, advice, BELOW, change -> change.weightAbove((next, p, i, l, m, j) ->
                which.of(p.units(l + 1)).test(m) ? next.weightAbove(p, i, l, m, j) : Rounded.ZERO));
    }
}
