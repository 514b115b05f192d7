package org.stillpoint.check.question;

import java.util.List;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;

/**
 * What a program declares that it can do; nothing else is asked of it.
 *
 * @param activations those of hidden layers, and of the last one if no output activations are declared
 * @param gradients whether it answers with gradients
 * @param trains whether it answers with trained networks
 * @param minLayers from 1
 * @param sameActivation whether all layers have one activation
 * @param outputActivations those of the last layer
 * @param ulps how many units in the last place an elementary function may be off, from 0
 */
public record Ability(String name, FloatFormat arithmetic, List<Activation> activations, List<Loss> losses, boolean gradients,
                      boolean trains, int minLayers, int maxLayers, int maxSamples, Biases biases, boolean sameActivation,
                      List<Activation> outputActivations, int ulps) {

    /** The units in the last place that an elementary function may be off, if nothing is declared. */
    public static final int DEFAULT_ULPS = 4;

    public Ability {
        activations = List.copyOf(activations);
        losses = List.copyOf(losses);
        outputActivations = List.copyOf(outputActivations);
    }

    /** Gradients of relu and identity networks of 1 to 3 layers with squared loss, biases optional, in float64. */
    public static Ability defaults(String name) {
        return new Ability(name, FloatFormat.FLOAT64, List.of(Activation.RELU, Activation.IDENTITY), List.of(Loss.SQUARED), true,
                false, 1, 3, 64, Biases.OPTIONAL, false, List.of(Activation.IDENTITY), DEFAULT_ULPS);
    }

    /** Whether the question is one of those that the program says it can answer. */
    public boolean takes(Question question) {
        return (question instanceof TrainingQuestion ? trains : gradients) && losses.contains(question.loss())
                && question.data().size() <= maxSamples && takes(question.network())
                && question.numbers().allMatch(arithmetic::holds);
    }

    private boolean takes(Network network) {
        int depth = network.layers().size();
        boolean shape = minLayers <= depth && depth <= maxLayers
                && network.layers().stream().allMatch(layer -> biases.take(layer.bias().isPresent()));
        boolean hidden = network.layers().subList(0, depth - 1).stream().allMatch(layer -> activations.contains(layer.activation()));
        boolean same = !sameActivation
                || network.layers().stream().allMatch(layer -> layer.activation().equals(network.outputActivation()));
        return shape && hidden && same && outputActivations.contains(network.outputActivation());
    }
}
