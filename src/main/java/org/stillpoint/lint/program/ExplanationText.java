package org.stillpoint.lint.program;

import java.util.List;
import java.util.Optional;
import org.stillpoint.graph.certificate.Explanation;
import org.stillpoint.graph.certificate.Findings;

/** Explanations as people read them: the first steps, if they are many. */
final class ExplanationText {

    private static final int LINES = 12;

    private ExplanationText() {
    }

    static String of(Findings findings, Optional<Explanation> explanation) {
        return explanation.map(why -> {
            List<Explanation.Step> steps = why.steps();
            String words = findings.inWords(new Explanation(steps.subList(0, Math.min(LINES, steps.size()))));
            return steps.size() > LINES ? words + "and " + (steps.size() - LINES) + " more steps\n" : words;
        }).orElse("");
    }
}
