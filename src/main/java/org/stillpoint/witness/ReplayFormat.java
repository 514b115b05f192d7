package org.stillpoint.witness;

import org.stillpoint.format.DifferenceFormat;
import org.stillpoint.format.Json;
import org.stillpoint.statement.FalsifiedProperty;
import org.stillpoint.statement.Run;
import tools.jackson.databind.node.ObjectNode;

/** The result of a replay as JSON and as text. */
public final class ReplayFormat {

    private ReplayFormat() {
    }

    /** An example has the claim null, and says beside it of which cell it is. */
    public static ObjectNode write(Replay replay) {
        ObjectNode value = Json.object();
        value.put("claim", replay.witness() instanceof Counterexample counterexample ? counterexample.claim() : null);
        if (replay.witness() instanceof Example example) {
            value.put("example", example.cell());
        }
        value.put("reproduced", replay.reproduced());
        value.set("differs", DifferenceFormat.write(replay.differs()));
        return value;
    }

    /** Lines for people. */
    public static String text(Replay replay) {
        StringBuilder text = new StringBuilder();
        text.append(title(replay.witness())).append('\n');
        if (replay.reproduced()) {
            text.append(summary(replay.witness())).append("reproduced: every number of the file was computed again\n");
        } else {
            int count = replay.differs().size();
            text.append(DifferenceFormat.text(replay.differs()))
                    .append("not reproduced: ").append(count).append(count == 1 ? " difference\n" : " differences\n");
        }
        return text.toString();
    }

    private static String title(Witness witness) {
        if (witness instanceof Example example) {
            return "example of a cell, " + example.cell() + ": " + example.shows();
        }
        Counterexample counterexample = (Counterexample) witness;
        return counterexample.claim() + ": " + counterexample.contradicts();
    }

    /** What a witness shows, one fact a line. */
    public static String summary(Witness witness) {
        StringBuilder text = new StringBuilder();
        Run run = witness.run();
        witness.statement().requires(run).forEach(fact -> text.append("  given  ").append(fact).append('\n'));
        witness.statement().shows(run).forEach(fact -> text.append("  shows  ").append(fact).append('\n'));
        if (witness.statement() instanceof FalsifiedProperty falsified) {
            text.append("  failed ").append(falsified.property()).append(": ").append(falsified.message()).append('\n')
                    .append("  (the property runs in the build; here its input was trained again)\n");
        }
        return text.toString();
    }
}
