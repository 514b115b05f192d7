package org.stillpoint.check.mistake;

import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.rounding.Rounded;

/** Mistakes where deltas and inputs are put together to the gradients of weights and biases. */
final class GradientMistakes {

    private static final List<Scope> ANYWHERE = List.of(Scope.ALL, Scope.HIDDEN, Scope.LAST, Scope.FIRST);
    private static final List<Scope> SOME = List.of(Scope.HIDDEN, Scope.FIRST, Scope.LAST, Scope.ALL);

    private GradientMistakes() {
    }

    static List<Mistake> all() {
        return List.of(
                new Mistake("gradient-left-out",
                        "The layer gets no gradient and stays as it is",
                        "Calculate the gradient of every layer",
                        SOME, change -> change.gradient((next, p, l, j, k) -> Rounded.ZERO)),
                new Mistake("weight-gradient-left-out",
                        "The weights get no gradient, and only the biases learn",
                        "Calculate the gradient of the weights too: delta times input",
                        SOME, change -> ofWeights(change, (next, p, l, j, k) -> Rounded.ZERO)),
                new Mistake("weight-gradient-transposed",
                        "The gradient of the weights is transposed, where the matrix is square",
                        "Give it the shape of the weights, units times inputs: delta a^T, not a delta^T",
                        ANYWHERE, change -> ofWeights(change, (next, p, l, j, k) -> p.units(l) == p.width(l)
                                ? next.gradient(p, l, k, j) : next.gradient(p, l, j, k))),
                new Mistake("weight-gradient-reshaped",
                        "The gradient of the weights is calculated transposed and then brought into shape by a reshape",
                        "Use a transpose, not a reshape",
                        ANYWHERE, change -> ofWeights(change, (next, p, l, j, k) -> {
                            int entry = j * p.width(l) + k;
                            return next.gradient(p, l, entry % p.units(l), entry / p.units(l));
                        })),
                new Mistake("elementwise-for-outer-product",
                        "Deltas and inputs are multiplied entry by entry, where there are as many of both, and the row is used"
                                + " for every unit",
                        "Use the outer product: each delta times each input",
                        ANYWHERE, change -> ofWeights(change, (next, p, l, j, k) -> p.units(l) == p.width(l)
                                ? next.gradient(p, l, k, k) : next.gradient(p, l, j, k))),
                new Mistake("product-of-sums",
                        "Deltas and inputs are added up over the batch before they are multiplied",
                        "Multiply sample by sample, and add up the products",
                        ANYWHERE, change -> ofWeights(change, (next, p, l, j, k) -> next.averaged(p, l, j, k,
                                productOfSums(p, l, j, k)))),
                new Mistake("product-of-means",
                        "The mean delta of the batch is multiplied by the mean input",
                        "Multiply sample by sample, and take the mean of the products",
                        ANYWHERE, change -> ofWeights(change, (next, p, l, j, k) ->
                                productOfSums(p, l, j, k).dividedBy(p.samples()).dividedBy(p.samples()))),
                new Mistake("delta-of-layer-above",
                        "The gradient is made with the deltas of the layer above, where the widths allow it",
                        "Let delta and weights belong to the same layer",
                        List.of(Scope.HIDDEN, Scope.FIRST), change -> change.term((next, p, i, l, j, k) -> {
                            if (p.isLast(l) || p.units(l + 1) != p.units(l)) {
                                return next.term(p, i, l, j, k);
                            }
                            Rounded above = p.delta(i, l + 1, j);
                            return k == Place.BIAS ? above : above.times(p.formulas().input(p, i, l, k));
                        })),
                new Mistake("bias-gradient-left-out",
                        "The biases get no gradient",
                        "Let the gradient of a bias be the delta of its unit",
                        ANYWHERE, change -> ofBiases(change, (next, p, l, j, k) -> Rounded.ZERO)),
                new Mistake("bias-gradient-times-input",
                        "The gradient of a bias is multiplied by the first input of the layer",
                        "The input of a bias is 1, so that its gradient is delta",
                        ANYWHERE, change -> change.term((next, p, i, l, j, k) -> k == Place.BIAS
                                ? next.term(p, i, l, j, k).times(p.formulas().input(p, i, l, 0)) : next.term(p, i, l, j, k))),
                new Mistake("bias-gradient-times-bias",
                        "The gradient of a bias is multiplied by the bias",
                        "The input of a bias is 1, so that its gradient is delta",
                        ANYWHERE, change -> change.term((next, p, i, l, j, k) -> k == Place.BIAS
                                ? next.term(p, i, l, j, k).times(p.bias(l, j)) : next.term(p, i, l, j, k))),
                new Mistake("bias-gradient-times-activation",
                        "The gradient of a bias is multiplied by the activation of its unit",
                        "The input of a bias is 1, so that its gradient is delta",
                        ANYWHERE, change -> change.term((next, p, i, l, j, k) -> k == Place.BIAS
                                ? next.term(p, i, l, j, k).times(p.a(i, l, j)) : next.term(p, i, l, j, k))),
                new Mistake("bias-gradient-of-last-sample",
                        "The gradient of a bias is that of the last sample of the batch, as if each overwrote the one before",
                        "Add the deltas up over the batch, with += rather than =",
                        ANYWHERE, change -> ofBiases(change, (next, p, l, j, k) ->
                                p.formulas().term(p, p.samples() - 1, l, j, k))),
                new Mistake("bias-gradient-of-first-sample",
                        "The gradient of a bias is that of the first sample of the batch",
                        "Put the deltas of all samples together",
                        ANYWHERE, change -> ofBiases(change, (next, p, l, j, k) -> p.formulas().term(p, 0, l, j, k))),
                new Mistake("bias-gradient-of-last-sample-divided",
                        "The gradient of a bias is the delta of the last sample, divided by the size of the batch",
                        "Add the deltas up over the batch before the sum is divided",
                        ANYWHERE, change -> change.samples((next, p, l, j, k) -> k == Place.BIAS
                                ? List.of(p.samples() - 1) : next.samples(p, l, j, k))),
                new Mistake("bias-gradient-of-first-sample-divided",
                        "The gradient of a bias is the delta of the first sample, divided by the size of the batch",
                        "Add the deltas up over the batch before the sum is divided",
                        ANYWHERE, change -> change.samples((next, p, l, j, k) -> k == Place.BIAS
                                ? List.of(0) : next.samples(p, l, j, k))),
                new Mistake("bias-gradient-not-averaged",
                        "The gradients of biases are added up over the batch, those of weights are averaged",
                        "Divide both by the size of the batch, or neither",
                        ANYWHERE, change -> change.averaged((next, p, l, j, k, sum) -> k == Place.BIAS ? sum
                                : sum.dividedBy(p.samples()))),
                new Mistake("weight-gradient-not-averaged",
                        "The gradients of weights are added up over the batch, those of biases are averaged",
                        "Divide both by the size of the batch, or neither",
                        ANYWHERE, change -> change.averaged((next, p, l, j, k, sum) -> k == Place.BIAS
                                ? sum.dividedBy(p.samples()) : sum)),
                new Mistake("bias-gradient-averaged-twice",
                        "The gradients of biases are divided by the size of the batch twice",
                        "Divide by the size of the batch once: a mean of the divided deltas divides again",
                        ANYWHERE, change -> change.averaged((next, p, l, j, k, sum) -> k == Place.BIAS
                                ? next.averaged(p, l, j, k, sum).dividedBy(p.samples()) : next.averaged(p, l, j, k, sum))),
                new Mistake("weight-gradient-averaged-twice",
                        "The gradients of weights are divided by the size of the batch twice",
                        "Divide by the size of the batch once: a mean of the divided products divides again",
                        ANYWHERE, change -> change.averaged((next, p, l, j, k, sum) -> k == Place.BIAS
                                ? next.averaged(p, l, j, k, sum) : next.averaged(p, l, j, k, sum).dividedBy(p.samples()))),
                new Mistake("one-bias-gradient-summed",
                        "All biases of a layer get the sum of their gradients, as if the layer had one bias",
                        "Add up over the batch only, and mind the axis of the sum",
                        ANYWHERE, change -> ofBiases(change, (next, p, l, j, k) ->
                                Distortion.sum(p.units(l), m -> next.gradient(p, l, m, k)))),
                new Mistake("one-bias-gradient-averaged",
                        "All biases of a layer get the mean of their gradients, as if the layer had one bias",
                        "Take the mean over the batch only, and mind the axis of the mean",
                        ANYWHERE, change -> ofBiases(change, (next, p, l, j, k) ->
                                Distortion.mean(p.units(l), m -> next.gradient(p, l, m, k)))),
                new Mistake("bias-gradient-of-first-unit",
                        "All biases of a layer get the gradient of the first",
                        "Let the gradient of a bias be the delta of its own unit",
                        ANYWHERE, change -> ofBiases(change, (next, p, l, j, k) -> next.gradient(p, l, 0, k))),
                left("gradient-of-first-unit-left-out", "The first unit of a layer gets no gradient",
                        "Let the loop over the units begin with the first", (p, at) -> at.j() == 0),
                left("gradient-of-last-unit-left-out", "The last unit of a layer gets no gradient",
                        "Let the loop over the units end with the last", (p, at) -> at.j() == p.units(at.l()) - 1),
                left("gradient-of-first-input-left-out", "The weights of the first input of a layer get no gradient",
                        "Let the loop over the inputs begin with the first", (p, at) -> at.k() == 0),
                left("gradient-of-last-input-left-out", "The weights of the last input of a layer get no gradient",
                        "Let the loop over the inputs end with the last", (p, at) -> at.k() == p.width(at.l()) - 1),
                samples("first-sample-left-out", "The first sample of a batch takes no part in the gradient",
                        "Let the loop over the samples begin with the first", 1, 0),
                samples("last-sample-left-out", "The last sample of a batch takes no part in the gradient",
                        "Let the loop over the samples end with the last", 0, 1),
                overwritten("gradient-of-last-sample",
                        "The gradient is that of the last sample of the batch, as if each overwrote the one before",
                        "Add up over the batch, with += rather than =", p -> p.samples() - 1),
                overwritten("gradient-of-first-sample", "The gradient is that of the first sample of the batch",
                        "Put the gradients of all samples together", p -> 0),
                divided("divided-by-inputs-of-network", "The sum over the batch is divided by the number of the network's inputs",
                        "Divide by the number of samples: mind the axis that is counted", (p, l) -> p.width(0)),
                divided("divided-by-inputs-of-layer", "The sum over the batch is divided by the number of inputs of the layer",
                        "Divide by the number of samples: mind the axis that is counted", Pass::width),
                divided("divided-by-units", "The sum over the batch is divided by the number of units of the layer",
                        "Divide by the number of samples: mind the axis that is counted", Pass::units),
                divided("divided-by-outputs", "The sum over the batch is divided by the number of outputs",
                        "Divide by the number of samples: mind the axis that is counted", (p, l) -> p.outputs()),
                divided("divided-by-one-sample-less", "The sum over the batch is divided by one less than its size",
                        "Divide by the number of samples", (p, l) -> Math.max(1, p.samples() - 1)),
                divided("divided-by-one-sample-more", "The sum over the batch is divided by one more than its size",
                        "Divide by the number of samples", (p, l) -> p.samples() + 1),
                divided("divided-by-twice-the-batch", "The sum over the batch is divided by twice its size",
                        "Divide by the number of samples; the 1/2 of the squared loss cancels against its exponent",
                        (p, l) -> 2 * p.samples()),
                new Mistake("averaged-twice",
                        "Gradients are divided by the size of the batch twice",
                        "Divide by the size of the batch once",
                        ANYWHERE, change -> change.averaged((next, p, l, j, k, sum) ->
                                next.averaged(p, l, j, k, sum).dividedBy(p.samples()))),
                new Mistake("averaged-over-inputs-too",
                        "Gradients are divided by the number of inputs of the layer as well",
                        "Divide by the size of the batch only",
                        ANYWHERE, change -> change.averaged((next, p, l, j, k, sum) ->
                                next.averaged(p, l, j, k, sum).dividedBy(p.width(l)))),
                new Mistake("batch-size-divided-as-whole-numbers",
                        "The sum over the batch is divided by its size as whole numbers are, and loses what is behind the point",
                        "Divide as floating-point numbers: a whole number in C or Java needs a cast first",
                        ANYWHERE, change -> change.averaged((next, p, l, j, k, sum) ->
                                sum.dividedBy(p.samples()).stored(p.format()).whole(RoundingMode.DOWN))),
                new Mistake("batch-size-divided-with-floor",
                        "The sum over the batch is divided by its size with //, which rounds downwards",
                        "Use / in the place of //",
                        ANYWHERE, change -> change.averaged((next, p, l, j, k, sum) ->
                                sum.dividedBy(p.samples()).stored(p.format()).whole(RoundingMode.FLOOR))),
                new Mistake("ascent",
                        "The gradient has the wrong sign, so that a step climbs",
                        "Let the gradient be the derivative of the loss, f - y and not y - f behind the squared loss",
                        ANYWHERE, change -> change.gradient((next, p, l, j, k) -> next.gradient(p, l, j, k).negate())),
                new Mistake("bias-gradient-negated",
                        "The gradients of biases have the wrong sign",
                        "Let the gradient of a bias be delta; a threshold that is subtracted is the negative of a bias",
                        ANYWHERE, change -> ofBiases(change, (next, p, l, j, k) -> next.gradient(p, l, j, k).negate())),
                new Mistake("gradient-unsigned",
                        "Gradients lose their signs",
                        "Leave the sign of a gradient as it is",
                        ANYWHERE, change -> change.gradient((next, p, l, j, k) ->
                                Distortion.unsigned(p, next.gradient(p, l, j, k)))),
                new Mistake("gradient-sign-only",
                        "Only the sign of a gradient is kept",
                        "Give the gradient its size",
                        ANYWHERE, change -> change.gradient((next, p, l, j, k) ->
                                Distortion.signOnly(p, next.gradient(p, l, j, k)))),
                new Mistake("gradient-clipped",
                        "Gradients are held between -1 and 1",
                        "Leave gradients as they are, or clip them where nobody asks for the gradient itself",
                        ANYWHERE, change -> change.gradient((next, p, l, j, k) ->
                                Distortion.clipped(p, next.gradient(p, l, j, k)))),
                new Mistake("terms-unsigned",
                        "What each sample has to say loses its sign before it is added up",
                        "Leave the sign of each product of delta and input as it is",
                        ANYWHERE, change -> change.term((next, p, i, l, j, k) ->
                                Distortion.unsigned(p, next.term(p, i, l, j, k)))));
    }

    private static Rounded productOfSums(Pass p, int l, int j, int k) {
        return Distortion.sum(p.samples(), i -> p.delta(i, l, j))
                .times(Distortion.sum(p.samples(), i -> p.formulas().input(p, i, l, k)));
    }

    private static Change ofWeights(Change change, Change.OfGradient replacement) {
        return change.gradient((next, p, l, j, k) -> k == Place.BIAS ? next.gradient(p, l, j, k)
                : replacement.at(next, p, l, j, k));
    }

    private static Change ofBiases(Change change, Change.OfGradient replacement) {
        return change.gradient((next, p, l, j, k) -> k == Place.BIAS ? replacement.at(next, p, l, j, k)
                : next.gradient(p, l, j, k));
    }

    private record At(int l, int j, int k) {
    }

    /** Whether a parameter is one of those that are left out. */
    @FunctionalInterface
    private interface LeftOut {

        boolean is(Pass p, At at);
    }

    private static Mistake left(String id, String says, String advice, LeftOut leftOut) {
        return new Mistake(id, says, advice, ANYWHERE, change -> change.gradient((next, p, l, j, k) ->
                leftOut.is(p, new At(l, j, k)) ? Rounded.ZERO : next.gradient(p, l, j, k)));
    }

    private static Mistake samples(String id, String says, String advice, int leftOutFirst, int leftOutLast) {
        return new Mistake(id, says, advice, ANYWHERE, change -> change.samples((next, p, l, j, k) ->
                IntStream.range(leftOutFirst, p.samples() - leftOutLast).boxed().toList()));
    }

    private static Mistake overwritten(String id, String says, String advice, ToIntFunction<Pass> sample) {
        return new Mistake(id, says, advice, ANYWHERE, change -> change.gradient((next, p, l, j, k) ->
                p.formulas().term(p, sample.applyAsInt(p), l, j, k)));
    }

    private static Mistake divided(String id, String says, String advice, ToIntBiFunction<Pass, Integer> divisor) {
        return new Mistake(id, says, advice, ANYWHERE, change -> change.averaged((next, p, l, j, k, sum) ->
                sum.dividedBy(divisor.applyAsInt(p, l))));
    }
}
