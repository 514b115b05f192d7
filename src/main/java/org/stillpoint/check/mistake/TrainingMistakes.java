package org.stillpoint.check.mistake;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.rounding.Rounded;

/** Mistakes in the steps of gradient descent, with right gradients. */
final class TrainingMistakes {

    private static final List<Scope> WHOLE = List.of(Scope.ALL);
    private static final List<Scope> ANYWHERE = List.of(Scope.ALL, Scope.HIDDEN, Scope.LAST, Scope.FIRST);
    private static final List<Scope> SOME = List.of(Scope.HIDDEN, Scope.FIRST, Scope.LAST, Scope.ALL);
    private static final BigFraction HALF = new BigFraction(1, 2);

    private TrainingMistakes() {
    }

    static List<Mistake> all() {
        return List.of(
                new Mistake("step-uphill",
                        "The gradient is added to the parameters, not subtracted, so that a step climbs",
                        "Subtract the gradient times the rate",
                        ANYWHERE, change -> change.rate((next, d, l, j, k) -> next.rate(d, l, j, k).negate())),
                new Mistake("biases-uphill",
                        "The gradient is added to the biases, not subtracted",
                        "Subtract the gradient times the rate from the biases as well",
                        ANYWHERE, change -> change.rate((next, d, l, j, k) -> k == Place.BIAS ? next.rate(d, l, j, k).negate()
                                : next.rate(d, l, j, k))),
                rate("layer-not-updated", "The layer gets a gradient but is never updated", "Update every layer", SOME,
                        (right, k) -> Rounded.ZERO),
                rate("biases-not-updated", "The biases are never updated", "Update biases as weights are", ANYWHERE,
                        (right, k) -> k == Place.BIAS ? Rounded.ZERO : right),
                rate("weights-not-updated", "The weights are never updated, the biases are", "Update the weights too", ANYWHERE,
                        (right, k) -> k == Place.BIAS ? right : Rounded.ZERO),
                rate("biases-without-rate", "The whole gradient is subtracted from the biases, not that times the rate",
                        "Multiply the gradient of the biases by the rate", ANYWHERE,
                        (right, k) -> k == Place.BIAS ? Rounded.ONE : right),
                rate("weights-without-rate", "The whole gradient is subtracted from the weights, not that times the rate",
                        "Multiply the gradient of the weights by the rate", ANYWHERE,
                        (right, k) -> k == Place.BIAS ? right : Rounded.ONE),
                rate("rate-left-out", "The whole gradient is subtracted, not that times the rate",
                        "Multiply the gradient by the rate", ANYWHERE, (right, k) -> Rounded.ONE),
                rate("rate-twice", "The gradient is multiplied by the rate twice", "Multiply by the rate once", ANYWHERE,
                        (right, k) -> Distortion.squared(right)),
                rate("biases-rate-twice", "The gradient of the biases is multiplied by the rate twice",
                        "Multiply by the rate once", ANYWHERE, (right, k) -> k == Place.BIAS ? Distortion.squared(right) : right),
                rate("rate-halved", "A step is half as long as the rate says",
                        "Multiply the gradient by the rate, and by nothing else", ANYWHERE,
                        (right, k) -> right.times(Rounded.of(HALF))),
                rate("rate-doubled", "A step is twice as long as the rate says",
                        "Multiply the gradient by the rate, and by nothing else", ANYWHERE,
                        (right, k) -> right.times(Rounded.TWO)),
                rate("biases-rate-doubled", "The biases make steps twice as long as the rate says, as some frameworks once did",
                        "Use one rate for weights and biases", ANYWHERE,
                        (right, k) -> k == Place.BIAS ? right.times(Rounded.TWO) : right),
                new Mistake("rate-divided-by-batch-size",
                        "The step is divided by the size of the batch, over which the gradient is averaged already",
                        "Divide by the size of the batch once",
                        WHOLE, change -> change.rate((next, d, l, j, k) ->
                                next.rate(d, l, j, k).dividedBy(d.pass().samples()))),
                new Mistake("rate-divided-by-data-size",
                        "The step is divided by the number of all samples of the data",
                        "Take the mean over the batch only",
                        WHOLE, change -> change.rate((next, d, l, j, k) -> next.rate(d, l, j, k).dividedBy(d.dataSize()))),
                new Mistake("rate-times-batch-size",
                        "The step is multiplied by the size of the batch",
                        "Take the mean over the batch",
                        WHOLE, change -> change.rate((next, d, l, j, k) ->
                                next.rate(d, l, j, k).times(Rounded.of(d.pass().samples())))),
                new Mistake("rate-decays",
                        "The rate is divided by the number of the step",
                        "Keep the rate that is asked for in every step",
                        WHOLE, change -> change.rate((next, d, l, j, k) -> next.rate(d, l, j, k).dividedBy(d.step() + 1))),
                new Mistake("rate-halved-in-each-step",
                        "The rate is halved from step to step",
                        "Keep the rate that is asked for in every step",
                        WHOLE, change -> change.rate((next, d, l, j, k) ->
                                next.rate(d, l, j, k).dividedBy(1 << Math.min(d.step(), 30)))),
                new Mistake("gradients-not-reset",
                        "Gradients are added up from step to step",
                        "Set the gradients to 0 before each backward pass",
                        ANYWHERE, change -> change.gradient((next, p, l, j, k) -> p.descent().flatMap(Descent::earlier)
                                .map(earlier -> earlier.gradient(l, j, k).plus(next.gradient(p, l, j, k)))
                                .orElseGet(() -> next.gradient(p, l, j, k)))),
                new Mistake("bias-gradients-not-reset",
                        "The gradients of biases are added up from step to step",
                        "Set the gradients of biases to 0 too before each backward pass",
                        ANYWHERE, change -> change.gradient((next, p, l, j, k) -> k != Place.BIAS ? next.gradient(p, l, j, k)
                                : p.descent().flatMap(Descent::earlier)
                                        .map(earlier -> earlier.gradient(l, j, k).plus(next.gradient(p, l, j, k)))
                                        .orElseGet(() -> next.gradient(p, l, j, k)))),
                new Mistake("weight-gradients-not-reset",
                        "The gradients of weights are added up from step to step",
                        "Set the gradients of weights to 0 too before each backward pass",
                        ANYWHERE, change -> change.gradient((next, p, l, j, k) -> k == Place.BIAS ? next.gradient(p, l, j, k)
                                : p.descent().flatMap(Descent::earlier)
                                        .map(earlier -> earlier.gradient(l, j, k).plus(next.gradient(p, l, j, k)))
                                        .orElseGet(() -> next.gradient(p, l, j, k)))),
                new Mistake("gradient-of-step-before",
                        "A step uses the gradient of the step before, and the first one its own",
                        "Calculate the gradient at the parameters as they are now, and then move",
                        WHOLE, change -> change.force((next, d, l, j, k) -> d.earlier()
                                .map(earlier -> next.force(d, l, j, k).minus(d.gradient(l, j, k)).plus(earlier.gradient(l, j, k)))
                                .orElseGet(() -> next.force(d, l, j, k)))),
                new Mistake("gradient-of-start",
                        "Every step goes back from the parameters of the start",
                        "Move from where the last step ended",
                        WHOLE, change -> change.moved((next, d, l, j, k) ->
                                next.moved(d, l, j, k).minus(d.parameter(l, j, k)).plus(d.start(l, j, k)))),
                new Mistake("parameters-whole",
                        "Parameters lose what is behind the point when they are updated, as in an array of integers",
                        "Make the arrays of parameters ones of floating-point numbers",
                        ANYWHERE, change -> change.moved((next, d, l, j, k) ->
                                d.stored(next.moved(d, l, j, k)).whole(RoundingMode.DOWN))),
                new Mistake("partial-batch-divided-by-full-size",
                        "The gradient of the last batch, which is shorter, is divided by the full batch size",
                        "Divide by the number of samples that the batch has",
                        WHOLE, change -> change.averaged((next, p, l, j, k, sum) -> p.descent()
                                .map(d -> sum.dividedBy(size(d)))
                                .orElseGet(() -> next.averaged(p, l, j, k, sum)))),
                new Mistake("partial-batch-left-out",
                        "The samples behind the last full batch are never used",
                        "Let the last batch be shorter",
                        WHOLE, change -> change.batch((next, d) -> {
                            int first = d.step() % (d.dataSize() / size(d)) * size(d);
                            return IntStream.range(first, first + size(d)).boxed().toList();
                        })),
                new Mistake("partial-batch-filled-up",
                        "The last batch, which is shorter, is filled up with samples from the start of the data",
                        "Let the last batch be shorter",
                        WHOLE, change -> change.batch((next, d) -> {
                            int first = next.batch(d).get(0);
                            int size = size(d);
                            return IntStream.range(first, first + size).map(i -> i % d.dataSize()).boxed().toList();
                        })),
                new Mistake("partial-batch-reaches-back",
                        "The last batch, which would be shorter, begins early so that it is full",
                        "Let the last batch be shorter",
                        WHOLE, change -> change.batch((next, d) -> {
                            int size = size(d);
                            int first = Math.min(next.batch(d).get(0), d.dataSize() - size);
                            return IntStream.range(first, first + size).boxed().toList();
                        })),
                new Mistake("batches-run-on",
                        "Batches run on over the end of the data to its start, so that later batches are shifted",
                        "Begin with the first sample after the last batch of the data",
                        WHOLE, change -> change.batch((next, d) -> {
                            int first = d.step() * size(d);
                            return IntStream.range(first, first + size(d)).map(i -> i % d.dataSize()).boxed().toList();
                        })),
                batch("always-first-batch", "Every step uses the first batch", "Go on to the next batch in each step",
                        d -> IntStream.range(0, size(d)).boxed().toList()),
                batch("begins-with-second-batch", "The first step uses the second batch", "Begin with the first batch",
                        d -> d.settings().batch(d.step() + 1, d.dataSize())),
                batch("batches-in-reverse-order", "The batches come in the reverse order", "Begin with the first batch",
                        d -> {
                            int batches = d.settings().batches(d.dataSize());
                            return d.settings().batch(batches - 1 - d.step() % batches, d.dataSize());
                        }),
                batch("batches-overlap", "Each batch begins one sample behind the one before it, not one batch",
                        "Move on by the batch size", d -> {
                            int first = d.step() % d.dataSize();
                            return IntStream.range(first, Math.min(first + size(d), d.dataSize())).boxed().toList();
                        }),
                batch("batch-size-ignored", "Every step uses all of the data", "Cut the data into batches of the size asked for",
                        d -> IntStream.range(0, d.dataSize()).boxed().toList()),
                batch("one-sample-a-step", "Every step uses one sample, whatever the batch size",
                        "Put the gradients of as many samples together as the batch size says",
                        d -> List.of(d.step() % d.dataSize())),
                batch("first-sample-of-batch-only", "Every step uses the first sample of its batch only",
                        "Put the gradients of all samples of the batch together",
                        d -> d.settings().batch(d.step(), d.dataSize()).subList(0, 1)),
                new Mistake("updated-after-each-sample",
                        "The parameters are updated after each sample of a batch, not once a batch",
                        "Put the gradients of the batch together first, and update once",
                        WHOLE, change -> change.updates((next, d) -> each(next.updates(d)))),
                new Mistake("step-is-an-epoch",
                        "Each step goes through all batches of the data",
                        "Take one batch a step",
                        WHOLE, change -> change.updates((next, d) -> IntStream.range(0, d.settings().batches(d.dataSize()))
                                .mapToObj(s -> d.settings().batch(s, d.dataSize())).toList())),
                new Mistake("updated-twice",
                        "Each step is made twice",
                        "Update once a step",
                        WHOLE, change -> change.updates((next, d) -> {
                            List<List<Integer>> twice = new ArrayList<>(next.updates(d));
                            twice.addAll(next.updates(d));
                            return twice;
                        })),
                new Mistake("one-step-too-few",
                        "The last step is not made",
                        "Make as many steps as are asked for",
                        WHOLE, change -> change.updates((next, d) -> isLastStep(d) ? List.of() : next.updates(d))),
                new Mistake("one-step-too-many",
                        "One step more than asked for is made",
                        "Make as many steps as are asked for",
                        WHOLE, change -> change.updates((next, d) -> {
                            List<List<Integer>> more = new ArrayList<>(next.updates(d));
                            if (isLastStep(d)) {
                                more.add(d.settings().batch(d.step() + 1, d.dataSize()));
                            }
                            return more;
                        })),
                new Mistake("one-step-only",
                        "Only the first step is made",
                        "Make as many steps as are asked for",
                        WHOLE, change -> change.updates((next, d) -> d.step() > 0 ? List.of() : next.updates(d))),
                new Mistake("decay-left-out", "Weights do not decay", "Add the decay times the weight to its gradient",
                        ANYWHERE, change -> change.decay((next, d, l, j, k) -> Rounded.ZERO)),
                new Mistake("decay-of-wrong-sign",
                        "The decay makes weights grow",
                        "Add the decay times the weight to its gradient, which is subtracted",
                        ANYWHERE, change -> change.decay((next, d, l, j, k) -> next.decay(d, l, j, k).negate())),
                new Mistake("decay-halved",
                        "The decay is half of what is asked for",
                        "Add the decay times the weight to its gradient",
                        ANYWHERE, change -> change.decay((next, d, l, j, k) -> next.decay(d, l, j, k).times(Rounded.of(HALF)))),
                new Mistake("decay-squared",
                        "The decay is multiplied in twice",
                        "Add the decay times the weight to its gradient",
                        ANYWHERE, change -> change.decay((next, d, l, j, k) -> next.decay(d, l, j, k).times(d.weightDecay()))),
                new Mistake("decay-by-sign",
                        "The decay takes the sign of a weight, not the weight",
                        "Add the decay times the weight; its sign belongs to a penalty on absolute values",
                        ANYWHERE, change -> change.decay((next, d, l, j, k) -> next.decay(d, l, j, k).isZero() ? Rounded.ZERO
                                : d.weightDecay().times(Rounded.of(d.parameter(l, j, k).sign())))),
                new Mistake("decay-unsigned",
                        "The decay takes the absolute value of a weight",
                        "Add the decay times the weight with its sign",
                        ANYWHERE, change -> change.decay((next, d, l, j, k) -> d.parameter(l, j, k).sign() < 0
                                ? next.decay(d, l, j, k).negate() : next.decay(d, l, j, k))),
                new Mistake("decay-without-weight",
                        "The decay itself is added to the gradient, not the decay times the weight",
                        "Multiply the decay by the weight",
                        ANYWHERE, change -> change.decay((next, d, l, j, k) -> next.decay(d, l, j, k).isZero() ? Rounded.ZERO
                                : d.weightDecay())),
                new Mistake("decay-of-start",
                        "The decay takes the weights that the network started with",
                        "Take the weights as they are now",
                        ANYWHERE, change -> change.decay((next, d, l, j, k) -> next.decay(d, l, j, k).isZero() ? Rounded.ZERO
                                : d.weightDecay().times(d.start(l, j, k)))),
                new Mistake("decay-on-biases-only",
                        "Biases decay, and weights do not",
                        "Let the weights decay",
                        ANYWHERE, change -> change.decay((next, d, l, j, k) -> k == Place.BIAS
                                ? d.weightDecay().times(d.parameter(l, j, k)) : Rounded.ZERO)),
                new Mistake("decay-divided-by-batch-size",
                        "The decay is divided by the size of the batch",
                        "Add the decay to the mean gradient",
                        WHOLE, change -> change.decay((next, d, l, j, k) ->
                                next.decay(d, l, j, k).dividedBy(d.pass().samples()))),
                new Mistake("decay-times-batch-size",
                        "The decay is added once for each sample of the batch",
                        "Add the decay once, to the mean gradient",
                        WHOLE, change -> change.decay((next, d, l, j, k) ->
                                next.decay(d, l, j, k).times(Rounded.of(d.pass().samples())))),
                new Mistake("decay-divided-by-data-size",
                        "The decay is divided by the number of all samples of the data",
                        "Add the decay times the weight to the mean gradient",
                        WHOLE, change -> change.decay((next, d, l, j, k) -> next.decay(d, l, j, k).dividedBy(d.dataSize()))),
                new Mistake("decay-without-rate",
                        "The decay is subtracted without being multiplied by the rate",
                        "Multiply the decay by the rate, as the gradient is",
                        ANYWHERE, change -> decayOfMoved(change, (d, decay) -> decay)),
                new Mistake("decay-added-to-step",
                        "The decay times the rate is added to the weight behind the step, not subtracted",
                        "Subtract it",
                        ANYWHERE, change -> decayOfMoved(change, (d, decay) -> d.learningRate().times(decay).negate())),
                new Mistake("decay-twice",
                        "Weights decay twice in a step: by the gradient, and by themselves",
                        "Let the decay in once",
                        ANYWHERE, change -> change.moved((next, d, l, j, k) -> next.moved(d, l, j, k)
                                .minus(d.learningRate().times(d.formulas().decay(d, l, j, k))))),
                new Mistake("decay-of-updated-weights",
                        "The decay is taken from the weights behind the step",
                        "Take gradient and decay from the same weights",
                        ANYWHERE, change -> change
                                .force((next, d, l, j, k) -> d.gradient(l, j, k))
                                .moved((next, d, l, j, k) -> {
                                    Rounded moved = d.stored(next.moved(d, l, j, k));
                                    return d.formulas().decay(d, l, j, k).isZero() ? moved
                                            : moved.minus(d.learningRate().times(d.weightDecay()).times(moved));
                                })),
                velocity("momentum-left-out", "Momentum is not used", "Keep a velocity from step to step", ANYWHERE,
                        (next, d, l, j, k) -> d.formulas().force(d, l, j, k)),
                velocity("momentum-of-wrong-sign", "The velocity of the step before is subtracted, not added",
                        "Let v = m v + g", ANYWHERE,
                        (next, d, l, j, k) -> kept(d, l, j, k).negate().plus(d.formulas().force(d, l, j, k))),
                velocity("momentum-1", "The velocity is added up without being multiplied by the momentum",
                        "Let v = m v + g", ANYWHERE,
                        (next, d, l, j, k) -> d.velocity(l, j, k).plus(d.formulas().force(d, l, j, k))),
                velocity("velocity-without-gradient", "The velocity takes the gradient in only once, in the first step",
                        "Let v = m v + g in every step", ANYWHERE,
                        (next, d, l, j, k) -> d.step() == 0 ? next.velocity(d, l, j, k) : kept(d, l, j, k)),
                velocity("velocity-damped-twice", "The gradient is multiplied by 1 - m twice",
                        "Let v = m v + (1 - m) g, or v = m v + g", ANYWHERE,
                        (next, d, l, j, k) -> kept(d, l, j, k).plus(Distortion.squared(Distortion.complement(d.momentum()))
                                .times(d.formulas().force(d, l, j, k)))),
                velocity("momentum-swapped", "Momentum and its complement are swapped, as in v = (1 - m) v + m g",
                        "Let v = m v + (1 - m) g, or v = m v + g", ANYWHERE,
                        (next, d, l, j, k) -> Distortion.complement(d.momentum()).times(d.velocity(l, j, k))
                                .plus(d.momentum().times(d.formulas().force(d, l, j, k)))),
                velocity("momentum-times-both", "The momentum is multiplied with the gradient too, as in v = m (v + g)",
                        "Let v = m v + g", ANYWHERE,
                        (next, d, l, j, k) -> kept(d, l, j, k).plus(d.momentum().times(d.formulas().force(d, l, j, k)))),
                velocity("momentum-on-weights-only", "Biases have no velocity", "Keep a velocity for each bias too", ANYWHERE,
                        (next, d, l, j, k) -> k == Place.BIAS ? d.formulas().force(d, l, j, k) : next.velocity(d, l, j, k)),
                velocity("momentum-on-biases-only", "Weights have no velocity", "Keep a velocity for each weight too", ANYWHERE,
                        (next, d, l, j, k) -> k == Place.BIAS ? next.velocity(d, l, j, k) : d.formulas().force(d, l, j, k)),
                velocity("velocity-of-two-steps", "The velocity reaches back one step only: it is this gradient and that of"
                                + " the step before",
                        "Let v = m v + g, and keep v", ANYWHERE,
                        (next, d, l, j, k) -> d.earlier().map(earlier -> d.momentum().times(earlier.gradient(l, j, k)))
                                .orElse(Rounded.ZERO).plus(d.formulas().force(d, l, j, k))),
                velocity("velocity-reset-each-epoch", "The velocity is set to 0 whenever the data begins anew",
                        "Keep the velocity through all steps", WHOLE,
                        (next, d, l, j, k) -> d.step() % d.settings().batches(d.dataSize()) == 0
                                ? d.formulas().force(d, l, j, k) : next.velocity(d, l, j, k)),
                velocity("velocity-of-first-unit", "All units of a layer share the velocity of the first",
                        "Keep a velocity for each parameter", ANYWHERE,
                        (next, d, l, j, k) -> d.momentum().times(d.velocity(l, 0, k)).plus(d.formulas().force(d, l, j, k))),
                velocity("velocity-of-first-input", "All weights of a unit share the velocity of the first",
                        "Keep a velocity for each parameter", ANYWHERE,
                        (next, d, l, j, k) -> d.momentum().times(d.velocity(l, j, Math.min(k, 0)))
                                .plus(d.formulas().force(d, l, j, k))),
                velocity("velocity-of-layer-summed", "All weights of a layer share one velocity, the sum of theirs",
                        "Keep a velocity for each parameter", ANYWHERE,
                        (next, d, l, j, k) -> k == Place.BIAS ? next.velocity(d, l, j, k)
                                : d.momentum().times(Distortion.sum(d.pass().units(l), m ->
                                        Distortion.sum(d.pass().width(l), n -> d.velocity(l, m, n))))
                                        .plus(d.formulas().force(d, l, j, k))),
                new Mistake("velocity-with-rate-twice",
                        "The velocity takes in the gradient times the rate, and is multiplied by the rate again",
                        "Multiply by the rate once",
                        ANYWHERE, change -> change.force((next, d, l, j, k) -> d.momentum().isZero() ? next.force(d, l, j, k)
                                : d.learningRate().times(next.force(d, l, j, k)))),
                new Mistake("velocity-without-rate",
                        "The velocity of the step before is added without being multiplied by the rate, the gradient with it",
                        "Keep the rate either inside of the velocity or outside of it",
                        ANYWHERE, change -> change.moved((next, d, l, j, k) -> d.momentum().isZero() ? next.moved(d, l, j, k)
                                : next.moved(d, l, j, k).minus(Distortion.complement(d.learningRate()).times(kept(d, l, j, k))))),
                new Mistake("momentum-on-parameters",
                        "The momentum is multiplied with the parameter, not with the velocity",
                        "Let v = m v + g, and subtract v times the rate",
                        ANYWHERE, change -> change.velocity((next, d, l, j, k) -> d.momentum().isZero()
                                ? next.velocity(d, l, j, k)
                                : d.momentum().times(d.parameter(l, j, k)).plus(d.formulas().force(d, l, j, k)))),
                new Mistake("velocity-applied-late",
                        "A step moves by the velocity of the step before",
                        "Update the velocity first, and move by it",
                        ANYWHERE, change -> change.moved((next, d, l, j, k) -> d.momentum().isZero() ? next.moved(d, l, j, k)
                                : d.parameter(l, j, k).minus(d.formulas().rate(d, l, j, k).times(d.velocity(l, j, k))))),
                new Mistake("gradient-and-velocity",
                        "A step subtracts the gradient beside the velocity, which holds it already",
                        "Subtract the velocity times the rate only",
                        ANYWHERE, change -> change.moved((next, d, l, j, k) -> d.momentum().isZero() ? next.moved(d, l, j, k)
                                : next.moved(d, l, j, k).minus(d.formulas().rate(d, l, j, k).times(d.gradient(l, j, k))))));
    }

    /** A rate in the place of the right one. */
    @FunctionalInterface
    private interface Rate {

        Rounded of(Rounded right, int k);
    }

    /** What decay takes away behind a step. */
    @FunctionalInterface
    private interface Taken {

        Rounded of(Descent d, Rounded decay);
    }

    private static Mistake rate(String id, String says, String advice, List<Scope> scopes, Rate rate) {
        return new Mistake(id, says, advice, scopes, change -> change.rate((next, d, l, j, k) ->
                rate.of(next.rate(d, l, j, k), k)));
    }

    private static Mistake batch(String id, String says, String advice, Function<Descent, List<Integer>> batch) {
        return new Mistake(id, says, advice, WHOLE, change -> change.batch((next, d) -> batch.apply(d)));
    }

    /** Of trainings with momentum. */
    private static Mistake velocity(String id, String says, String advice, List<Scope> scopes, Change.OfStep velocity) {
        return new Mistake(id, says, advice, scopes, change -> change.velocity((next, d, l, j, k) -> d.momentum().isZero()
                ? next.velocity(d, l, j, k) : velocity.at(next, d, l, j, k)));
    }

    private static Change decayOfMoved(Change change, Taken taken) {
        return change
                .force((next, d, l, j, k) -> d.gradient(l, j, k))
                .moved((next, d, l, j, k) -> next.moved(d, l, j, k).minus(taken.of(d, d.formulas().decay(d, l, j, k))));
    }

    private static Rounded kept(Descent d, int l, int j, int k) {
        return d.momentum().times(d.velocity(l, j, k));
    }

    /** Of a full batch. */
    private static int size(Descent d) {
        return Math.min(d.settings().batchSize(), d.dataSize());
    }

    private static List<List<Integer>> each(List<List<Integer>> updates) {
        return updates.stream().flatMap(List::stream).map(List::of).toList();
    }

    private static boolean isLastStep(Descent d) {
        return d.step() == d.settings().steps() - 1;
    }
}
