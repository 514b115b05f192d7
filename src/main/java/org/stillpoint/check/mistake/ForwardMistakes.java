package org.stillpoint.check.mistake;

import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Activation;

/** Mistakes in the forward pass, which a right backward pass carries into the gradients. */
final class ForwardMistakes {

    private static final List<Scope> ANYWHERE = List.of(Scope.ALL, Scope.HIDDEN, Scope.LAST, Scope.FIRST);
    private static final List<Scope> ABOVE = List.of(Scope.ABOVE_FIRST, Scope.LAST);
    private static final BigFraction USUAL_LEAK = new BigFraction(1, 100);

    private ForwardMistakes() {
    }

    static List<Mistake> all() {
        return List.of(
                new Mistake("bias-left-out-forward",
                        "The bias takes no part in the forward pass",
                        "Let z = W x + b",
                        ANYWHERE, change -> change.preactivation((next, p, i, l, j) -> weighted(p, i, l, j))),
                new Mistake("bias-twice-forward",
                        "The bias is added twice in the forward pass",
                        "Let z = W x + b",
                        ANYWHERE, change -> change.preactivation((next, p, i, l, j) ->
                                next.preactivation(p, i, l, j).plus(p.bias(l, j)))),
                new Mistake("bias-once-an-input-forward",
                        "The bias is added once for each input in the forward pass",
                        "Add the bias once, behind the sum over the inputs",
                        ANYWHERE, change -> change.preactivation((next, p, i, l, j) -> weighted(p, i, l, j)
                                .plus(Distortion.sum(p.width(l), k -> p.bias(l, j))))),
                new Mistake("bias-subtracted-forward",
                        "The bias is subtracted in the forward pass, as a threshold is",
                        "Add the bias",
                        ANYWHERE, change -> change.preactivation((next, p, i, l, j) ->
                                weighted(p, i, l, j).minus(p.bias(l, j)))),
                new Mistake("bias-of-first-unit-forward",
                        "The bias of the first unit is added in all units of the layer",
                        "Add each unit's own bias",
                        ANYWHERE, change -> change.preactivation((next, p, i, l, j) -> weighted(p, i, l, j).plus(p.bias(l, 0)))),
                new Mistake("bias-behind-activation",
                        "The bias is added behind the activation function",
                        "Add the bias first: a = sigma(W x + b)",
                        ANYWHERE, change -> change
                                .preactivation((next, p, i, l, j) -> weighted(p, i, l, j))
                                .activation((next, p, i, l, j) -> next.activation(p, i, l, j).plus(p.bias(l, j)))),
                new Mistake("weights-transposed-forward",
                        "The input is multiplied by the transposed weights, where the matrix is square",
                        "Let unit j add up w_jk x_k over its inputs k",
                        ANYWHERE, change -> change.preactivation((next, p, i, l, j) -> p.units(l) != p.width(l)
                                ? next.preactivation(p, i, l, j)
                                : Distortion.sum(p.width(l), k -> p.weight(l, k, j).times(p.formulas().forwardInput(p, i, l, k)))
                                        .plus(p.bias(l, j)))),
                new Mistake("weights-reshaped-forward",
                        "The weights are read in another shape than they were written in, as by a reshape for a transpose",
                        "Transpose weights that are stored inputs times units",
                        ANYWHERE, change -> change.preactivation((next, p, i, l, j) ->
                                Distortion.sum(p.width(l), k -> {
                                    int entry = k * p.units(l) + j;
                                    return p.weight(l, entry / p.width(l), entry % p.width(l))
                                            .times(p.formulas().forwardInput(p, i, l, k));
                                }).plus(p.bias(l, j)))),
                new Mistake("last-input-left-out-forward",
                        "The last input takes no part in the forward pass",
                        "Let the loop over the inputs end with the last",
                        ANYWHERE, change -> change.forwardInput((next, p, i, l, k) -> k == p.width(l) - 1 ? Rounded.ZERO
                                : next.forwardInput(p, i, l, k))),
                new Mistake("first-input-left-out-forward",
                        "The first input takes no part in the forward pass",
                        "Let the loop over the inputs begin with the first",
                        ANYWHERE, change -> change.forwardInput((next, p, i, l, k) -> k == 0 ? Rounded.ZERO
                                : next.forwardInput(p, i, l, k))),
                new Mistake("mean-of-inputs-forward",
                        "The weighted inputs are averaged, not added up, in the forward pass",
                        "Let z = W x + b",
                        ANYWHERE, change -> change.preactivation((next, p, i, l, j) ->
                                weighted(p, i, l, j).dividedBy(p.width(l)).plus(p.bias(l, j)))),
                new Mistake("preactivation-as-input-forward",
                        "A layer takes in the pre-activations of the layer below, not its activations",
                        "Hand on a = sigma(z)",
                        ABOVE, change -> change.forwardInput((next, p, i, l, k) -> l == 0 ? next.forwardInput(p, i, l, k)
                                : p.z(i, l - 1, k))),
                new Mistake("network-input-for-every-layer-forward",
                        "Every layer takes in the input of the network, where the widths allow it",
                        "Hand the activations of each layer on to the next",
                        ABOVE, change -> change.forwardInput((next, p, i, l, k) -> p.width(0) == p.width(l) ? p.x(i, k)
                                : next.forwardInput(p, i, l, k))),
                new Mistake("input-of-first-sample-forward",
                        "The layer takes in the first sample of a batch for all of them",
                        "Send each sample through the network",
                        ANYWHERE, change -> change.forwardInput((next, p, i, l, k) -> next.forwardInput(p, 0, l, k))),
                new Mistake("activation-left-out-forward",
                        "The activation function is not applied in the forward pass",
                        "Let a = sigma(z)",
                        ANYWHERE, change -> change.activation((next, p, i, l, j) -> p.z(i, l, j))),
                new Mistake("activation-twice-forward",
                        "The activation function is applied twice in the forward pass",
                        "Apply it once, to z",
                        ANYWHERE, change -> change.activation((next, p, i, l, j) -> p.activation(l) == Activation.SOFTMAX
                                ? next.activation(p, i, l, j)
                                : Curves.value(p, p.activation(l), next.activation(p, i, l, j).stored(p.format())))),
                new Mistake("activation-of-first-unit-forward",
                        "The activation of the first unit is used for all units of the layer",
                        "Keep an activation for each unit",
                        ANYWHERE, change -> change.activation((next, p, i, l, j) -> next.activation(p, i, l, 0))),
                new Mistake("activation-whole",
                        "Activations lose what is behind the point, as in an array of integers",
                        "Make the array of the activations one of floating-point numbers",
                        ANYWHERE, change -> change.activation((next, p, i, l, j) ->
                                next.activation(p, i, l, j).stored(p.format()).whole(RoundingMode.DOWN))),
                new Mistake("hidden-activation-on-output",
                        "The activation function of the hidden layers is applied in the last layer too",
                        "Give the last layer its own activation function",
                        List.of(Scope.LAST), change -> change
                                .activation((next, p, i, l, j) -> l == 0 ? next.activation(p, i, l, j)
                                        : Curves.value(p, p.activation(l - 1), p.z(i, l, j)))
                                .slope((next, p, i, l, j) -> l == 0 ? next.slope(p, i, l, j)
                                        : Curves.slope(p, p.activation(l - 1), p.z(i, l, j)))),
                new Mistake("output-activation-in-hidden-layers",
                        "The activation function of the last layer is applied in hidden layers too",
                        "Give each layer its own activation function",
                        List.of(Scope.HIDDEN), change -> change
                                .activation((next, p, i, l, j) -> last(p) == Activation.SOFTMAX
                                        ? next.activation(p, i, l, j) : Curves.value(p, last(p), p.z(i, l, j)))
                                .slope((next, p, i, l, j) -> last(p) == Activation.SOFTMAX
                                        ? next.slope(p, i, l, j) : Curves.slope(p, last(p), p.z(i, l, j)))),
                other("tanh-for-sigmoid", Activation.SIGMOID, Activation.TANH, "Tanh is used where sigmoid is asked for",
                        "Use 1 / (1 + e^-z)"),
                other("sigmoid-for-tanh", Activation.TANH, Activation.SIGMOID, "Sigmoid is used where tanh is asked for",
                        "Use tanh, which lies between -1 and 1"),
                other("abs-for-relu", Activation.RELU, Activation.ABS, "Abs is used where relu is asked for",
                        "Set what is below 0 to 0"),
                new Mistake("relu-keeps-the-negative",
                        "Relu keeps what is below 0 and sets what is above it to 0, as in min(0, z)",
                        "Use max(0, z)",
                        ANYWHERE, change -> change
                                .activation((next, p, i, l, j) -> p.activation(l) == Activation.RELU
                                        ? p.z(i, l, j).sign() > 0 ? Rounded.ZERO : p.z(i, l, j) : next.activation(p, i, l, j))
                                .slope((next, p, i, l, j) -> p.activation(l) == Activation.RELU
                                        ? Distortion.complement(next.slope(p, i, l, j)) : next.slope(p, i, l, j))),
                new Mistake("leaky-slope-0-forward",
                        "Leaky-relu is relu in the forward pass",
                        "Multiply z by the slope where z < 0",
                        ANYWHERE, change -> change.activation((next, p, i, l, j) ->
                                Curves.isLeaky(p.activation(l)) && p.z(i, l, j).sign() < 0 ? Rounded.ZERO
                                        : next.activation(p, i, l, j))),
                new Mistake("leaky-slope-usual-forward",
                        "Leaky-relu has the slope 0.01 forward, whatever is asked for",
                        "Use the slope that is asked for",
                        ANYWHERE, change -> change.activation((next, p, i, l, j) ->
                                Curves.isLeaky(p.activation(l)) && p.z(i, l, j).sign() < 0
                                        ? Rounded.constant(USUAL_LEAK, p.format()).times(p.z(i, l, j))
                                        : next.activation(p, i, l, j))),
                new Mistake("leaky-slope-above-0-forward",
                        "The slope of leaky-relu is multiplied in where z > 0, not where z < 0",
                        "Multiply z by the slope where z < 0",
                        ANYWHERE, change -> change.activation((next, p, i, l, j) -> !Curves.isLeaky(p.activation(l))
                                ? next.activation(p, i, l, j) : p.z(i, l, j).sign() < 0 ? p.z(i, l, j)
                                : Curves.slopeBelow(p, p.activation(l)).times(p.z(i, l, j)))),
                new Mistake("leaky-slope-above-and-0-below-forward",
                        "Leaky-relu is 0 where z < 0, and has its slope where z > 0",
                        "Multiply z by the slope where z < 0, and leave it as it is above",
                        ANYWHERE, change -> change.activation((next, p, i, l, j) -> !Curves.isLeaky(p.activation(l))
                                ? next.activation(p, i, l, j) : p.z(i, l, j).sign() < 0 ? Rounded.ZERO
                                : Curves.slopeBelow(p, p.activation(l)).times(p.z(i, l, j)))),
                new Mistake("hard-tanh-from-0-forward",
                        "Hard-tanh is held between 0 and 1 in the forward pass",
                        "Hold it between -1 and 1",
                        ANYWHERE, change -> change.activation((next, p, i, l, j) ->
                                p.activation(l) == Activation.HARD_TANH && p.z(i, l, j).sign() < 0 ? Rounded.ZERO
                                        : next.activation(p, i, l, j))),
                new Mistake("sigmoid-for-softmax",
                        "Sigmoid of each output is used where softmax is asked for",
                        "Divide e^z of each output by the sum over the outputs",
                        List.of(Scope.LAST), change -> change.activation((next, p, i, l, j) ->
                                p.activation(l) == Activation.SOFTMAX ? p.elementary().logistic(p.z(i, l, j))
                                        : next.activation(p, i, l, j))),
                new Mistake("softmax-over-batch",
                        "Softmax is taken over the samples of a batch, not over the outputs of each",
                        "Mind the axis of the sum: it runs over the outputs",
                        List.of(Scope.LAST), change -> change.activation((next, p, i, l, j) ->
                                p.activation(l) == Activation.SOFTMAX ? overBatch(p, l, j).get(i)
                                        : next.activation(p, i, l, j))));
    }

    private static Activation last(Pass p) {
        return p.activation(p.depth() - 1);
    }

    private static List<Rounded> overBatch(Pass p, int l, int j) {
        return p.elementary().softmax(IntStream.range(0, p.samples()).mapToObj(i -> p.z(i, l, j)).toList());
    }

    private static Rounded weighted(Pass p, int i, int l, int j) {
        return Distortion.sum(p.width(l), k -> p.weight(l, j, k).times(p.formulas().forwardInput(p, i, l, k)));
    }

    private static Mistake other(String id, Activation asked, Activation used, String says, String advice) {
        return new Mistake(id, says, advice, ANYWHERE, change -> change
                .activation((next, p, i, l, j) -> p.activation(l) == asked ? Curves.value(p, used, p.z(i, l, j))
                        : next.activation(p, i, l, j))
                .slope((next, p, i, l, j) -> p.activation(l) == asked ? Curves.slope(p, used, p.z(i, l, j))
                        : next.slope(p, i, l, j)));
    }
}
