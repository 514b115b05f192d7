package org.stillpoint.check.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.stillpoint.format.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A verdict as {@code results.json} of an autograder of Gradescope: a test for each claim, worth the share of its cases that are
 * right, and one with the verdict in words, worth nothing. A program that remembers what it was asked before has no points.
 */
public final class Gradescope {

    private static final String VISIBLE = "visible";
    private static final BigDecimal EACH = BigDecimal.TEN;

    private Gradescope() {
    }

    public static ObjectNode write(Verdict verdict) {
        ObjectNode value = Json.object();
        ArrayNode tests = Json.array();
        BigDecimal total = BigDecimal.ZERO;
        for (LawCount law : verdict.laws()) {
            BigDecimal score = score(verdict, law);
            total = total.add(score);
            tests.addObject().put("name", law.claim()).put("score", score).put("max_score", EACH)
                    .put("status", law.wrong() == 0 && verdict.memory().isEmpty() ? "passed" : "failed")
                    .put("output", law.cases() - law.wrong() + " of " + CaseText.counted(law.cases(), "case") + " right")
                    .put("visibility", VISIBLE);
        }
        value.put("score", total).put("output", verdict.ability().name() + ": " + VerdictText.headline(verdict))
                .put("output_format", "text").put("visibility", VISIBLE);
        tests.addObject().put("name", "verdict").put("status", verdict.isRight() ? "passed" : "failed")
                .put("output", VerdictText.of(verdict, "stillpoint check --html FILE shows it step by step."))
                .put("output_format", "text").put("visibility", VISIBLE);
        value.set("tests", tests);
        return value;
    }

    /** Rounded down, so that only what is all right has all points; a program that remembers has none that can be relied on. */
    private static BigDecimal score(Verdict verdict, LawCount law) {
        if (law.cases() == 0 || verdict.memory().isPresent()) {
            return BigDecimal.ZERO;
        }
        return EACH.multiply(BigDecimal.valueOf(law.cases() - law.wrong()))
                .divide(BigDecimal.valueOf(law.cases()), 2, RoundingMode.DOWN);
    }
}
