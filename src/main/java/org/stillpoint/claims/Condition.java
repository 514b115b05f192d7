package org.stillpoint.claims;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a claim may presuppose about a network, where it starts, the data and the training. Those of a claim, taken together, are
 * all that its evidence assumes.
 */
public enum Condition {

    AT_LEAST_ONE_HIDDEN_LAYER("at-least-one-hidden-layer", "There is at least one hidden layer."),
    ONE_HIDDEN_LAYER("one-hidden-layer", "There is one hidden layer."),
    ONE_LAYER("one-layer", "There is one layer, and no hidden one."),
    ONE_OUTPUT("one-output", "There is one output."),
    NO_BIASES("no-biases", "No layer has a bias."),
    NO_OUTPUT_BIAS("no-output-bias", "The output has no bias."),
    HIDDEN_BIASES_TRAINED("hidden-biases-trained", "Every unit of a hidden layer has a bias, which is trained."),
    HIDDEN_ACTIVATIONS_ZERO_AT_ZERO("hidden-activations-zero-at-zero", "Every hidden activation maps 0 to 0, as ReLU does."),
    HIDDEN_ACTIVATIONS_NOT_ZERO_AT_ZERO("hidden-activations-not-zero-at-zero",
            "No hidden activation maps 0 to 0, just as the logistic function does not."),
    HIDDEN_ACTIVATIONS_RELU("hidden-activations-relu", "Every hidden activation is ReLU."),
    HIDDEN_ACTIVATIONS_LINEAR("hidden-activations-linear", "Every hidden activation is the identity."),
    HIDDEN_ACTIVATIONS_MONOTONE("hidden-activations-monotone", "No hidden activation ever decreases."),
    HIDDEN_ACTIVATIONS_HOMOGENEOUS("hidden-activations-homogeneous",
            "Every hidden activation has sigma'(z) z = sigma(z) for every z, as ReLU, leaky ReLU, absolute value and identity "
                    + "have."),
    UNIT_ACTIVATION_HOMOGENEOUS("unit-activation-homogeneous",
            "The unit's activation has sigma'(z) z = sigma(z) for every z, as ReLU, leaky ReLU, absolute value and identity "
                    + "have."),
    UNIT_ACTIVATION_RELU("unit-activation-relu", "The unit's activation is ReLU."),
    KAPPA_ZERO("kappa-zero", "The derivative of ReLU at 0 is taken as 0."),
    WEIGHTS_ZERO("weights-zero", "All weights start at zero."),
    FIRST_LAYER_WEIGHTS_ZERO("first-layer-weights-zero", "The weights of the first layer start at zero."),
    LAST_LAYER_WEIGHTS_ZERO("last-layer-weights-zero", "The weights of the last layer start at zero."),
    HIDDEN_BIASES_ZERO("hidden-biases-zero", "All hidden biases start at zero, or there are none."),
    HIDDEN_BIASES_EQUAL("hidden-biases-equal", "In each hidden layer all biases start at the same number, or there are none."),
    OUTPUT_BIAS_ZERO("output-bias-zero", "The output bias starts at zero, or there is none."),
    EQUAL_UNITS("equal-units",
            "Two units of a hidden layer start with equal incoming weights, equal biases and equal outgoing weights."),
    ALL_UNITS_EQUAL("all-units-equal",
            "All units of a hidden layer start with equal incoming weights, equal biases and equal outgoing weights."),
    VELOCITY_ZERO("velocity-zero", "The velocity starts at zero."),
    VELOCITY_ZERO_BELOW_OUTPUT_BIAS("velocity-zero-below-output-bias",
            "The velocity of every weight and of every hidden bias starts at zero."),
    EQUAL_VELOCITIES("equal-velocities", "The velocities of the two units start equal, as velocities of zero are."),
    VELOCITY_OF_UNIT_ZERO("velocity-of-unit-zero",
            "The velocity of the incoming weights and of the bias of that unit starts at zero."),
    VELOCITY_OF_FEATURE_ZERO("velocity-of-feature-zero", "The velocity of the weights of that feature starts at zero."),
    VELOCITY_ORTHOGONAL("velocity-orthogonal",
            "The velocity of each row of the first layer starts orthogonal to that vector, as a velocity of zero is."),
    VELOCITY_EXCHANGED("velocity-exchanged", "The velocities of the units are exchanged with them, as velocities of zero are."),
    UNIT_NEGATIVE("unit-negative", "The pre-activation of a unit of the first hidden layer is negative on every training input."),
    FEATURE_ZERO("feature-zero", "A feature is zero in every training input."),
    INPUTS_ORTHOGONAL("inputs-orthogonal", "Every training input is orthogonal to a vector."),
    INPUTS_ONE_HOT("inputs-one-hot", "Every input is one-hot: 1 in one place, 0 in all others."),
    INPUTS_SEPARATED("inputs-separated",
            "A hyperplane through the origin separates the training inputs with the label 1 from those with the label -1; there "
                    + "are no others."),
    SINGLE_SAMPLES("single-samples", "Each batch is a single sample."),
    BALANCED_BATCHES("balanced-batches",
            "Each batch holds as many labels 1 as -1, and no others, as full batches of balanced data do."),
    BALANCED_LABELS("balanced-labels", "The data set on which accuracy is measured has as many labels 1 as -1, and no others."),
    PERCEPTRON_LOSS("perceptron-loss", "The loss is the perceptron's."),
    ONE_POSITIVE_RATE("one-positive-rate", "All steps have the same positive rate."),
    NO_PREACTIVATION_AT_A_KINK("no-preactivation-at-a-kink",
            "No pre-activation is at a kink of its unit's activation on any sample, such as 0 for ReLU."),
    LOSS_DIFFERENTIABLE("loss-differentiable", "The loss is differentiable at each output."),
    LOSS_OPPOSITE_AT_ZERO("loss-opposite-at-zero",
            "At output 0 the derivative of the loss for the label -1 is the opposite of that for the label 1, as it is for "
                    + "hinge, squared and logistic loss."),
    NO_MOMENTUM("no-momentum", "There is no momentum."),
    NO_DECAY("no-decay", "There is no weight decay."),
    NO_MOMENTUM_OR_VELOCITY_ZERO("no-momentum-or-velocity-zero", "There is no momentum, or the velocity starts at zero.");

    private final String id;
    private final String sentence;

    Condition(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    /** The name used in files, such as {@code weights-zero}. */
    public String id() {
        return id;
    }

    /** The condition in words, one sentence. */
    public String sentence() {
        return sentence;
    }

    /** The condition with this name, empty if there is none. */
    public static Optional<Condition> fromId(String id) {
        return Arrays.stream(values()).filter(condition -> condition.id.equals(id)).findFirst();
    }
}
