package org.stillpoint.check.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;

/** Cases in a few words. */
public final class CaseText {

    private CaseText() {
    }

    /** As in {@code 2-2-1 relu, 2 samples, hinge loss}; what is usual, squared loss and biases, is left out. */
    public static String brief(Question question) {
        Network network = question.network();
        List<String> parts = new ArrayList<>();
        parts.add(network.widths().stream().map(String::valueOf).collect(Collectors.joining("-")) + " " + activations(network));
        if (network.layers().stream().noneMatch(layer -> layer.bias().isPresent())) {
            parts.add("no bias");
        }
        parts.add(counted(question.data().size(), "sample"));
        if (question.loss() != Loss.SQUARED) {
            parts.add(question.loss().id() + " loss");
        }
        if (question instanceof TrainingQuestion training) {
            parts.addAll(training(training.settings(), question.data().size()));
        }
        return String.join(", ", parts);
    }

    /** Those of the hidden layers, and that of the last one if it is not the identity. */
    private static String activations(Network network) {
        int depth = network.layers().size();
        List<String> hidden = network.layers().subList(0, depth - 1).stream().map(Layer::activation).map(Activation::id)
                .distinct().toList();
        boolean linear = network.outputActivation() == Activation.IDENTITY;
        if (hidden.isEmpty()) {
            return network.outputActivation().id();
        }
        return String.join("/", hidden) + (linear ? "" : " and " + network.outputActivation().id());
    }

    private static List<String> training(Settings settings, int samples) {
        List<String> parts = new ArrayList<>();
        parts.add(counted(settings.steps(), "step"));
        if (settings.batchSize() < samples) {
            parts.add("batches of " + settings.batchSize());
        }
        if (settings.momentum().signum() != 0) {
            parts.add("momentum");
        }
        if (settings.weightDecay().signum() != 0) {
            parts.add("decay");
        }
        return parts;
    }

    /** As in {@code 1 sample} and {@code 2 samples}. */
    public static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
