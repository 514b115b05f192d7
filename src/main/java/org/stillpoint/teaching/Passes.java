package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.engine.SampleTrace;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Quantity;
import org.stillpoint.teaching.paper.Text;

/** What is computed by hand in a step: the pass of each sample, there and back, and the mean gradient. */
final class Passes {

    private static final List<Text> HEADS = List.of(Text.plain("layer"), Text.of("pre-activation $z$"),
            Text.of("activation $a$"), Text.of("error $\\delta = \\partial \\ell / \\partial z$"));

    private Passes() {
    }

    static List<Block> of(StepTrace step) {
        List<Block> blocks = ofSamples(step);
        blocks.add(Block.says(step.samples().size() == 1 ? "The gradient:" : "The mean gradient over the "
                + step.samples().size() + " samples:"));
        blocks.add(new Block.Quantities(Layers.values(step.gradients())));
        return blocks;
    }

    /** Without the gradient. */
    static List<Block> ofSamples(StepTrace step) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < step.samples().size(); i++) {
            SampleTrace sample = step.samples().get(i);
            blocks.add(Block.says("Sample " + (step.batch().get(i) + 1) + ": the output is $f = "
                    + Quantity.tuple(sample.output())
                    + "$, the loss " + ExactNumber.write(sample.loss()) + "."));
            blocks.add(table(sample));
        }
        return blocks;
    }

    private static Block table(SampleTrace sample) {
        return new Block.Table(HEADS, IntStream.range(0, sample.preactivations().size()).mapToObj(l -> List.of(
                Text.plain(String.valueOf(l + 1)), Text.of(sample.preactivations().get(l)),
                l < sample.activations().size() ? Text.of(sample.activations().get(l)) : Text.of(sample.output()),
                Text.of(sample.deltas().get(l)))).toList());
    }
}
