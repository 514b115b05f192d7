package org.stillpoint.check.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Biases;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;
import org.stillpoint.generation.Architecture;

/**
 * Chooses among what a program can do.
 *
 * @param widest the most units of a layer, inputs and outputs
 * @param deepest the most layers
 */
record Picker(Ability ability, Draws draws, int widest, int deepest) {

    private static final List<Integer> BATCHES = List.of(1, 2, 2, 4, 4, 3);

    private int depth(int least) {
        int from = Math.max(ability.minLayers(), least);
        return Math.min(ability.maxLayers(), draws.between(from, Math.max(from, deepest)));
    }

    /** @param leastDepth from 1; fewer if the program has fewer layers */
    Architecture architecture(int leastDepth) {
        int depth = depth(leastDepth);
        List<Integer> widths = new ArrayList<>();
        for (int l = 0; l <= depth; l++) {
            widths.add(draws.between(1, widest));
        }
        return architecture(widths);
    }

    Architecture architecture(List<Integer> widths) {
        return architecture(widths, draws.oneOf(ability.activations()), bias());
    }

    /** The output has the same activation where the program has no other. */
    Architecture architecture(List<Integer> widths, Activation hidden, boolean bias) {
        Activation output = ability.sameActivation() ? hidden : draws.oneOf(ability.outputActivations());
        return new Architecture(widths, bias, hidden, output);
    }

    boolean bias() {
        return switch (ability.biases()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case OPTIONAL -> !draws.oneIn(4);
        };
    }

    boolean mayLeaveOutBiases() {
        return ability.biases() != Biases.ALWAYS;
    }

    /** One that is made for the output activation, if there is one. */
    Optional<Loss> loss(Architecture architecture) {
        List<Loss> fitting = ability.losses().stream().filter(loss -> fits(loss, architecture.output())).toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(draws.oneOf(fitting));
    }

    /** Softmax goes with cross-entropy only, as it does in the programs that people write. */
    private static boolean fits(Loss loss, Activation output) {
        return output == Activation.SOFTMAX ? loss == Loss.CROSS_ENTROPY
                : loss != Loss.CROSS_ENTROPY || output == Activation.SIGMOID;
    }

    int samples() {
        return Math.min(ability.maxSamples(), draws.oneOf(BATCHES));
    }

    /** Few steps with rates and shares that are powers of 2. */
    Settings settings(Loss loss, int steps, int samples) {
        BigFraction rate = new BigFraction(1, 1 << draws.between(0, 3));
        int batch = draws.between(1, samples);
        return new Settings(loss, rate, steps, batch, BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO);
    }
}
