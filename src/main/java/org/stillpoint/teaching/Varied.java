package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.statement.Variation;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Quantity;
import org.stillpoint.training.Optimisation;
import org.stillpoint.training.Training;
import org.stillpoint.training.WrittenErrors;

/** The same training with one thing different, as an exercise asks for it and as its solution shows it. */
record Varied(Given given, Variation variation) {

    /** What is different. */
    Block asked() {
        return Block.says("Then train again from the same start, " + difference() + "; this is the variation.");
    }

    private String difference() {
        if (variation instanceof Variation.Kappa kappa) {
            return "with $\\kappa = " + Quantity.number(kappa.kappa()) + "$ for the derivative of ReLU at 0";
        }
        if (variation instanceof Variation.WrittenErrors errors) {
            return "but write " + ExactNumber.write(errors.written()) + " as the error of each ReLU whose pre-activation is 0";
        }
        List<List<Vector>> steps = ((Variation.Masks) variation).steps();
        return "with dropout: the outputs of the hidden units are multiplied by the masks " + IntStream.range(0, steps.size())
                .mapToObj(s -> steps.get(s).stream().map(mask -> "$" + Quantity.tuple(mask) + "$")
                .collect(Collectors.joining(" and ")) + " in step " + (s + 1)).collect(Collectors.joining(", "));
    }

    /** The networks after each step. */
    List<Block> solution() {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Heading(2, "The variation")));
        List<Network> networks = networks();
        for (int s = 1; s < networks.size(); s++) {
            blocks.add(Block.says("After step " + s + ":"));
            blocks.add(new Block.Quantities(Layers.values(networks.get(s), "")));
        }
        return blocks;
    }

    /** The start, then the network after each step. */
    private List<Network> networks() {
        Network start = given.network();
        DataSet data = given.data();
        Settings settings = given.settings();
        if (variation instanceof Variation.Kappa kappa) {
            List<Network> networks = new ArrayList<>(List.of(start));
            Training.trace(start, data, settings.withKappa(kappa.kappa())).steps().stream().map(StepTrace::network)
                    .forEach(networks::add);
            return networks;
        }
        if (variation instanceof Variation.WrittenErrors errors) {
            return WrittenErrors.train(start, data, settings, errors.written(), bits -> { });
        }
        List<List<Vector>> masks = ((Variation.Masks) variation).steps();
        return Optimisation.train(start, data, settings, settings.loss().rational(),
                new GradientDescent(settings.learningRate(), settings.momentum(), settings.weightDecay()),
                (step, sample) -> masks.get(step), bits -> { });
    }
}
