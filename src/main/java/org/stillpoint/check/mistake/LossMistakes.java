package org.stillpoint.check.mistake;

import java.util.List;
import java.util.function.Consumer;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** Mistakes with the derivative of the loss by the outputs, and with the loss that is reported. */
final class LossMistakes {

    private static final List<Scope> OUTPUT = List.of(Scope.LAST);
    private static final BigFraction HALF = new BigFraction(1, 2);

    private LossMistakes() {
    }

    static List<Mistake> all() {
        return List.of(
                of("target-minus-output", "The derivative of the loss has the wrong sign, as in y - f",
                        "Use f - y, and subtract the gradient times the rate",
                        change -> change.lossSlope((next, p, i, l, j) -> next.lossSlope(p, i, l, j).negate())),
                target("target-left-out", "The target takes no part in the error, which is the output itself",
                        "Subtract the target from the output", (p, i, j) -> Rounded.ZERO),
                target("output-left-out-of-error", "The error is the negated target, without the output",
                        "Subtract the target from the output", (p, i, j) -> withoutMargin(p)
                                ? p.y(i, j).plus(output(p, i, j)) : p.y(i, j)),
                target("target-added", "The target is added to the output, not subtracted from it",
                        "Use f - y", (p, i, j) -> p.y(i, j).negate()),
                target("target-of-first-sample", "Every output is compared with the target of the first sample",
                        "Compare each output with the target of its own sample", (p, i, j) -> p.y(0, j)),
                target("target-of-last-sample", "Every output is compared with the target of the last sample",
                        "Compare each output with the target of its own sample", (p, i, j) -> p.y(p.samples() - 1, j)),
                target("target-of-previous-sample", "Every output is compared with the target of the sample before",
                        "Compare each output with the target of its own sample",
                        (p, i, j) -> p.y((i + p.samples() - 1) % p.samples(), j)),
                target("target-of-next-sample", "Every output is compared with the target of the sample behind",
                        "Compare each output with the target of its own sample", (p, i, j) -> p.y((i + 1) % p.samples(), j)),
                target("targets-in-reverse-order", "The targets of a batch come in the reverse order",
                        "Compare each output with the target of its own sample", (p, i, j) -> p.y(p.samples() - 1 - i, j)),
                target("target-mean-over-batch", "Every output is compared with the mean target of the batch",
                        "Compare each output with the target of its own sample",
                        (p, i, j) -> meanTarget(p, j)),
                target("target-of-first-output", "All outputs are compared with the target of the first",
                        "Compare each output with its own target", (p, i, j) -> p.y(i, 0)),
                target("target-of-last-output", "All outputs are compared with the target of the last",
                        "Compare each output with its own target", (p, i, j) -> p.y(i, p.outputs() - 1)),
                target("targets-of-outputs-reversed", "The targets of the outputs come in the reverse order",
                        "Compare each output with its own target", (p, i, j) -> p.y(i, p.outputs() - 1 - j)),
                of("targets-broadcast", "Each output is compared with the targets of all samples, as if a row were subtracted"
                                + " from a column",
                        "Give outputs and targets one shape: NumPy makes a matrix of (n, 1) - (n,)",
                        change -> change
                                .target((next, p, i, j) -> meanTarget(p, j))
                                .lossSlope((next, p, i, l, j) -> next.lossSlope(p, i, l, j).times(Rounded.of(p.samples())))),
                of("error-of-last-sample", "The error of the last sample of a batch is used for all of them",
                        "Keep an error for each sample",
                        change -> change.lossSlope((next, p, i, l, j) -> next.lossSlope(p, p.samples() - 1, l, j))),
                of("error-of-first-sample", "The error of the first sample of a batch is used for all of them",
                        "Keep an error for each sample",
                        change -> change.lossSlope((next, p, i, l, j) -> next.lossSlope(p, 0, l, j))),
                of("error-mean-over-batch", "The mean error of a batch is used for each sample",
                        "Go back with each sample's own error; the mean is taken of the gradients",
                        change -> change.lossSlope((next, p, i, l, j) ->
                                Distortion.mean(p.samples(), n -> next.lossSlope(p, n, l, j)))),
                of("error-sum-over-batch", "The sum of the errors of a batch is used for each sample",
                        "Go back with each sample's own error; gradients are added up, not errors",
                        change -> change.lossSlope((next, p, i, l, j) ->
                                Distortion.sum(p.samples(), n -> next.lossSlope(p, n, l, j)))),
                of("errors-kept-from-sample-to-sample", "The error of a sample is added to those of the samples before it",
                        "Start with a new error for each sample",
                        change -> change.lossSlope((next, p, i, l, j) ->
                                Distortion.sum(i + 1, n -> next.lossSlope(p, n, l, j)))),
                of("error-summed-over-outputs", "The sum of the errors of all outputs is used for each of them",
                        "Keep an error for each output, and mind the axis of the sum",
                        change -> change.lossSlope((next, p, i, l, j) ->
                                Distortion.sum(p.outputs(), m -> next.lossSlope(p, i, l, m)))),
                of("error-mean-over-outputs", "The mean of the errors of all outputs is used for each of them",
                        "Keep an error for each output, and mind the axis of the mean",
                        change -> change.lossSlope((next, p, i, l, j) ->
                                Distortion.mean(p.outputs(), m -> next.lossSlope(p, i, l, m)))),
                of("error-of-first-output", "The error of the first output is used for all of them",
                        "Keep an error for each output",
                        change -> change.lossSlope((next, p, i, l, j) -> next.lossSlope(p, i, l, 0))),
                of("error-of-first-output-only", "Only the first output has an error",
                        "Go back from every output",
                        change -> change.lossSlope((next, p, i, l, j) -> j == 0 ? next.lossSlope(p, i, l, j) : Rounded.ZERO)),
                of("error-of-last-output-only", "Only the last output has an error",
                        "Go back from every output",
                        change -> change.lossSlope((next, p, i, l, j) -> j == p.outputs() - 1 ? next.lossSlope(p, i, l, j)
                                : Rounded.ZERO)),
                of("error-unsigned", "The error loses its sign, as in |f - y|",
                        "Leave the sign of the error as it is",
                        change -> change.lossSlope((next, p, i, l, j) -> Distortion.unsigned(p, next.lossSlope(p, i, l, j)))),
                of("error-sign-only", "Only the sign of the error is kept",
                        "Use f - y itself; its sign belongs to the absolute loss",
                        change -> change.lossSlope((next, p, i, l, j) -> Distortion.signOnly(p, next.lossSlope(p, i, l, j)))),
                of("error-clipped", "The error is held between -1 and 1",
                        "Leave the error as it is",
                        change -> change.lossSlope((next, p, i, l, j) -> Distortion.clipped(p, next.lossSlope(p, i, l, j)))),
                of("error-halved", "The derivative of the loss is halved",
                        "The 1/2 of the squared loss cancels against its exponent, and no other loss has one",
                        change -> change.lossSlope((next, p, i, l, j) -> next.lossSlope(p, i, l, j).times(Rounded.of(HALF)))),
                of("error-times-output", "The error is multiplied by the output as well",
                        "Leave the output out; only sigma'(z) is multiplied in",
                        change -> change.lossSlope((next, p, i, l, j) -> next.lossSlope(p, i, l, j).times(p.a(i, l, j)))),
                target("error-at-preactivation", "The error is that of the pre-activation z of the output, not of the output",
                        "Compare the output sigma(z) with the target", (p, i, j) -> withoutMargin(p)
                                ? p.y(i, j).plus(output(p, i, j)).minus(p.z(i, p.depth() - 1, j)) : p.y(i, j)),
                target("error-of-thresholded-output", "The output is turned into a class, 0 or 1, before the target is"
                                + " subtracted",
                        "Subtract the target from the output of sigmoid itself",
                        (p, i, j) -> p.activation(p.depth() - 1) == Activation.SIGMOID && withoutMargin(p)
                                ? p.y(i, j).plus(output(p, i, j)).minus(Rounded.of(p.z(i, p.depth() - 1, j).sign() < 0 ? 0 : 1))
                                : p.y(i, j)),
                of("loss-for-its-slope", "What goes back is the loss, not its derivative",
                        "Use the derivative of the loss by the output",
                        change -> change.lossSlope((next, p, i, l, j) -> value(next, p, i, l, j))),
                of("error-squared", "The squared error (f - y)^2 goes back, not its derivative",
                        "Use f - y",
                        change -> change.lossSlope((next, p, i, l, j) -> p.loss() == Loss.SQUARED
                                ? next.lossSlope(p, i, l, j).times(p.a(i, l, j).minus(p.y(i, j))) : next.lossSlope(p, i, l, j))),
                of("squared-slope-for-every-loss", "The error f - y goes back whatever the loss is",
                        "Use the derivative of the loss that is asked for",
                        change -> change.lossSlope((next, p, i, l, j) -> withoutMargin(p) ? next.lossSlope(p, i, l, j)
                                : RightFormulas.overOutputs(p, p.a(i, l, j).minus(p.y(i, j)).stored(p.format())))),
                of("condition-left-out", "The derivative of hinge, perceptron or logistic loss is -y for every sample, however"
                                + " well it is classified",
                        "Hinge: only if y f < 1; perceptron: only if y f <= 0; logistic: times sigmoid(-y f)",
                        change -> change.lossSlope((next, p, i, l, j) -> hasMargin(p)
                                ? RightFormulas.overOutputs(p, p.y(i, j).negate()) : next.lossSlope(p, i, l, j))),
                of("condition-inverted", "The derivative of hinge or perceptron loss is -y where it should be 0, and 0 where"
                                + " it should be -y",
                        "Update where y f < 1, or y f <= 0, and not where it is greater",
                        change -> change.lossSlope((next, p, i, l, j) -> isHinged(p)
                                ? RightFormulas.overOutputs(p, p.y(i, j).negate()).minus(next.lossSlope(p, i, l, j))
                                : next.lossSlope(p, i, l, j))),
                of("hinge-condition-at-0", "The hinge loss is taken to have a slope only where y f <= 0, as the perceptron loss",
                        "Compare y f with 1",
                        change -> change.lossSlope((next, p, i, l, j) -> p.loss() == Loss.HINGE && margin(p, i, l, j).sign() > 0
                                ? Rounded.ZERO : next.lossSlope(p, i, l, j))),
                of("perceptron-condition-at-1", "The perceptron loss is taken to have a slope where y f < 1, as the hinge loss",
                        "Compare y f with 0",
                        change -> change.lossSlope((next, p, i, l, j) -> p.loss() != Loss.PERCEPTRON ? next.lossSlope(p, i, l, j)
                                : Rounded.ONE.minus(margin(p, i, l, j)).stored(p.format()).sign() > 0
                                ? RightFormulas.overOutputs(p, p.y(i, j).negate()) : Rounded.ZERO)),
                of("perceptron-zero-is-positive", "An output of 0 counts as class 1, so that a sample of class -1 is updated"
                                + " there and one of class 1 is not",
                        "Update both classes where y f <= 0",
                        change -> change.lossSlope((next, p, i, l, j) ->
                                p.loss() == Loss.PERCEPTRON && p.a(i, l, j).sign() == 0 && p.y(i, j).sign() > 0
                                        ? Rounded.ZERO : next.lossSlope(p, i, l, j))),
                of("perceptron-step-doubled", "The error of the perceptron is the predicted class minus the target, which is 2"
                                + " or -2",
                        "Use -y where the class is wrong",
                        change -> change.lossSlope((next, p, i, l, j) -> p.loss() == Loss.PERCEPTRON
                                ? next.lossSlope(p, i, l, j).times(Rounded.TWO) : next.lossSlope(p, i, l, j))),
                of("margin-slope-times-output", "The derivative of hinge or perceptron loss is -y f, not -y",
                        "The derivative of y f by f is y",
                        change -> change.lossSlope((next, p, i, l, j) -> isHinged(p)
                                ? next.lossSlope(p, i, l, j).times(p.a(i, l, j)) : next.lossSlope(p, i, l, j))),
                of("hinge-slope-times-margin", "The derivative of the hinge loss is multiplied by 1 - y f, as that of its"
                                + " square is",
                        "Use -y where y f < 1",
                        change -> change.lossSlope((next, p, i, l, j) -> p.loss() == Loss.HINGE
                                ? next.lossSlope(p, i, l, j).times(Rounded.ONE.minus(margin(p, i, l, j)))
                                : next.lossSlope(p, i, l, j))),
                of("margin-slope-without-label", "The derivative of hinge or perceptron loss is -1 for both classes",
                        "Use -y",
                        change -> change.lossSlope((next, p, i, l, j) -> isHinged(p)
                                ? next.lossSlope(p, i, l, j).times(p.y(i, j)) : next.lossSlope(p, i, l, j))),
                of("logistic-sigmoid-of-margin", "The derivative of the logistic loss is taken to be -y sigmoid(y f)",
                        "Use -y sigmoid(-y f), which falls as the margin grows",
                        change -> change.lossSlope((next, p, i, l, j) -> p.loss() == Loss.LOGISTIC
                                ? RightFormulas.overOutputs(p,
                                        p.y(i, j).negate().times(p.elementary().logistic(margin(p, i, l, j))))
                                : next.lossSlope(p, i, l, j))),
                of("logistic-with-labels-0-and-1", "The derivative of the logistic loss is sigmoid(f) - y, which is made for"
                                + " labels 0 and 1, with labels -1 and 1",
                        "Use -y sigmoid(-y f) with labels -1 and 1",
                        change -> change.lossSlope((next, p, i, l, j) -> p.loss() == Loss.LOGISTIC
                                ? RightFormulas.overOutputs(p,
                                        p.elementary().logistic(p.a(i, l, j)).minus(p.y(i, j)).stored(p.format()))
                                : next.lossSlope(p, i, l, j))),
                of("absolute-slope-one-sided", "The derivative of the absolute loss is 1 on both sides",
                        "Use the sign of f - y",
                        change -> change.lossSlope((next, p, i, l, j) -> p.loss() == Loss.ABSOLUTE
                                ? Distortion.unsigned(p, next.lossSlope(p, i, l, j)) : next.lossSlope(p, i, l, j))),
                of("cross-entropy-times-output-slope", "The error f - y, which holds the derivative of sigmoid or softmax behind"
                                + " cross-entropy already, is multiplied by f (1 - f)",
                        "Use f - y for the delta of the output: the derivative cancels",
                        change -> change.delta((next, p, i, l, j) -> p.loss() == Loss.CROSS_ENTROPY
                                ? next.delta(p, i, l, j).times(p.a(i, l, j)).times(Distortion.complement(p.a(i, l, j)))
                                : next.delta(p, i, l, j))),
                of("cross-entropy-true-class-only", "Behind cross-entropy only outputs with a target above 0 have an error",
                        "Use f - y for every output",
                        change -> change.lossSlope((next, p, i, l, j) -> p.loss() == Loss.CROSS_ENTROPY && p.y(i, j).sign() <= 0
                                ? Rounded.ZERO : next.lossSlope(p, i, l, j))),
                of("reported-loss-of-last-sample", "The reported loss is that of the last sample only",
                        "Add up the losses of all samples",
                        change -> change.loss((next, p) -> lossOfSample(next, p, p.samples() - 1))),
                of("reported-loss-of-first-sample", "The reported loss is that of the first sample only",
                        "Add up the losses of all samples",
                        change -> change.loss((next, p) -> lossOfSample(next, p, 0))),
                of("reported-loss-negated", "The reported loss has the wrong sign",
                        "Report the loss itself, which is not negative",
                        change -> change.loss((next, p) -> next.loss(p).negate())));
    }

    /** What an output is compared with. */
    @FunctionalInterface
    private interface Target {

        Rounded of(Pass p, int i, int j);
    }

    private static Mistake of(String id, String says, String advice, Consumer<Change> change) {
        return new Mistake(id, says, advice, OUTPUT, change);
    }

    private static Mistake target(String id, String says, String advice, Target target) {
        return of(id, says, advice, change -> change.target((next, p, i, j) -> target.of(p, i, j)));
    }

    private static boolean withoutMargin(Pass p) {
        return p.loss() == Loss.SQUARED || p.loss() == Loss.CROSS_ENTROPY;
    }

    private static boolean isHinged(Pass p) {
        return p.loss() == Loss.HINGE || p.loss() == Loss.PERCEPTRON;
    }

    private static boolean hasMargin(Pass p) {
        return isHinged(p) || p.loss() == Loss.LOGISTIC;
    }

    private static Rounded output(Pass p, int i, int j) {
        return p.a(i, p.depth() - 1, j);
    }

    private static Rounded meanTarget(Pass p, int j) {
        return Distortion.mean(p.samples(), n -> p.y(n, j)).stored(p.format());
    }

    private static Rounded margin(Pass p, int i, int l, int j) {
        return p.y(i, j).times(p.a(i, l, j)).stored(p.format());
    }

    /** The loss of one output where it is made of straight lines or a square, the derivative elsewhere. */
    private static Rounded value(Formulas next, Pass p, int i, int l, int j) {
        Rounded slope = next.lossSlope(p, i, l, j);
        if (p.loss() == Loss.SQUARED) {
            return slope.times(p.a(i, l, j).minus(p.y(i, j))).times(Rounded.of(HALF));
        }
        if (p.loss() == Loss.HINGE) {
            return slope.times(p.y(i, j)).negate().times(Rounded.ONE.minus(margin(p, i, l, j)));
        }
        return p.loss() == Loss.PERCEPTRON ? slope.times(p.a(i, l, j))
                : p.loss() == Loss.ABSOLUTE ? slope.times(p.a(i, l, j).minus(p.y(i, j))) : slope;
    }

    private static Rounded lossOfSample(Formulas next, Pass p, int i) {
        return next.loss(p.ofSample(i));
    }
}
