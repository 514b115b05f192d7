package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Quantity;
import org.stillpoint.teaching.paper.Text;

/** What an exercise starts from: a network that fits the data, and how it is trained. */
public record Given(Network network, DataSet data, Settings settings) {

    /** The network, its data and, if asked for, how it is trained. */
    List<Block> shown(boolean trained) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Picture(network),
                new Block.Quantities(Layers.values(network, "")), Block.says(architecture()), samples()));
        if (trained) {
            blocks.add(Block.says(training()));
        }
        return blocks;
    }

    /** The sentence on loss, kinks, batches and rate. */
    private String training() {
        return loss() + " " + batches() + ", at rate $\\eta = " + Quantity.number(settings.learningRate()) + "$"
                + with(", with", "momentum", "m", settings.momentum())
                + with(settings.momentum().signum() == 0 ? ", with" : " and", "weight decay", "q", settings.weightDecay()) + "."
                + (settings.momentum().signum() != 0 ? " The velocity $v$ of each parameter starts at zero; in each step it "
                + "becomes $m v$ plus the gradient, plus $q$ times a weight for that weight, and then $\\eta v$ is taken from "
                + "the parameter."
                : "");
    }

    /** The loss, and what is taken for the derivative of ReLU at 0. */
    String loss() {
        return Losses.sentence(settings.loss()) + kappa();
    }

    private String kappa() {
        return network.layers().stream().anyMatch(layer -> layer.activation() == Activation.RELU)
                ? " The derivative of ReLU at 0 is taken as $\\kappa = " + Quantity.number(settings.kappa()) + "$." : "";
    }

    private String batches() {
        return settings.batchSize() >= data.size()
                ? data.size() == 1 ? "Each step uses the sample" : "Each step uses the mean gradient over all samples"
                : "The first step uses sample 1, the next one sample 2, and so on";
    }

    private static String with(String before, String name, String symbol, BigFraction value) {
        return value.signum() == 0 ? "" : before + " " + name + " $" + symbol + " = " + Quantity.number(value) + "$";
    }

    private String architecture() {
        List<Layer> layers = network.layers();
        String hidden = layers.size() == 1 ? "There is one layer and no hidden one. "
                : layers.stream().limit(layers.size() - 1L).map(Layer::activation).distinct().count() == 1
                ? "Hidden units have the activation " + Losses.activation(layers.get(0).activation()) + ". "
                : "The activations of the hidden layers are, in order, " + String.join(", ", layers.stream()
                .limit(layers.size() - 1L).map(layer -> Losses.activation(layer.activation())).toList()) + ". ";
        return hidden + (network.outputActivation() == Activation.IDENTITY ? "The output is linear."
                : "The output has the activation " + Losses.activation(network.outputActivation()) + ".");
    }

    private Block samples() {
        return new Block.Table(List.of(Text.plain("sample"), Text.of("input $x$"), Text.of("target $y$")),
                IntStream.range(0, data.size()).mapToObj(i -> List.of(Text.plain(String.valueOf(i + 1)),
                        Text.of(data.inputs().get(i)),
                        Text.of(data.targets().get(i)))).toList());
    }

    /** The command that shows every number of the training, or what a gradient is. */
    String command(String command, String files) {
        StringBuilder line = new StringBuilder("java -jar target/stillpoint.jar ").append(command)
                .append(" --network ").append(files).append(".network.json --data ").append(files).append(".data.json --loss ")
                .append(settings.loss().id());
        if (settings.kappa().signum() != 0) {
            line.append(" --kappa ").append(ExactNumber.write(settings.kappa()));
        }
        if (command.startsWith("gradients")) {
            return line.toString();
        }
        line.append(" --learning-rate ").append(ExactNumber.write(settings.learningRate()))
                .append(" --steps ").append(settings.steps()).append(" --batch-size ").append(settings.batchSize());
        if (settings.momentum().signum() != 0) {
            line.append(" --momentum ").append(ExactNumber.write(settings.momentum()));
        }
        if (settings.weightDecay().signum() != 0) {
            line.append(" --weight-decay ").append(ExactNumber.write(settings.weightDecay()));
        }
        return line.toString();
    }
}
