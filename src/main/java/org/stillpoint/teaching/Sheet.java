package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.stillpoint.domain.DomainException;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Text;

/**
 * A sheet of exercises with exact solutions; the same seed, topic and number of problems give the same sheet everywhere, and a
 * longer one begins with the same problems.
 */
public record Sheet(long seed, Topic topic, List<Problem> problems) {

    /** The most problems that a sheet may have. */
    public static final int MOST = 50;

    public Sheet {
        problems = List.copyOf(problems);
    }

    /** @throws DomainException if there are fewer problems than 1 or more than {@link #MOST} */
    public static Sheet of(long seed, Topic topic, int problems) {
        if (problems < 1 || problems > MOST) {
            throw new DomainException(problems + " problems, expected from 1 to " + MOST);
        }
        Random random = new Random(seed);
        List<Task> round = new ArrayList<>();
        List<Problem> drawn = new ArrayList<>();
        while (drawn.size() < problems) {
            if (round.isEmpty()) {
                round.addAll(topic.tasks());
                Collections.shuffle(round, random);
            }
            Task task = round.remove(0);
            drawn.add(new Problem(drawn.size() + 1, task.title(), task.claim(), task.draw(new Random(random.nextLong()))));
        }
        return new Sheet(seed, topic, drawn);
    }

    /** What stands above it. */
    public String title() {
        return "Exercises on " + topic.words() + ", sheet " + seed;
    }

    /** The sheet, with its solutions on new sheets of paper if asked for. */
    public List<Block> blocks(boolean solutions) {
        List<Block> blocks = new ArrayList<>(List.of(Block.says("All numbers are exact: calculate with fractions. Layers, "
                + "units and samples are counted from 1, $W^l$ and $b^l$ are the weights and the bias of layer $l$, one row a "
                + "unit, and $\\nabla$ marks the derivative of the mean loss.")));
        for (Problem problem : problems) {
            blocks.add(heading(problem));
            blocks.addAll(problem.exercise().question());
        }
        blocks.add(new Block.Heading(1, "Check your answers"));
        blocks.addAll(checks());
        if (solutions) {
            blocks.add(new Block.NewPage());
            blocks.add(new Block.Heading(1, "Solutions"));
            for (Problem problem : problems) {
                blocks.add(heading(problem));
                blocks.addAll(problem.exercise().solution());
                blocks.add(new Block.Paragraph(Text.plain("Read on: claim " + problem.claim() + ".")));
            }
        }
        return blocks;
    }

    private static Block heading(Problem problem) {
        return new Block.Heading(1, problem.number() + ". " + problem.title());
    }

    private List<Block> checks() {
        List<Block> blocks = new ArrayList<>(List.of(Block.says("The first line writes the networks and the data of this "
                + "sheet into a directory; each of the others prints every number of the solution of one problem."),
                new Block.Code(List.of("java -jar target/stillpoint.jar exercises --seed " + seed + " --problems "
                        + problems.size()
                        + " --topic " + topic.id() + " --files sheet --out sheet/sheet.md"))));
        for (Problem problem : problems) {
            blocks.add(new Block.Paragraph(Text.plain("Problem " + problem.number() + ":")));
            blocks.add(new Block.Code(problem.exercise().commands("sheet/" + problem.number())));
        }
        return blocks;
    }
}
