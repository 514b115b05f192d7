package org.stillpoint.lint.report;

import java.util.List;
import org.stillpoint.lint.demonstration.Demonstration;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.finding.Words;

/** What an exact training showed, in words. */
public final class DemonstrationText {

    private static final int NAMES = 3;

    private DemonstrationText() {
    }

    /** Some lines, each with its end. */
    public static String of(String file, Demonstration shown) {
        StringBuilder text = new StringBuilder(SafeText.of(file) + ": trained exactly for " + Words.count(shown.steps(), "step")
                + ", on " + Demonstration.SAMPLES + " random samples each, with rate 1/4 and momentum 1/2\n");
        line(text, shown.held(), "held: what is said of ");
        line(text, shown.failed(), "DID NOT HOLD, which is a mistake of this program: what is said of ");
        line(text, shown.moved(), "moved, as said: zeros of ");
        line(text, shown.still(), "did not move on this data: zeros of ");
        if (shown.others() > 0) {
            text.append("  of ").append(Words.count(shown.others(), "weight")).append(" that may move, ")
                    .append(Words.number(shown.othersMoved())).append(" moved\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<Fact> facts, String what) {
        if (!facts.isEmpty()) {
            List<String> tensors = facts.stream().map(fact -> SafeText.of(fact.units().tensor().name())).distinct().toList();
            text.append("  ").append(what).append(Words.first(tensors, NAMES)).append('\n');
        }
    }
}
