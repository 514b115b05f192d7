package org.stillpoint.check.verdict;

import java.util.List;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Scope;

/** A diagnosis in sentences for somebody who is about to change the program. */
public final class DiagnosisText {

    /** What comes before a mistake that is there beside a memory. */
    public static final String BESIDE_MEMORY = "And, in cases that were asked each in a fresh process:";

    private DiagnosisText() {
    }

    /** What the program does, a sentence for each mistake, with its layers. */
    public static List<String> says(Hypothesis hypothesis) {
        return hypothesis.made().stream().map(made -> made.mistake().says() + where(made.scope()) + ".").toList();
    }

    /** Only what is done in some of the layers needs to be told where. */
    private static String where(Scope scope) {
        return " (in " + scope.id() + ")";
    }

    /** What to change, a sentence for each mistake. */
    public static List<String> advice(Hypothesis hypothesis) {
        return hypothesis.made().stream().map(made -> made.mistake().advice() + ".").distinct().toList();
    }

    /** As in {@code explains 31 of 31 wrong cases}. */
    public static String explains(Explanation explanation) {
        return "explains " + explanation.explains() + " of " + explanation.of() + " wrong "
                + (explanation.of() == 1 ? "case" : "cases");
    }

    /** Other mistakes that give the same answers, by their names. */
    public static List<String> others(Explanation explanation) {
        return explanation.group().stream().skip(1).map(Hypothesis::toString).toList();
    }
}
