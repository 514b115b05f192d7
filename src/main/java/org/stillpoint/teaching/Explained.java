package org.stillpoint.teaching;

import java.util.List;
import java.util.Optional;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.Verdict;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Text;

/** A claim of which no small calculation tells the whole: explain it. */
record Explained(Claim claim) implements Exercise {

    @Override
    public List<Block> question() {
        String what = switch (claim.verdict()) {
            case TRUE -> "Explain in your own words why this holds. Which of its conditions does your reason use, and where?";
            case FALSE -> "Explain in your own words why this is false.";
            case CONDITIONAL -> "Explain in your own words when this holds, and when not.";
        };
        return List.of(Block.says(what));
    }

    @Override
    public List<Block> solution() {
        return List.of(new Block.Paragraph(Text.plain((claim.verdict() == Verdict.TRUE ? "A reason: " : "") + claim.why())));
    }

    @Override
    public Optional<Given> given() {
        return Optional.empty();
    }

    @Override
    public List<String> commands(String files) {
        return List.of("java -jar target/stillpoint.jar claims " + claim.id());
    }
}
