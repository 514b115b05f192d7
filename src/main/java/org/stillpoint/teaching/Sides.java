package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Vector;
import org.stillpoint.kink.AtKinks;
import org.stillpoint.kink.ParameterAtKinks;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Quantity;
import org.stillpoint.teaching.paper.Text;
import org.stillpoint.training.Training;

/**
 * The derivatives of the mean loss from the left and from the right, beside what backpropagation returns for three numbers that
 * it may take for the derivative of ReLU at 0.
 *
 * @param task what is special about the start, with mathematics between dollar signs
 * @param start what is given; of its settings the loss counts
 * @param columns the same parameters for each number of {@link #KAPPAS}
 * @param findings what a claim says of them
 */
record Sides(String task, Given start, List<AtKinks> columns, List<Finding> findings) implements Exercise {

    /** What the derivative of ReLU at 0 is taken to be, in turn. */
    static final List<BigFraction> KAPPAS = List.of(BigFraction.ZERO, BigFraction.ONE_HALF, BigFraction.ONE);

    Sides {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }

    /** What the engine computes for each number. */
    static List<AtKinks> columns(Given given) {
        return KAPPAS.stream().map(kappa -> AtKinks.of(given.network(), given.data(), given.settings().loss().rational(),
                KinkDerivatives.all(kappa))).toList();
    }

    @Override
    public List<Block> question() {
        List<Block> blocks = new ArrayList<>(List.of(Block.says(task)));
        blocks.addAll(start.shown(false));
        blocks.add(Block.says(Losses.sentence(start.settings().loss())));
        blocks.add(Block.says("For each parameter calculate the derivative of the mean loss from the left and from the right, "
                + "and what backpropagation returns if it takes $\\kappa = 0$, $\\frac{1}{2}$ or $1$ for the derivative of "
                + "ReLU at 0. Is the loss differentiable here?"));
        return blocks;
    }

    @Override
    public List<Block> solution() {
        List<Text> heads = new ArrayList<>(List.of(Text.plain("by"), Text.plain("from the left"),
                Text.plain("from the right")));
        KAPPAS.forEach(kappa -> heads.add(Text.of("with $\\kappa = " + Quantity.number(kappa) + "$")));
        List<String> names = Layers.names(start.network());
        List<Block> blocks = new ArrayList<>(List.of(Block.says("With $\\kappa = 0$:")));
        blocks.addAll(Passes.ofSamples(Training.trace(start.network(), start.data(), start.settings()).steps().get(0)));
        blocks.add(Block.says("By each parameter:"));
        blocks.add(new Block.Table(heads, IntStream.range(0, names.size()).mapToObj(i -> row(i, names.get(i))).toList()));
        blocks.add(Block.says(columns.get(0).differentiability().answer().orElseThrow()
                ? "The loss is differentiable here, and every choice gives its derivative."
                : "The loss is not differentiable here."));
        blocks.add(Steps.foreseen(findings));
        return blocks;
    }

    private List<Text> row(int index, String name) {
        ParameterAtKinks first = columns.get(0).parameters().get(index);
        List<Text> row = new ArrayList<>(List.of(Text.of("$" + name + "$"), number(first.left()), number(first.right())));
        columns.forEach(column -> row.add(number(column.parameters().get(index).gradient())));
        return row;
    }

    private static Text number(BigFraction value) {
        return Text.of(Vector.of(value));
    }

    @Override
    public Optional<Given> given() {
        return Optional.of(start);
    }

    @Override
    public List<String> commands(String files) {
        return List.of(start.command("gradients --at-kinks", files),
                start.command("gradients --at-kinks", files) + " --kappa 1/2");
    }
}
