package org.stillpoint.check.mistake;

import java.util.List;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Activation;

/**
 * The formulas of backpropagation and gradient descent, one for each number on the way. Samples i of the batch, layers l, units j
 * and inputs k are counted from 0; k is {@link org.stillpoint.check.question.Place#BIAS} for a bias. A formula finds what was
 * calculated before it in the {@link Pass}, or the {@link Descent}, and asks that for what it needs, so that a mistake in one
 * reaches all that depend on it.
 */
interface Formulas {

    /** Entry k of what layer l takes in, in the forward pass. */
    Rounded forwardInput(Pass p, int i, int l, int k);

    /** z. */
    Rounded preactivation(Pass p, int i, int l, int j);

    /** a = sigma(z). */
    Rounded activation(Pass p, int i, int l, int j);

    /** y, as the derivative of the loss takes it. */
    Rounded target(Pass p, int i, int j);

    /** The derivative of the loss by output j, l being the last layer; stored. */
    Rounded lossSlope(Pass p, int i, int l, int j);

    /** The derivative of an activation at z, where it is a, as layer l asks for it. */
    Rounded curveSlope(Pass p, int l, Activation activation, Rounded z, Rounded a);

    /** sigma'(z). */
    Rounded slope(Pass p, int i, int l, int j);

    /** The weight, of unit m of layer l + 1 from unit j of layer l, with which its delta comes down. */
    Rounded weightAbove(Pass p, int i, int l, int m, int j);

    /** The derivative of the loss by the activation: what comes down from the layer above, or {@link #lossSlope}. */
    Rounded pulled(Pass p, int i, int l, int j);

    /** The derivative of the loss by the pre-activation. */
    Rounded delta(Pass p, int i, int l, int j);

    /** Entry k of what layer l took in, for its gradient. */
    Rounded input(Pass p, int i, int l, int k);

    /** What sample i has to say on a weight or a bias. */
    Rounded term(Pass p, int i, int l, int j, int k);

    /** The samples whose terms are put together, of those of the batch. */
    List<Integer> samples(Pass p, int l, int j, int k);

    /** What the sum of the terms is divided by, if the batch's mean is taken, as a factor. */
    Rounded averaged(Pass p, int l, int j, int k, Rounded sum);

    /** The gradient; stored. */
    Rounded gradient(Pass p, int l, int j, int k);

    /** The loss that is reported with the gradient. */
    Rounded loss(Pass p);

    /** The samples of a step, of all of the data. */
    List<Integer> batch(Descent d);

    /** The batches of which a step takes one after the other, each with a pass and a move of its own: just its own, if right. */
    List<List<Integer>> updates(Descent d);

    /** The rate of a step. */
    Rounded rate(Descent d, int l, int j, int k);

    /** What decay adds to the gradient. */
    Rounded decay(Descent d, int l, int j, int k);

    /** The gradient with decay, as momentum takes it. */
    Rounded force(Descent d, int l, int j, int k);

    /** The velocity after a step; stored. */
    Rounded velocity(Descent d, int l, int j, int k);

    /** The parameter after a step; stored. */
    Rounded moved(Descent d, int l, int j, int k);
}
