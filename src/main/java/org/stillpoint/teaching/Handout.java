package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.Condition;
import org.stillpoint.claims.Verdict;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Text;

/**
 * A claim on paper: what it says and when, why, what does not follow, and an exercise with its solution on a sheet of its own.
 *
 * @param claim what it is about
 * @param ruling the verdict and how it was established, in one phrase
 * @param others all claims, this one among them
 */
public record Handout(Claim claim, String ruling, List<Claim> others, Exercise exercise) {

    public Handout {
        others = List.copyOf(others);
    }

    /** What stands above it. */
    public String title() {
        return claim.id() + ": " + claim.title();
    }

    /** The first side or two, then the solution. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph(Text.plain(claim.statement())),
                new Block.Formula(claim.latex()), new Block.Paragraph(Text.plain("Verdict: " + ruling + "."))));
        List<Text> conditions = Stream.concat(claim.conditions().stream().map(Condition::sentence), claim.condition().stream())
                .map(Text::plain).toList();
        section(blocks, claim.verdict() == Verdict.FALSE ? "Of what it speaks, and what holds" : "When it holds", conditions);
        blocks.add(new Block.Heading(1, "Why"));
        blocks.add(new Block.Paragraph(Text.plain(claim.why())));
        section(blocks, "What does not follow", claim.verdict() == Verdict.FALSE ? List.of()
                : near().filter(other -> other.verdict() == Verdict.FALSE)
                .map(other -> Text.plain("\"" + other.statement() + "\" This is false (" + other.id() + ").")).toList());
        section(blocks, "What is true", claim.verdict() == Verdict.TRUE ? List.of()
                : near().filter(other -> other.verdict() == Verdict.TRUE && claim.restsOn().contains(other.id()))
                .map(other -> Text.plain(other.statement() + " (" + other.id() + ")")).toList());
        blocks.add(new Block.Heading(1, "Exercise"));
        blocks.addAll(exercise.question());
        blocks.add(new Block.NewPage());
        blocks.add(new Block.Heading(1, "Solution"));
        blocks.addAll(exercise.solution());
        blocks.add(new Block.Heading(1, "Check it"));
        blocks.add(new Block.Code(commands()));
        return blocks;
    }

    private List<String> commands() {
        boolean ofFiles = exercise.commands("").stream().anyMatch(command -> command.contains("--network"));
        return Stream.concat(ofFiles ? Stream.of("java -jar target/stillpoint.jar handout " + claim.id()
                + " --files . --out " + claim.id() + ".tex") : Stream.empty(), exercise.commands(claim.id()).stream()).toList();
    }

    private static void section(List<Block> blocks, String heading, List<Text> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Heading(1, heading));
            blocks.add(new Block.Items(items));
        }
    }

    /** The claims that rest on this one, and those that it rests on. */
    private Stream<Claim> near() {
        return others.stream().filter(other -> other.restsOn().contains(claim.id()) || claim.restsOn().contains(other.id()));
    }
}
