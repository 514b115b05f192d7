package org.stillpoint.lint.finding;

import java.util.List;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * The shape of a model, without its entries.
 *
 * @param tensors all of them, in the order of the file
 * @param stages the layers in their order; none if the file does not say how its tensors are used
 */
public record Outline(List<Tensor> tensors, List<Stage> stages) {

    public Outline {
        tensors = List.copyOf(tensors);
        stages = List.copyOf(stages);
    }

    public static Outline of(ModelFile model) {
        return new Outline(model.weights().stream().map(Tensor::of).toList(), model.network().map(Stages::of).orElse(List.of()));
    }

    /**
     * A tensor.
     *
     * @param shape as {@code 3 x 4}
     */
    public record Tensor(String name, String shape, String type) {

        static Tensor of(Weights weights) {
            return new Tensor(weights.name(), weights.dimensions().toString(), weights.type());
        }
    }

    /**
     * Some layers, each of which takes only what the one before makes.
     *
     * @param does what they do, in a few words each
     * @param channels how many there are behind it; 0 if it makes nothing
     * @param tensors that it has
     * @param from the stages whose outputs it takes, by their places in the list; -1 is what is fed
     * @param isUnderstood whether something is known of what it does
     */
    public record Stage(List<String> does, int channels, List<String> tensors, List<Integer> from, boolean isUnderstood) {

        public Stage {
            does = List.copyOf(does);
            tensors = List.copyOf(tensors);
            from = List.copyOf(from);
        }
    }
}
