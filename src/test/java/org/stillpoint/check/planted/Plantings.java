package org.stillpoint.check.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.check.planted.Planted.Where;
import org.stillpoint.check.question.Biases;
import org.stillpoint.check.verdict.Memory;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** Programs with mistakes planted in them. */
final class Plantings {

    private Plantings() {
    }

    /** One mistake each, of those in the catalogue. */
    static List<Subject> single() {
        List<Subject> all = new ArrayList<>();
        all.addAll(slopes());
        all.addAll(deltas());
        all.addAll(inputs());
        all.addAll(gradients());
        all.addAll(losses());
        all.addAll(forward());
        all.addAll(trainings());
        return all;
    }

    private static Stream<Subject> each(Style style, String... mistakes) {
        return Stream.of(mistakes).map(mistake -> Subject.of(style, mistake));
    }

    private static List<Subject> slopes() {
        return Stream.of(
                each(Style.LOOPS, "activation-slope-left-out", "activation-slope-twice", "slope-at-activation",
                        "slope-formula-at-preactivation", "activation-for-its-slope", "preactivation-for-slope",
                        "delta-times-activation", "slope-of-first-unit", "slope-of-last-sample").map(subject ->
                                subject.with(Activation.SIGMOID)),
                each(Style.LOOPS, "mask-inverted", "relu-slope-is-sign", "relu-slope-above-1", "guided-backpropagation",
                        "slope-for-delta").map(subject -> subject.in(Where.HIDDEN)),
                each(Style.LOOPS, "slope-of-first-sample", "slope-at-layer-input"),
                each(Style.LOOPS, "slope-of-layer-above").map(subject -> subject.in(Where.HIDDEN).output(Activation.SIGMOID)),
                each(Style.BATCHES, "slope-averaged-over-batch", "mask-by-what-comes-down").map(subject ->
                        subject.in(Where.HIDDEN)),
                each(Style.RECURSIVE, "slope-at-preactivation-above").map(subject ->
                        subject.with(Activation.TANH)),
                each(Style.TAPE, "activation-slope-left-out", "activation-slope-twice").map(subject ->
                        subject.with(Activation.TANH)),
                each(Style.MODULES, "activation-slope-left-out", "mask-inverted", "slope-missing-in-weight-gradient",
                        "slope-missing-in-bias-gradient", "slope-missing-in-what-goes-down").map(subject ->
                                subject.in(Where.HIDDEN)),
                each(Style.LOOPS, "sigmoid-slope-one-minus-a", "sigmoid-slope-squared-complement", "sigmoid-slope-as-tanh",
                        "sigmoid-slope-a-minus-one", "sigmoid-slope-one-plus-a", "flat-spot").map(subject ->
                                subject.with(Activation.SIGMOID).output(Activation.SIGMOID)),
                each(Style.RECURSIVE, "tanh-slope-as-sigmoid", "tanh-slope-not-squared", "tanh-slope-squared-outside",
                        "tanh-slope-one-plus-square").map(subject -> subject.with(Activation.TANH)),
                each(Style.BATCHES, "softsign-slope-not-squared").map(subject -> subject.with(Activation.SOFTSIGN)),
                each(Style.BATCHES, "elu-slope-is-a").map(subject -> subject.with(Activation.ELU)),
                each(Style.TAPE, "silu-slope-without-product-rule").map(subject -> subject.with(Activation.SILU)),
                each(Style.TAPE, "leaky-slope-0-backward", "leaky-slope-1-backward", "leaky-slope-usual-backward",
                        "leaky-slope-negated-backward").map(subject -> subject.with(Activation.fromId("leaky-relu:1/4"))),
                each(Style.BATCHES, "hard-tanh-never-flat", "hard-tanh-slope-as-tanh", "hard-tanh-flat-below-0").map(subject ->
                        subject.with(Activation.HARD_TANH)),
                each(Style.RECURSIVE, "abs-slope-1", "abs-slope-as-relu").map(subject -> subject.with(Activation.ABS))
        ).flatMap(some -> some).toList();
    }

    private static List<Subject> deltas() {
        return Stream.of(
                each(Style.LOOPS, "weights-above-left-out", "absolute-weights-above", "squared-weights-above",
                        "signs-of-weights-above", "weights-above-not-transposed", "own-weights-going-down",
                        "only-first-unit-above", "only-last-unit-above", "first-unit-above-left-out",
                        "last-unit-above-left-out", "mean-over-units-above", "sum-kept-from-unit-to-unit",
                        "same-pull-for-all-units", "delta-of-output-for-every-layer", "sign-flipped-going-down",
                        "unsigned-going-down", "delta-divided-by-batch-size", "delta-divided-by-units", "delta-clipped",
                        "delta-unsigned", "delta-whole", "delta-of-first-unit"),
                each(Style.BATCHES, "weights-above-not-transposed", "weights-above-reshaped", "delta-summed-over-units"),
                each(Style.BATCHES, "delta-mean-over-batch", "delta-sum-over-batch").map(subject -> subject.in(Where.HIDDEN)),
                each(Style.BATCHES, "weights-updated-before-deltas").map(Subject::training),
                each(Style.RECURSIVE, "layer-skipped-going-down")
        ).flatMap(some -> some).toList();
    }

    private static List<Subject> inputs() {
        return Stream.of(
                each(Style.LOOPS, "preactivation-as-input", "network-input-for-every-layer", "own-activation-as-input",
                        "slope-as-input", "input-left-out", "weight-for-input", "weight-times-input", "input-of-first-sample",
                        "input-of-last-sample", "input-of-previous-sample", "inputs-in-reverse-order", "first-input-for-all",
                        "inputs-summed", "inputs-shifted-by-bias", "input-unsigned", "input-squared"),
                each(Style.LOOPS, "activation-twice-on-input").map(subject -> subject.with(Activation.SIGMOID)),
                each(Style.LOOPS, "input-left-out").map(subject -> subject.in(Where.LAST))
        ).flatMap(some -> some).toList();
    }

    private static List<Subject> gradients() {
        return Stream.of(
                each(Style.LOOPS, "gradient-of-last-sample", "bias-gradient-of-last-sample-divided", "bias-gradient-left-out",
                        "bias-gradient-times-input", "bias-gradient-times-bias", "bias-gradient-times-activation",
                        "bias-gradient-negated", "divided-by-one-sample-less", "divided-by-one-sample-more",
                        "divided-by-inputs-of-layer", "divided-by-units", "averaged-twice", "ascent"),
                each(Style.BATCHES, "weight-gradient-transposed", "weight-gradient-reshaped", "product-of-sums",
                        "product-of-means",
                        "first-sample-left-out", "gradient-clipped", "gradient-sign-only", "gradient-unsigned",
                        "gradient-of-first-unit-left-out", "gradient-of-last-input-left-out", "one-bias-gradient-summed",
                        "one-bias-gradient-averaged", "bias-gradient-of-first-unit", "bias-gradient-of-first-sample",
                        "bias-gradient-of-last-sample-divided", "bias-gradient-not-averaged", "weight-gradient-not-averaged",
                        "bias-gradient-averaged-twice", "weight-gradient-averaged-twice", "divided-by-inputs-of-network"),
                each(Style.BATCHES, "weight-gradient-left-out", "gradient-left-out").map(subject -> subject.in(Where.HIDDEN)),
                each(Style.RECURSIVE, "last-sample-left-out", "terms-unsigned", "gradient-of-first-sample")
        ).flatMap(some -> some).toList();
    }

    private static List<Subject> losses() {
        return Stream.of(
                each(Style.LOOPS, "target-minus-output", "target-left-out", "output-left-out-of-error", "target-added",
                        "target-of-first-output", "target-of-last-output", "targets-of-outputs-reversed",
                        "target-of-first-sample", "target-of-last-sample", "target-of-next-sample",
                        "error-of-first-output-only", "error-of-last-output-only", "error-unsigned", "error-sign-only",
                        "error-clipped", "error-times-output", "loss-for-its-slope"),
                each(Style.LOOPS, "error-at-preactivation").map(subject -> subject.output(Activation.SIGMOID)),
                each(Style.LOOPS, "squared-slope-for-every-loss").map(subject -> subject.loss(Loss.ABSOLUTE)),
                each(Style.BATCHES, "error-mean-over-batch", "error-sum-over-batch",
                        "error-summed-over-outputs", "error-mean-over-outputs", "errors-kept-from-sample-to-sample"),
                each(Style.BATCHES, "cross-entropy-times-output-slope").map(subject ->
                        subject.output(Activation.SOFTMAX).loss(Loss.CROSS_ENTROPY)),
                each(Style.MODULES, "condition-left-out", "condition-inverted", "hinge-condition-at-0",
                        "margin-slope-times-output").map(subject -> subject.loss(Loss.HINGE)),
                each(Style.RECURSIVE, "perceptron-condition-at-1", "perceptron-zero-is-positive",
                        "perceptron-step-doubled").map(subject -> subject.loss(Loss.PERCEPTRON)),
                each(Style.TAPE, "condition-left-out").map(subject -> subject.loss(Loss.LOGISTIC))
        ).flatMap(some -> some).toList();
    }

    private static List<Subject> forward() {
        return Stream.of(
                each(Style.BATCHES, "bias-left-out-forward", "bias-twice-forward", "bias-subtracted-forward",
                        "bias-of-first-unit-forward", "weights-transposed-forward"),
                each(Style.BATCHES, "bias-left-out-forward").map(Subject::silent),
                each(Style.BATCHES, "activation-left-out-forward").map(subject -> subject.in(Where.HIDDEN)),
                each(Style.BATCHES, "hidden-activation-on-output"),
                each(Style.BATCHES, "softmax-over-batch", "sigmoid-for-softmax").map(subject ->
                        subject.output(Activation.SOFTMAX).loss(Loss.CROSS_ENTROPY)),
                each(Style.RECURSIVE, "bias-once-an-input-forward", "bias-behind-activation", "mean-of-inputs-forward",
                        "last-input-left-out-forward", "first-input-left-out-forward", "preactivation-as-input-forward",
                        "network-input-for-every-layer-forward", "input-of-first-sample-forward",
                        "activation-of-first-unit-forward", "activation-whole"),
                each(Style.RECURSIVE, "activation-twice-forward").map(subject -> subject.with(Activation.TANH)),
                each(Style.MODULES, "leaky-slope-0-forward", "leaky-slope-usual-forward", "leaky-slope-above-0-forward").map(
                        subject -> subject.with(Activation.fromId("leaky-relu:1/4"))),
                each(Style.TAPE, "hard-tanh-from-0-forward").map(subject -> subject.with(Activation.HARD_TANH))
        ).flatMap(some -> some).toList();
    }

    private static List<Subject> trainings() {
        return Stream.of(
                each(Style.LOOPS, "step-uphill", "biases-uphill", "rate-twice", "rate-left-out", "biases-rate-doubled",
                        "rate-decays", "rate-divided-by-data-size", "one-step-too-few", "one-step-too-many"),
                each(Style.BATCHES, "batch-size-ignored", "partial-batch-left-out", "partial-batch-filled-up",
                        "partial-batch-divided-by-full-size", "always-first-batch", "updated-after-each-sample",
                        "biases-not-updated", "gradients-not-reset"),
                each(Style.BATCHES, "layer-not-updated").map(subject -> subject.in(Where.HIDDEN)),
                each(Style.MODULES, "decay-left-out", "decay-of-wrong-sign", "decay-by-sign",
                        "decay-squared", "decay-without-rate"),
                each(Style.TAPE, "momentum-left-out", "momentum-of-wrong-sign", "momentum-1",
                        "velocity-without-gradient", "momentum-on-weights-only")
        ).flatMap(some -> some).map(Subject::training).toList();
    }

    /** Two mistakes each. */
    static List<Subject> pairs() {
        return List.of(
                Subject.of(Style.LOOPS, "activation-slope-left-out").in(Where.HIDDEN).and("bias-gradient-negated", Where.EVERY),
                Subject.of(Style.LOOPS, "bias-gradient-left-out").and("weights-above-left-out", Where.HIDDEN),
                Subject.of(Style.LOOPS, "target-minus-output", "bias-gradient-left-out"),
                Subject.of(Style.LOOPS, "mask-inverted").in(Where.HIDDEN).and("bias-gradient-times-input", Where.EVERY),
                Subject.of(Style.BATCHES, "weight-gradient-transposed", "one-bias-gradient-summed"),
                Subject.of(Style.BATCHES, "weights-above-not-transposed", "bias-gradient-not-averaged"),
                Subject.of(Style.BATCHES, "one-bias-gradient-averaged", "error-summed-over-outputs"),
                Subject.of(Style.RECURSIVE, "last-sample-left-out", "layer-skipped-going-down"),
                Subject.of(Style.BATCHES, "weight-gradient-transposed", "bias-left-out-forward").biases(Biases.ALWAYS),
                Subject.of(Style.LOOPS, "sigmoid-slope-one-minus-a").with(Activation.SIGMOID)
                        .and("preactivation-as-input", Where.EVERY));
    }

    /** Mistakes with the name of what they keep, where that has one. */
    static List<Subject> memories() {
        return Stream.concat(Stream.of(Memory.ADDED_UP, Memory.NETWORK_KEPT, Memory.DATA_KEPT, Memory.TRAINED_KEPT, Memory.RANDOM)
                        .map(Memory::id), Stream.of("gradient-shrinks-from-request-to-request", "first-request-halved",
                        "rounder-from-request-to-request"))
                .map(mistake -> Subject.of(Style.MODULES, mistake))
                .map(subject -> subject.makes(Memory.TRAINED_KEPT.id()) ? subject.training() : subject).toList();
    }

    /** What nobody has a name for. */
    static List<Subject> unnamed() {
        return List.of(Subject.of(Style.LOOPS, "weights-above-plus-one"), Subject.of(Style.LOOPS, "slope-halved"),
                Subject.of(Style.LOOPS, "slope-two-thirds-above"), Subject.of(Style.LOOPS, "input-plus-half"),
                Subject.of(Style.LOOPS, "inputs-of-units-reversed"), Subject.of(Style.LOOPS, "error-cubed"),
                Subject.of(Style.LOOPS, "bias-gradient-doubled"), Subject.of(Style.LOOPS, "divided-by-depth"),
                Subject.of(Style.BATCHES, "gradient-normalised"), Subject.of(Style.BATCHES, "biases-shifted-by-a-unit"),
                Subject.of(Style.BATCHES, "delta-divided-by-most-of-batch"), Subject.of(Style.RECURSIVE, "every-second-sample"),
                Subject.of(Style.RECURSIVE, "delta-of-neighbour"), Subject.of(Style.RECURSIVE, "residual-where-there-is-none"),
                Subject.of(Style.LOOPS, "momentum-squared").training());
    }
}
