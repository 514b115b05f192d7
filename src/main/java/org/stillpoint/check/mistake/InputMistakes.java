package org.stillpoint.check.mistake;

import java.util.List;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Activation;

/** Mistakes with what a layer took in, by which its deltas are multiplied for the gradients of its weights. */
final class InputMistakes {

    private static final List<Scope> ANYWHERE = List.of(Scope.ALL, Scope.FIRST, Scope.LAST, Scope.ABOVE_FIRST);
    private static final List<Scope> ABOVE = List.of(Scope.ABOVE_FIRST, Scope.LAST);

    private InputMistakes() {
    }

    static List<Mistake> all() {
        return List.of(
                new Mistake("preactivation-as-input",
                        "The deltas are multiplied by the pre-activations z of the layer below, not by its activations",
                        "Multiply by a = sigma(z) of the layer below",
                        ABOVE, change -> change.input((next, p, i, l, k) -> l == 0 ? next.input(p, i, l, k) : p.z(i, l - 1, k))),
                new Mistake("network-input-for-every-layer",
                        "The deltas of every layer are multiplied by the input of the network, where the widths allow it",
                        "Multiply by the activations of the layer below",
                        ABOVE, change -> change.input((next, p, i, l, k) -> p.width(0) == p.width(l) ? p.x(i, k)
                                : next.input(p, i, l, k))),
                new Mistake("own-activation-as-input",
                        "The deltas are multiplied by the activations of the layer itself, where the widths allow it",
                        "Multiply by what the layer took in, the activations of the layer below",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> p.units(l) == p.width(l) ? p.a(i, l, k)
                                : next.input(p, i, l, k))),
                new Mistake("own-preactivation-as-input",
                        "The deltas are multiplied by the pre-activations of the layer itself, where the widths allow it",
                        "Multiply by what the layer took in, the activations of the layer below",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> p.units(l) == p.width(l) ? p.z(i, l, k)
                                : next.input(p, i, l, k))),
                new Mistake("input-from-two-layers-below",
                        "The deltas are multiplied by the activations two layers below, where the widths allow it",
                        "Multiply by the activations of the layer right below",
                        ABOVE, change -> change.input((next, p, i, l, k) -> l == 0 || p.width(l - 1) != p.width(l)
                                ? next.input(p, i, l, k) : p.below(i, l - 1, k))),
                new Mistake("activation-twice-on-input",
                        "The activation function is applied once more to the activations of the layer below",
                        "Multiply by a as it was kept in the forward pass",
                        ABOVE, change -> change.input((next, p, i, l, k) -> l == 0 ? next.input(p, i, l, k)
                                : Curves.value(p, p.activation(l - 1), p.a(i, l - 1, k)))),
                new Mistake("slope-as-input",
                        "The deltas are multiplied by the derivatives sigma'(z) of the layer below, not by its activations",
                        "Multiply by a = sigma(z) of the layer below",
                        ABOVE, change -> change.input((next, p, i, l, k) -> l == 0 ? next.input(p, i, l, k)
                                : Curves.slope(p, p.activation(l - 1), p.z(i, l - 1, k)))),
                new Mistake("input-left-out",
                        "The gradient of a weight is the delta of its unit, not multiplied by the input of the weight",
                        "Multiply the delta by the activation below",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> Rounded.ONE)),
                new Mistake("weight-for-input",
                        "The delta is multiplied by the weight, not by the input of the weight",
                        "Multiply the delta by the activation below; the weight belongs into the delta of the layer below",
                        ANYWHERE, change -> change.term((next, p, i, l, j, k) -> k == Place.BIAS ? next.term(p, i, l, j, k)
                                : p.delta(i, l, j).times(p.weight(l, j, k)))),
                new Mistake("weight-times-input",
                        "The gradient of a weight is multiplied by the weight as well",
                        "The gradient of a weight is delta times input",
                        ANYWHERE, change -> change.term((next, p, i, l, j, k) -> k == Place.BIAS ? next.term(p, i, l, j, k)
                                : next.term(p, i, l, j, k).times(p.weight(l, j, k)))),
                new Mistake("input-of-first-sample",
                        "The input of the first sample of a batch is used for all of them",
                        "Keep what each layer took in for each sample",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> next.input(p, 0, l, k))),
                new Mistake("input-of-last-sample",
                        "The input of the last sample of a batch is used for all of them, as if each forward pass overwrote it",
                        "Keep what each layer took in for each sample, or go back before the next sample goes forward",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> next.input(p, p.samples() - 1, l, k))),
                new Mistake("input-of-previous-sample",
                        "The input of the sample before is used, and for the first sample that of the last",
                        "Store what the layer took in before the delta is multiplied by it",
                        ANYWHERE, change -> change.input((next, p, i, l, k) ->
                                next.input(p, (i + p.samples() - 1) % p.samples(), l, k))),
                new Mistake("input-of-next-sample",
                        "The input of the sample behind is used, and for the last sample that of the first",
                        "Let delta and input belong to the same sample",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> next.input(p, (i + 1) % p.samples(), l, k))),
                new Mistake("inputs-in-reverse-order",
                        "The inputs of a batch are used in the reverse order, as if they were taken from a stack",
                        "Let delta and input belong to the same sample",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> next.input(p, p.samples() - 1 - i, l, k))),
                new Mistake("first-input-for-all",
                        "The first input of a layer is used for all of its weights",
                        "Multiply by the input that belongs to the weight",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> next.input(p, i, l, 0))),
                new Mistake("inputs-summed",
                        "The sum of the inputs of a layer is used for each of its weights",
                        "Multiply by the input that belongs to the weight, and mind the axis of the sum",
                        ANYWHERE, change -> change.input((next, p, i, l, k) ->
                                Distortion.sum(p.width(l), n -> next.input(p, i, l, n)))),
                new Mistake("inputs-shifted-by-bias",
                        "The inputs are shifted by one, as the 1 of the bias stands before them",
                        "Leave the column of the bias out of the gradient of the weights",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> !p.hasBias(l) ? next.input(p, i, l, k)
                                : k == 0 ? Rounded.ONE : next.input(p, i, l, k - 1))),
                new Mistake("input-unsigned",
                        "The inputs lose their signs where the gradient of the weights is made",
                        "Multiply by the input as it is",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> Distortion.unsigned(p, next.input(p, i, l, k)))),
                new Mistake("input-squared",
                        "The delta is multiplied by the input twice",
                        "Multiply by the input once",
                        ANYWHERE, change -> change.input((next, p, i, l, k) -> Distortion.squared(next.input(p, i, l, k)))),
                new Mistake("activation-on-network-input",
                        "The activation function of the first layer is applied to the input of the network",
                        "Multiply the deltas of the first layer by the input as it is",
                        List.of(Scope.FIRST), change -> change.input((next, p, i, l, k) ->
                                p.activation(l) == Activation.SOFTMAX ? next.input(p, i, l, k)
                                        : Curves.value(p, p.activation(l), p.x(i, k)))));
    }
}
