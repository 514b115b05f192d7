package org.stillpoint.check.mistake;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/**
 * Mistakes with the slope of an activation. One that is made with every activation looks, in a network of one kind, like its
 * special cases: with relu the slope left out, {@code >= 0} asked of the activation, and the slope of the identity are the same.
 */
final class SlopeMistakes {

    private static final List<Scope> ANYWHERE = List.of(Scope.ALL, Scope.HIDDEN, Scope.LAST, Scope.FIRST);
    private static final List<Scope> BELOW = List.of(Scope.HIDDEN, Scope.FIRST);
    private static final BigFraction FLAT_SPOT = new BigFraction(1, 10);
    private static final BigFraction USUAL_LEAK = new BigFraction(1, 100);

    private SlopeMistakes() {
    }

    static List<Mistake> all() {
        return List.of(
                new Mistake("activation-slope-left-out",
                        "The derivative of the activation is left out of the delta",
                        "Multiply what comes down by sigma'(z) before dW, db and the delta below",
                        ANYWHERE, change -> change
                                .slope((next, p, i, l, j) -> Rounded.ONE)
                                .delta((next, p, i, l, j) -> p.activation(l) == Activation.SOFTMAX
                                        ? p.formulas().pulled(p, i, l, j) : next.delta(p, i, l, j))),
                new Mistake("slope-at-activation",
                        "The derivative of the activation is taken at the activation a, not at the pre-activation z",
                        "Evaluate sigma' at z, or use the formula that is written for a, such as a (1 - a)",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) ->
                                Curves.slope(p, p.activation(l), p.a(i, l, j)))),
                new Mistake("slope-formula-at-preactivation",
                        "The formula for the derivative that is written for the activation a is given the pre-activation z, as in"
                                + " z (1 - z)",
                        "Put a = sigma(z) into a (1 - a) for sigmoid, and into 1 - a^2 for tanh",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> {
                            Rounded z = p.z(i, l, j);
                            return is(p, l, Activation.SIGMOID) ? z.times(Distortion.complement(z))
                                    : is(p, l, Activation.TANH) ? Distortion.complement(Distortion.squared(z))
                                    : next.slope(p, i, l, j);
                        })),
                new Mistake("slope-missing-in-weight-gradient",
                        "The gradient of the weights is made from what comes down before it is multiplied by the derivative of"
                                + " the activation",
                        "Multiply by sigma'(z) first, and use that delta for dW, db and the layer below",
                        ANYWHERE, change -> change.term((next, p, i, l, j, k) -> k == Place.BIAS ? next.term(p, i, l, j, k)
                                : p.formulas().pulled(p, i, l, j).times(p.formulas().input(p, i, l, k)))),
                new Mistake("slope-missing-in-bias-gradient",
                        "The gradient of the bias is made from what comes down before it is multiplied by the derivative of the"
                                + " activation",
                        "Multiply by sigma'(z) first, and use that delta for dW, db and the layer below",
                        ANYWHERE, change -> change.term((next, p, i, l, j, k) -> k == Place.BIAS
                                ? p.formulas().pulled(p, i, l, j) : next.term(p, i, l, j, k))),
                new Mistake("slope-missing-in-what-goes-down",
                        "The layer below is given what came down, not that times the derivative of the activation",
                        "Send the delta of the layer down, which is multiplied by sigma'(z) already",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : Distortion.sum(p.units(l + 1), m -> p.formulas().weightAbove(p, i, l, m, j)
                                        .times(p.formulas().pulled(p, i, l + 1, m))))),
                new Mistake("activation-slope-twice",
                        "The derivative of the activation is multiplied in twice",
                        "Multiply by sigma'(z) once",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> Distortion.squared(next.slope(p, i, l, j)))),
                new Mistake("slope-of-layer-above-twice",
                        "What goes down is multiplied by the derivative of the layer above once more, which its delta holds"
                                + " already",
                        "Send down the transposed weights times delta, and multiply by the derivative of the layer itself only",
                        BELOW, change -> change.pulled((next, p, i, l, j) -> p.isLast(l) ? next.pulled(p, i, l, j)
                                : Distortion.sum(p.units(l + 1), m -> p.formulas().weightAbove(p, i, l, m, j)
                                        .times(p.delta(i, l + 1, m)).times(p.slope(i, l + 1, m))))),
                new Mistake("activation-for-its-slope",
                        "What comes down is multiplied by the activation sigma(z), not by its derivative sigma'(z)",
                        "Multiply by sigma'(z), which for relu is 1 where z > 0 and 0 elsewhere",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> p.a(i, l, j))),
                new Mistake("preactivation-for-slope",
                        "What comes down is multiplied by the pre-activation z, not by the derivative sigma'(z)",
                        "Multiply by sigma'(z)",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> p.z(i, l, j))),
                new Mistake("delta-times-activation",
                        "The delta is multiplied by the activation as well",
                        "The delta is what comes down times sigma'(z), and nothing else",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) -> next.delta(p, i, l, j).times(p.a(i, l, j)))),
                new Mistake("slope-for-delta",
                        "The delta is the derivative of the activation alone, and what comes down is lost",
                        "Multiply what comes down by sigma'(z), and do not overwrite it",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) -> p.slope(i, l, j))),
                new Mistake("mask-inverted",
                        "The derivative is taken at -z, so that a relu passes on what it should stop and stops what it should"
                                + " pass on",
                        "Let through where z > 0, and set to 0 where z <= 0",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) ->
                                Curves.slope(p, p.activation(l), p.z(i, l, j).negate()))),
                new Mistake("guided-backpropagation",
                        "What comes down to a relu is stopped not only where z <= 0 but also where it is negative itself",
                        "Ask z alone; what comes down may have either sign",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) ->
                                is(p, l, Activation.RELU) && isNegative(p, p.formulas().pulled(p, i, l, j)) ? Rounded.ZERO
                                        : next.delta(p, i, l, j))),
                new Mistake("mask-by-what-comes-down",
                        "A relu stops what comes down where that is negative, not where z <= 0",
                        "Ask z, or a, whether the unit passes on; not the delta",
                        ANYWHERE, change -> change.delta((next, p, i, l, j) -> !is(p, l, Activation.RELU) ? next.delta(p, i, l, j)
                                : isNegative(p, p.formulas().pulled(p, i, l, j)) ? Rounded.ZERO
                                : p.formulas().pulled(p, i, l, j))),
                new Mistake("relu-slope-is-sign",
                        "The derivative of relu is taken to be the sign of z, which is -1 below 0",
                        "Take 1 where z > 0 and 0 elsewhere",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> is(p, l, Activation.RELU)
                                ? Rounded.of(p.z(i, l, j).sign()) : next.slope(p, i, l, j))),
                new Mistake("relu-slope-above-1",
                        "The derivative of relu is taken to be 1 only where z > 1",
                        "Compare z with 0",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> is(p, l, Activation.RELU)
                                ? Rounded.of(p.z(i, l, j).minus(Rounded.ONE).stored(p.format()).sign() > 0 ? 1 : 0)
                                : next.slope(p, i, l, j))),
                new Mistake("slope-of-layer-above",
                        "The derivative is that of the activation of the layer above",
                        "Use the activation function of the layer itself",
                        BELOW, change -> change.slope((next, p, i, l, j) -> p.isLast(l) ? next.slope(p, i, l, j)
                                : slopeAbove(p, i, l, j))),
                new Mistake("slope-formula-of-layer-above",
                        "The derivative is that of the activation of the layer above, whose formula, such as a (1 - a), is given"
                                + " the activation of the layer itself",
                        "Use the activation function of the layer itself",
                        BELOW, change -> change.slope((next, p, i, l, j) -> p.isLast(l) ? next.slope(p, i, l, j)
                                : slopeFormulaAbove(p, i, l, j))),
                new Mistake("slope-of-layer-below",
                        "The derivative is that of the activation of the layer below",
                        "Use the activation function of the layer itself",
                        List.of(Scope.LAST, Scope.ABOVE_FIRST), change -> change.slope((next, p, i, l, j) -> l == 0
                                ? next.slope(p, i, l, j) : Curves.slope(p, p.activation(l - 1), p.z(i, l, j)))),
                new Mistake("slope-at-preactivation-above",
                        "The derivative is taken at the pre-activation of the layer above",
                        "Count layers so that delta and z belong to the same one",
                        BELOW, change -> change.slope((next, p, i, l, j) -> p.isLast(l) || p.units(l + 1) != p.units(l)
                                ? next.slope(p, i, l, j) : Curves.slope(p, p.activation(l), p.z(i, l + 1, j)))),
                new Mistake("slope-at-layer-input",
                        "The derivative is taken at what the layer takes in, not at its pre-activation",
                        "Evaluate sigma' at z = W x + b",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> p.width(l) != p.units(l)
                                ? next.slope(p, i, l, j) : Curves.slope(p, p.activation(l), p.below(i, l, j)))),
                new Mistake("slope-of-first-sample",
                        "The derivative of the first sample of a batch is used for all of them",
                        "Evaluate sigma' at each sample's own z",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> next.slope(p, 0, l, j))),
                new Mistake("slope-of-last-sample",
                        "The derivative of the last sample of a batch is used for all of them",
                        "Keep z of each sample until its delta is calculated",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> next.slope(p, p.samples() - 1, l, j))),
                new Mistake("slope-averaged-over-batch",
                        "The mean of the derivatives of all samples of a batch is used for each",
                        "Evaluate sigma' at each sample's own z, and take the mean of the gradients only",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) ->
                                Distortion.mean(p.samples(), n -> next.slope(p, n, l, j)))),
                new Mistake("slope-of-first-unit",
                        "The derivative of the first unit is used for all units of the layer",
                        "Evaluate sigma' at each unit's own z",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> next.slope(p, i, l, 0))),
                new Mistake("flat-spot",
                        "The derivative of sigmoid and tanh has 0.1 added to it",
                        "Leave the derivative as it is; a term that keeps flat units moving makes another gradient",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) ->
                                is(p, l, Activation.SIGMOID) || is(p, l, Activation.TANH)
                                        ? withFlatSpot(p, next.slope(p, i, l, j)) : next.slope(p, i, l, j))),
                new Mistake("sigmoid-flat-spot",
                        "The derivative of sigmoid has 0.1 added to it",
                        "Leave the derivative as it is; a term that keeps flat units moving makes another gradient",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> is(p, l, Activation.SIGMOID)
                                ? withFlatSpot(p, next.slope(p, i, l, j)) : next.slope(p, i, l, j))),
                ofActivation("sigmoid-slope-one-minus-a", Activation.SIGMOID, "The derivative of sigmoid is taken to be 1 - a",
                        "Multiply by a too: a (1 - a)", Distortion::complement),
                ofActivation("sigmoid-slope-squared-complement", Activation.SIGMOID,
                        "The derivative of sigmoid is taken to be (1 - a)^2", "Use a (1 - a)",
                        a -> Distortion.squared(Distortion.complement(a))),
                ofActivation("sigmoid-slope-as-tanh", Activation.SIGMOID, "The derivative of sigmoid is taken to be 1 - a^2",
                        "Use a (1 - a); 1 - a^2 belongs to tanh", a -> Distortion.complement(Distortion.squared(a))),
                ofActivation("sigmoid-slope-a-minus-one", Activation.SIGMOID,
                        "The derivative of sigmoid has the wrong sign, as in a (a - 1)", "Use a (1 - a)",
                        a -> a.times(Distortion.complement(a)).negate()),
                ofActivation("sigmoid-slope-one-plus-a", Activation.SIGMOID, "The derivative of sigmoid is taken to be a (1 + a)",
                        "Use a (1 - a)", a -> a.times(Rounded.ONE.plus(a))),
                ofActivation("tanh-slope-as-sigmoid", Activation.TANH, "The derivative of tanh is taken to be a (1 - a)",
                        "Use 1 - a^2; a (1 - a) belongs to sigmoid", a -> a.times(Distortion.complement(a))),
                ofActivation("tanh-slope-not-squared", Activation.TANH, "The derivative of tanh is taken to be 1 - a",
                        "Square a: 1 - a^2", Distortion::complement),
                ofActivation("tanh-slope-squared-outside", Activation.TANH, "The derivative of tanh is taken to be (1 - a)^2",
                        "Square a before it is subtracted: 1 - a^2", a -> Distortion.squared(Distortion.complement(a))),
                ofActivation("tanh-slope-one-plus-square", Activation.TANH, "The derivative of tanh is taken to be 1 + a^2",
                        "Use 1 - a^2", a -> Rounded.ONE.plus(Distortion.squared(a))),
                ofActivation("softsign-slope-not-squared", Activation.SOFTSIGN,
                        "The derivative of softsign is taken to be 1 / (1 + |z|)", "Square the denominator: 1 / (1 + |z|)^2",
                        a -> Distortion.complement(a.sign() < 0 ? a.negate() : a)),
                new Mistake("elu-slope-is-a",
                        "The derivative of elu below 0 is taken to be a = e^z - 1, and 1 is forgotten",
                        "Use e^z, which is a + 1",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> is(p, l, Activation.ELU) && p.z(i, l, j).sign() < 0
                                ? p.a(i, l, j) : next.slope(p, i, l, j))),
                new Mistake("silu-slope-without-product-rule",
                        "The derivative of silu is taken to be sigmoid(z)",
                        "Use the product rule: sigmoid(z) + z sigmoid'(z)",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> is(p, l, Activation.SILU)
                                ? p.elementary().logistic(p.z(i, l, j)) : next.slope(p, i, l, j))),
                leaky("leaky-slope-0-backward", "Leaky-relu passes nothing on backward where z < 0, as if it were relu",
                        "Multiply by the slope of the leaky-relu where z < 0", (p, below) -> Rounded.ZERO),
                leaky("leaky-slope-1-backward", "Leaky-relu passes all on backward where z < 0",
                        "Multiply by the slope of the leaky-relu where z < 0", (p, below) -> Rounded.ONE),
                leaky("leaky-slope-usual-backward", "Leaky-relu has the slope 0.01 backward, whatever it is forward",
                        "Use one slope for both directions", (p, below) -> Rounded.constant(USUAL_LEAK, p.format())),
                leaky("leaky-slope-negated-backward", "Leaky-relu has the slope with the wrong sign backward",
                        "Multiply by the slope of the leaky-relu where z < 0", (p, below) -> below.negate()),
                ofActivation("hard-tanh-never-flat", Activation.HARD_TANH, "The derivative of hard-tanh is taken to be 1"
                                + " everywhere",
                        "Use 0 where z is beyond -1 and 1", a -> Rounded.ONE),
                ofActivation("hard-tanh-slope-as-tanh", Activation.HARD_TANH, "The derivative of hard-tanh is taken to be 1 -"
                                + " a^2",
                        "Use 1 between -1 and 1 and 0 beyond; 1 - a^2 belongs to tanh",
                        a -> Distortion.complement(Distortion.squared(a))),
                new Mistake("hard-tanh-flat-below-0",
                        "Hard-tanh passes nothing on backward where z < 0",
                        "Use 1 between -1 and 1, on both sides of 0",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) ->
                                is(p, l, Activation.HARD_TANH) && p.z(i, l, j).sign() < 0 ? Rounded.ZERO
                                        : next.slope(p, i, l, j))),
                ofActivation("abs-slope-1", Activation.ABS, "The derivative of abs is taken to be 1 everywhere",
                        "Use the sign of z", a -> Rounded.ONE),
                new Mistake("abs-slope-as-relu",
                        "Abs passes nothing on backward where z < 0, as if it were relu",
                        "Use the sign of z, which is -1 there",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) ->
                                is(p, l, Activation.ABS) && p.z(i, l, j).sign() < 0 ? Rounded.ZERO : next.slope(p, i, l, j))),
                new Mistake("softmax-slope-entrywise",
                        "The derivative of softmax is taken to be s (1 - s) for each output by itself",
                        "Each output depends on every pre-activation: ds_j/dz_k = s_j ((j = k) - s_k)",
                        List.of(Scope.LAST), change -> change.delta((next, p, i, l, j) ->
                                is(p, l, Activation.SOFTMAX) && p.loss() != Loss.CROSS_ENTROPY
                                        ? p.a(i, l, j).times(Distortion.complement(p.a(i, l, j)))
                                                .times(p.formulas().pulled(p, i, l, j))
                                        : next.delta(p, i, l, j))));
    }

    /** A slope that is made of the activation, in the place of the right one, of one activation function. */
    @FunctionalInterface
    private interface OfActivation {

        Rounded of(Rounded a);
    }

    /** A slope of leaky-relu below 0 in the place of the right one. */
    @FunctionalInterface
    private interface Below {

        Rounded of(Pass p, Rounded right);
    }

    private static Mistake ofActivation(String id, Activation activation, String says, String advice, OfActivation slope) {
        return new Mistake(id, says, advice, ANYWHERE, change -> change.curveSlope((next, p, l, asked, z, a) ->
                asked.equals(activation) ? slope.of(a) : next.curveSlope(p, l, asked, z, a)));
    }

    private static Rounded withFlatSpot(Pass p, Rounded slope) {
        return slope.plus(Rounded.constant(FLAT_SPOT, p.format()));
    }

    private static Rounded slopeAbove(Pass p, int i, int l, int j) {
        return p.formulas().curveSlope(p, l, p.activation(l + 1), p.z(i, l, j), p.a(i, l, j));
    }

    private static Rounded slopeFormulaAbove(Pass p, int i, int l, int j) {
        Activation above = p.activation(l + 1);
        Rounded a = p.a(i, l, j);
        if (above != Activation.SIGMOID && above != Activation.TANH) {
            return slopeAbove(p, i, l, j);
        }
        return above == Activation.SIGMOID ? a.times(Distortion.complement(a)) : Distortion.complement(Distortion.squared(a));
    }

    private static Mistake leaky(String id, String says, String advice, Below below) {
        return new Mistake(id, says, advice, ANYWHERE, change -> change.curveSlope((next, p, l, activation, z, a) ->
                Curves.isLeaky(activation) && z.sign() < 0 ? below.of(p, Curves.slopeBelow(p, activation))
                        : next.curveSlope(p, l, activation, z, a)));
    }

    private static boolean is(Pass p, int l, Activation activation) {
        return p.activation(l) == activation;
    }

    private static boolean isNegative(Pass p, Rounded number) {
        return number.stored(p.format()).sign() < 0;
    }
}
