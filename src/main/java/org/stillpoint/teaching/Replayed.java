package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.claims.Claim;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.statement.Comparison;
import org.stillpoint.statement.Quantity;
import org.stillpoint.statement.Relation;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Text;
import org.stillpoint.training.Training;
import org.stillpoint.witness.Counterexample;

/**
 * A witness to be worked out by hand: the training that contradicts a claim, or shows that something exists.
 *
 * @param claim the claim that it is about
 * @param name of the file of the witness
 * @param witness one that holds
 */
record Replayed(Claim claim, String name, Counterexample witness) implements Exercise {

    /** @throws IllegalStateException if the witness does not hold: nothing is handed out that is not so */
    Replayed {
        if (!witness.holds()) {
            throw new IllegalStateException(name + ": the witness does not hold");
        }
    }

    @Override
    public List<Block> question() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.says(switch (claim.verdict()) {
            case FALSE -> "This small training contradicts the sentence. Work it out by hand and find where.";
            case TRUE -> "This small training is an example of the sentence. Work it out by hand.";
            case CONDITIONAL -> "The sentence does not always hold, nor does it always fail. Work out this small training by "
                    + "hand: what does it say of the sentence?";
        }));
        blocks.addAll(start().shown(witness.settings().steps() > 0));
        if (witness.settings().steps() == 0) {
            blocks.add(Block.says(start().loss()));
        }
        varied().ifPresent(varied -> blocks.add(varied.asked()));
        witness.statement().companions().direction().ifPresent(direction -> {
            blocks.add(Block.says("Look at the loss along this direction from the start too:"));
            blocks.add(new Block.Quantities(Layers.values(direction, "\\Delta ")));
        });
        witness.statement().companions().teacher().ifPresent(teacher -> {
            blocks.add(Block.says("Compare it with this network:"));
            blocks.add(new Block.Quantities(Layers.values(teacher, "\\bar ")));
        });
        blocks.add(Block.says("Calculate the following, and compare the two sides."));
        blocks.add(new Block.Items(witness.statement().shows(witness.run()).stream().map(this::asked).toList()));
        return blocks;
    }

    private Optional<Varied> varied() {
        return witness.statement().companions().variation().map(variation -> new Varied(start(), variation));
    }

    private Text asked(Comparison comparison) {
        return Text.plain(words(comparison.left()) + " and " + words(comparison.right()));
    }

    private static String words(Quantity quantity) {
        return quantity.what().orElseGet(() -> "the number " + ExactNumber.write(quantity.value()));
    }

    private Given start() {
        return new Given(witness.network(), witness.data(), witness.settings());
    }

    @Override
    public List<Block> solution() {
        List<Block> blocks = new ArrayList<>();
        List<StepTrace> steps = witness.run().trace().steps();
        if (steps.isEmpty()) {
            blocks.addAll(Passes.of(atStart()));
        }
        for (int s = 0; s < steps.size(); s++) {
            if (steps.size() > 1) {
                blocks.add(new Block.Heading(2, "Step " + (s + 1)));
            }
            blocks.addAll(Passes.of(steps.get(s)));
            blocks.add(Block.says("After the step:"));
            blocks.add(new Block.Quantities(Layers.values(steps.get(s).network(), "")));
        }
        varied().ifPresent(varied -> blocks.addAll(varied.solution()));
        blocks.add(new Block.Heading(2, "What it shows"));
        blocks.add(new Block.Items(witness.statement().shows(witness.run()).stream().map(Replayed::shown).toList()));
        return blocks;
    }

    /** The passes and the gradient, of which no step is taken. */
    private StepTrace atStart() {
        return Training.trace(witness.network(), witness.data(), witness.settings().withSteps(1)
                .withBatchSize(witness.data().size())).steps().get(0);
    }

    private static Text shown(Comparison comparison) {
        return Text.plain(side(comparison.left()) + " ").then(Text.of("$" + symbol(comparison.relation()) + "$"))
                .then(Text.plain(" " + side(comparison.right())));
    }

    private static String side(Quantity quantity) {
        String number = ExactNumber.write(quantity.value());
        return quantity.what().map(what -> what + ": " + number).orElse(number);
    }

    private static String symbol(Relation relation) {
        return relation == Relation.DIFFERENT ? "\\ne" : relation.symbol();
    }

    @Override
    public Optional<Given> given() {
        return Optional.of(start());
    }

    @Override
    public List<String> commands(String files) {
        return List.of("java -jar target/stillpoint.jar replay proofs/witnesses/" + name + ".counterexample.json");
    }
}
