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

    public static ObjectNode write(Replay replay) {
        ObjectNode value = Json.object();
        value.put("claim", replay.counterexample().claim());
        value.put("reproduced", replay.reproduced());
        value.set("differs", DifferenceFormat.write(replay.differs()));
        return value;
    }

    /** Lines for people. */
    public static String text(Replay replay) {
        StringBuilder text = new StringBuilder();
        Counterexample counterexample = replay.counterexample();
        text.append(counterexample.claim()).append(": ").append(counterexample.contradicts()).append('\n');
        if (replay.reproduced()) {
            text.append(summary(counterexample)).append("reproduced: every number of the file was computed again\n");
        } else {
            text.append(DifferenceFormat.text(replay.differs())).append("not reproduced: ").append(replay.differs().size()).append(" differences\n");
        }
        return text.toString();
    }

    /** What a counterexample shows: its claim aside, premises and conclusions, one a line. */
    public static String summary(Counterexample counterexample) {
        StringBuilder text = new StringBuilder();
        Run run = counterexample.run();
        counterexample.statement().premises(run).forEach(premise -> text.append("  given  ").append(premise).append('\n'));
        counterexample.statement().conclusions(run).forEach(conclusion -> text.append("  shows  ").append(conclusion).append('\n'));
        if (counterexample.statement() instanceof FalsifiedProperty falsified) {
            text.append("  failed ").append(falsified.property()).append(": ").append(falsified.message()).append('\n')
                    .append("  (the property runs in the build; here its input was trained again)\n");
        }
        return text.toString();
    }
}
