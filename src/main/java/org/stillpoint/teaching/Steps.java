package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.engine.Trace;
import org.stillpoint.symmetry.Consequences;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.training.Training;

/**
 * Steps of gradient descent by hand.
 *
 * @param task what is special about the start, with mathematics between dollar signs; empty if nothing is
 * @param start what is given
 * @param trace of the training of what is given
 * @param findings what a claim says beforehand
 */
record Steps(String task, Given start, Trace trace, List<Finding> findings) implements Exercise {

    private static final List<String> COUNTS = List.of("no step", "one step", "two steps", "three steps", "four steps");

    private static final String OF_EVERY_START = "SYM-5";

    Steps {
        findings = List.copyOf(findings);
    }

    /**
     * The exercise, if its numbers are short and fit.
     *
     * @param findings what can be said of it beforehand, asked only if it is fit
     * @param fit whether there is something to see
     */
    static Optional<Exercise> drawn(String task, Given given, Function<Seen, List<Finding>> findings, Predicate<Seen> fit) {
        Seen seen = new Seen(given, Training.trace(given.network(), given.data(), given.settings()));
        return Short.is(seen.trace()) && fit.test(seen)
                ? Optional.of(new Steps(task, given, seen.trace(), findings.apply(seen))) : Optional.empty();
    }

    @Override
    public List<Block> question() {
        List<Block> blocks = new ArrayList<>();
        if (!task.isEmpty()) {
            blocks.add(Block.says(task));
        }
        blocks.addAll(start.shown(true));
        blocks.add(Block.says("Carry out " + COUNTS.get(trace.steps().size())
                + " by hand. Which numbers change?" + (task.isEmpty() ? "" : " What could you have said beforehand?")));
        return blocks;
    }

    @Override
    public List<Block> solution() {
        List<Block> blocks = new ArrayList<>();
        Network before = start.network();
        for (int s = 0; s < trace.steps().size(); s++) {
            StepTrace step = trace.steps().get(s);
            if (trace.steps().size() > 1) {
                blocks.add(new Block.Heading(2, "Step " + (s + 1)));
            }
            blocks.addAll(Passes.of(step));
            List<String> changed = Layers.changed(before, step.network());
            blocks.add(Block.says(changed.isEmpty() ? "No number changes." : "After the step, with " + (changed.size() == 1
                    ? "one number" : changed.size() + " numbers") + " changed:"));
            if (!changed.isEmpty()) {
                blocks.add(new Block.Quantities(Layers.values(step.network(), "")));
            }
            before = step.network();
        }
        blocks.add(foreseen(findings));
        return blocks;
    }

    /** What could be said beforehand. */
    static Block foreseen(List<Finding> findings) {
        return findings.size() == 1
                ? new Block.Paragraph(findings.get(0).says())
                : new Block.Items(findings.stream().map(Finding::says).toList());
    }

    @Override
    public Optional<Given> given() {
        return Optional.of(start);
    }

    @Override
    public List<String> commands(String files) {
        String trace = start.command("trace", files);
        boolean special = Consequences.of(start.network(), Optional.of(start.data())).stream()
                .anyMatch(consequence -> !consequence.claim().equals(OF_EVERY_START));
        return !special ? List.of(trace) : List.of(trace, "java -jar target/stillpoint.jar symmetry --network " + files
                + ".network.json --data "
                + files + ".data.json");
    }
}
