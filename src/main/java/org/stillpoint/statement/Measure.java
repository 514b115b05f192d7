package org.stillpoint.statement;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;

/**
 * Something that can be measured along a training.
 *
 * @param kind what it is
 * @param places where, one number for each place that the kind names: layers, units and inputs from 1, steps from 0 for the start
 * @param factor a number that the kind speaks of, 1 if it speaks of none
 */
public record Measure(Kind kind, List<Integer> places, BigFraction factor) {

    /** What can be measured. In its words stand the names of its places, and its factor or the sign of it. */
    public enum Kind {

        LAYERS("layers", "layers", at -> count(at.run().start().layers().size())),
        UNITS("units", "units of {layer}", at -> count(at.layer(at.run().start()).units()), Place.LAYER),
        STEPS("steps", "steps", at -> count(at.run().steps())),
        BATCHES("batches", "batches in an epoch", at -> count(at.run().batches())),
        UNSEEN_BATCHES("unseen-batches", "batches never trained on",
                at -> count(Math.max(0, at.run().batches() - at.run().steps()))),
        MOMENTUM("momentum", "momentum", at -> at.run().settings().momentum()),
        WEIGHT_DECAY("weight-decay", "weight decay", at -> at.run().settings().weightDecay()),
        SAMPLES_LABELLED("samples-labelled", "samples with a {sign} target",
                at -> count(at.run().labelled(at.factor().signum()))),
        ACTIVATION_AT("activation-at", "activation of {layer} at {factor}",
                at -> at.layer(at.run().start()).activation().rational().kernel().value(at.factor()), Place.LAYER),

        WEIGHT("weight", "weight into {unit} of {layer} from its {input} {step}",
                Location::weight, Place.UNIT, Place.LAYER, Place.INPUT, Place.STEP),
        GRADIENT("gradient", "gradient {step} by the weight into {unit} of {layer} from its {input}",
                Location::gradient, Place.UNIT, Place.LAYER, Place.INPUT, Place.IN),
        MINIMUM_WEIGHT("minimum-weight", "minimum of all weights {step}",
                at -> Extremes.minimum(Run.weights(at.network())), Place.STEP),
        MAXIMUM_WEIGHT("maximum-weight", "maximum of all weights {step}",
                at -> Extremes.maximum(Run.weights(at.network())), Place.STEP),
        LARGEST_PARAMETER("largest-parameter", "largest absolute value of a parameter {step}",
                at -> Extremes.largest(at.network().parameters()), Place.STEP),
        LARGEST_WEIGHT("largest-weight", "largest absolute weight of {layer} {step}",
                at -> Extremes.largest(at.weights(at.network())), Place.LAYER, Place.STEP),
        LARGEST_BIAS("largest-bias", "largest absolute bias of {layer} {step}",
                at -> Extremes.largest(at.biases(at.network())), Place.LAYER, Place.STEP),

        PARAMETER_CHANGE("parameter-change", "largest change of a parameter {from} {to}",
                at -> at.change(Network::parameters), Place.FROM, Place.TO),
        INNER_CHANGE("inner-change", "largest change of a weight or hidden bias {from} {to}",
                at -> at.change(Run::withoutOutputBias), Place.FROM, Place.TO),
        ANY_WEIGHT_CHANGE("any-weight-change", "largest change of a weight {from} {to}",
                at -> at.change(Run::weights), Place.FROM, Place.TO),
        WEIGHT_CHANGE("weight-change", "largest change of a weight of {layer} {from} {to}",
                at -> at.change(at::weights), Place.LAYER, Place.FROM, Place.TO),
        BIAS_CHANGE("bias-change", "largest change of a bias of {layer} {from} {to}",
                at -> at.change(at::biases), Place.LAYER, Place.FROM, Place.TO),

        INCOMING_APART("incoming-apart",
                "largest difference between the incoming weights and bias of {unit} and {factor} times those "
                + "of {other} in {layer} {step}", at -> at.apart(at::incoming), Place.UNIT, Place.OTHER, Place.LAYER, Place.STEP),
        OUTGOING_APART("outgoing-apart", "largest difference between the outgoing weights of {unit} and {factor} times those "
                + "of {other} in {layer} {step}", at -> at.apart(at::outgoing), Place.UNIT, Place.OTHER, Place.LAYER, Place.STEP),
        DISTINCT_UNITS("distinct-units",
                "units of {layer} that are distinct in incoming weights, bias or outgoing weights {step}",
                at -> count(at.distinctUnits()), Place.LAYER, Place.STEP),
        DISTINCT_INCOMING("distinct-incoming", "units of {layer} that are distinct in incoming weights or bias {step}",
                at -> count(at.distinctIncoming()), Place.LAYER, Place.STEP),

        LARGEST_PREACTIVATION("largest-preactivation", "largest pre-activation in {layer} in step 1",
                at -> Extremes.maximum(at.preactivations()), Place.LAYER),
        SMALLEST_PREACTIVATION("smallest-preactivation", "smallest pre-activation in {layer} in step 1",
                at -> Extremes.minimum(at.preactivations()), Place.LAYER),

        LARGEST_PREACTIVATION_OF_UNIT("largest-preactivation-of-unit",
                "largest pre-activation of {unit} of {layer} on all samples {step}",
                at -> Extremes.maximum(at.preactivationsOfUnit()), Place.UNIT, Place.LAYER, Place.STEP),
        ZERO_PREACTIVATIONS("zero-preactivations", "pre-activations of hidden units at the start that are 0, over all samples",
                at -> count(at.run().zeroPreactivations())),
        OUTPUT("output", "output of {unit} of the last layer on {sample} {step}", Location::output, Place.UNIT, Place.SAMPLE,
                Place.STEP),

        EXCHANGED_APART("exchanged-apart", "largest difference between the network {step} with {unit} and {other} of {layer} "
                + "exchanged and what training makes of the start with them exchanged",
                at -> at.exchanged(new Relatives(at.run())::exchangedApart), Place.UNIT, Place.OTHER, Place.LAYER, Place.STEP),
        EXCHANGED_OUTPUT_APART("exchanged-output-apart",
                "largest difference that exchanging {unit} and {other} of {layer} at the start makes to an output",
                at -> at.exchanged(new Relatives(at.run())::exchangedOutputApart), Place.UNIT, Place.OTHER, Place.LAYER),
        RATE_APART("rate-apart", "largest difference between {factor} times the parameters {step} and those that training with "
                + "{factor} times the learning rate makes of the same start",
                at -> new Relatives(at.run()).rateApart(at.step(), at.factor()), Place.STEP),
        ONE_UNIT_APART("one-unit-apart", "largest difference between the network {step}, all units of layer 1 collapsed "
                + "into one, "
                + "and what training makes of that one, with the rate over their number below it and times that above",
                at -> new Relatives(at.run()).oneUnitApart(at.step()), Place.STEP),

        GRADIENT_FROM_MEAN("gradient-from-mean",
                "largest difference at the start between the gradient over all samples and the mean of the gradients of each",
                at -> new Laws(at.run()).gradientFromMean()),
        GRADIENT_FROM_LINEAR("gradient-from-linear", "largest difference at the start between the gradient for g + {factor} "
                + "h and "
                + "that for g plus {factor} times that for h, g being the derivative of the loss and h 1 for each output",
                at -> new Laws(at.run()).gradientFromLinear(at.factor())),
        WEIGHTS_TIMES_GRADIENT("weights-times-gradient",
                "inner product of the weights of {layer} at the start and their gradient over all samples",
                at -> at.ofLayer(new Laws(at.run())::weightsTimesGradient), Place.LAYER),
        ERROR_TIMES_OUTPUT("error-times-output",
                "mean over all samples of the derivative of the loss by the output, times the output, at the start",
                at -> new Laws(at.run()).errorTimesOutput()),
        RANK_OF_GRADIENT("rank-of-gradient", "rank of the gradient at the start of the weights of {layer} for {sample}",
                at -> count(at.ofLayer(layer -> new Laws(at.run()).rankOfGradient(layer, at.sample()))), Place.LAYER,
                        Place.SAMPLE),
        RANK_BEYOND_INPUTS("rank-beyond-inputs",
                "rank that the changes of the rows of layer 1 {from} {to} add to that of the inputs",
                at -> count(at.between(new Laws(at.run())::rankBeyondInputs)), Place.FROM, Place.TO),
        BALANCE_CHANGE("balance-change", "change {from} {to} of the sum of the squares of weights and bias into {unit} of "
                + "{layer} "
                + "less that of its outgoing weights", Location::balanceChange, Place.UNIT, Place.LAYER, Place.FROM, Place.TO),
        GRADIENT_BALANCE("gradient-balance", "square of the learning rate times the sum of the squares of the gradients "
                + "{step} of "
                + "weights and bias into {unit} of {layer} less that of its outgoing weights", Location::gradientBalance,
                Place.UNIT, Place.LAYER, Place.IN),
        PAIR_BALANCE_CHANGE("pair-balance-change", "change {from} {to} of the inner product of weights and bias into {unit} with "
                + "those into {other} of {layer}, less that of their outgoing weights", Location::pairBalanceChange,
                Place.UNIT, Place.OTHER, Place.LAYER, Place.FROM, Place.TO),
        PAIR_GRADIENT_BALANCE("pair-gradient-balance", "square of the learning rate times the inner product of the gradients "
                + "{step} of weights and bias into {unit} with those into {other} of {layer}, less that of their outgoing "
                        + "weights",
                Location::pairGradientBalance, Place.UNIT, Place.OTHER, Place.LAYER, Place.IN),
        MISTAKES("mistakes", "steps whose gradient is not zero", at -> count(at.run().movingSteps())),
        MISTAKE_BOUND("mistake-bound", "(R / gamma)^2, with R the largest length of an input and gamma the smallest margin "
                + "of the "
                + "teacher over the length of its parameters, 0 if it is wrong on a sample",
                at -> new Laws(at.run()).mistakeBound()),

        MEAN_LOSS("mean-loss", "mean loss {step}", at -> at.run().meanLoss(at.network()), Place.STEP),
        ACCURACY("accuracy", "accuracy {step}", at -> at.run().accuracy(at.network()), Place.STEP),
        BEST_ACCURACY("best-accuracy", "best accuracy at the start or after any step", at -> at.run().bestAccuracy()),
        WRONG_DERIVATIVES("wrong-derivatives",
                "parameters at which the gradient over all data is not the derivative, if the loss is differentiable at the "
                        + "start",
                at -> count(at.run().wrongDerivatives())),
        TEACHER_ACCURACY("teacher-accuracy", "accuracy of the teacher", at -> at.run().accuracy(at.run().teacher())),
        TEACHER_LOSS("teacher-loss", "mean loss of the teacher", at -> at.run().meanLoss(at.run().teacher())),
        LOSS_TOWARDS_TEACHER("loss-towards-teacher", "mean loss at {factor} of the way from the start to the teacher",
                at -> at.run().lossTowardsTeacher(at.factor())),
        LOSS_ALONG("loss-along", "mean loss at a distance of {factor} from the start along the direction",
                at -> at.run().lossAlong(at.factor())),
        LOSS_QUOTIENT("loss-quotient", "difference quotient of the loss along the direction, over a distance of {factor}",
                at -> at.run().lossQuotient(at.factor())),
        LOSS_QUOTIENT_BY_DISTANCE("loss-quotient-by-distance", "difference quotient of the loss along the direction, "
                + "over a distance of {factor}, divided by that distance",
                at -> at.run().lossQuotient(at.factor()).divide(at.factor())),
        RIGHT_DERIVATIVE("right-derivative", "derivative from the right of the loss at the start along the direction",
                at -> at.run().oneSidedDerivative(BigFraction.ONE)),
        LEFT_DERIVATIVE("left-derivative", "derivative from the left of the loss at the start along the direction",
                at -> at.run().oneSidedDerivative(BigFraction.MINUS_ONE)),
        MEAN_DERIVATIVE("mean-derivative",
                "mean of the derivatives from both sides of the loss at the start along the direction",
                at -> at.run().oneSidedDerivative(BigFraction.ONE)
                        .add(at.run().oneSidedDerivative(BigFraction.MINUS_ONE)).divide(2)),
        GRADIENT_ALONG("gradient-along", "inner product of the gradient in step 1 and the direction",
                at -> at.run().gradientAlong());

        private final String id;
        private final String words;
        private final List<Place> places;
        private final Function<Location, BigFraction> value;

        Kind(String id, String words, Function<Location, BigFraction> value, Place... places) {
            this.id = id;
            this.words = words;
            this.value = value;
            this.places = List.of(places);
        }

        /** The word for it in files. */
        public String id() {
            return id;
        }

        /** Its places, in order. */
        public List<Place> places() {
            return places;
        }

        /** Whether it speaks of a number besides its places. */
        public boolean hasFactor() {
            return words.contains("{factor}") || words.contains("{sign}");
        }

        /** Whether it speaks of what a training is compared with. */
        public boolean hasCompanion() {
            return words.contains("the teacher") || words.contains("the direction");
        }

        /** @throws DomainException if nothing of this name can be measured */
        static Kind fromId(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst()
                    .orElseThrow(() -> new DomainException("unknown measure, expected one of "
                            + Arrays.stream(values()).map(Kind::id).collect(Collectors.joining(", "))));
        }

        private static BigFraction count(long number) {
            return new BigFraction(number);
        }
    }

    public Measure {
        places = List.copyOf(places);
        if (places.size() != kind.places.size()) {
            throw new DomainException(places.size() + " places for " + kind.id + ", expected " + kind.places.size());
        }
        if (kind.words.contains("over a distance") && factor.signum() == 0) {
            throw new DomainException("a distance of 0, expected another one");
        }
    }

    /** What is measured and where. */
    public String words() {
        String words = kind.words;
        for (int i = 0; i < places.size(); i++) {
            words = words.replace("{" + kind.places.get(i).id() + "}", kind.places.get(i).words(places.get(i)));
        }
        return (factor.equals(BigFraction.ONE) ? words.replace("{factor} times ", "") : words)
                .replace("{factor}", ExactNumber.write(factor)).replace("{sign}", sign());
    }

    private String sign() {
        return factor.signum() > 0 ? "positive" : factor.signum() < 0 ? "negative" : "zero";
    }

    /**
     * The number itself.
     *
     * @throws DomainException if a place is not there, or the training cannot run
     */
    public BigFraction of(Run run) {
        return kind.value.apply(new Location(run, this));
    }
}
