package org.stillpoint.lint.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stillpoint.lint.evaluation.Closeness;
import org.stillpoint.lint.finding.Words;
import org.stillpoint.lint.simplification.Agreement;
import org.stillpoint.lint.simplification.Obstacle;
import org.stillpoint.lint.simplification.Removal;
import org.stillpoint.lint.simplification.onnx.Written;

/** What was taken away from a model, and what says that the smaller one computes the same, in words. */
public final class SimplificationText {

    private static final int UNITS = 8;

    private SimplificationText() {
    }

    /** Some lines, each with its end. */
    public static String of(String out, Written written) {
        List<Removal> removals = written.simplification().removals();
        StringBuilder text = new StringBuilder(SafeText.of(out) + ": " + (removals.isEmpty()
                ? "the same model, nothing could be taken away"
                : Words.count(removals.size(), "unit") + " taken away, " + LintText.saves(written.simplification().saves())
                        + " less")
                + "\n");
        Map<String, List<Removal>> alike = removals.stream()
                .collect(Collectors.groupingBy(each -> SafeText.of(each.tensor()) + ": " + reason(each), TreeMap::new,
                        Collectors.toList()));
        alike.forEach((what, these) -> text.append("  ").append(what).append(these.size() == 1 ? ": unit " : ": units ")
                .append(Words.first(these.stream().map(Removal::unit).sorted().toList(), UNITS)).append('\n'));
        if (!removals.isEmpty()) {
            text.append("  ").append(rounding(removals)).append('\n').append("  ").append(compared(written)).append('\n');
        }
        obstacles(text, written.simplification().obstacles());
        return text.toString();
    }

    private static String reason(Removal removal) {
        return switch (removal.reason()) {
            case UNREAD -> "multiplied by zero wherever they go";
            case CONSTANT -> "constants, which went into the biases behind";
            case TWIN -> "equal to others, whose outgoing weights became the sums";
        };
    }

    private static String rounding(List<Removal> removals) {
        long rounded = removals.stream().filter(removal -> !removal.exact()).count();
        return rounded == 0 ? "every number that changed is stored as it is: both files are the same function"
                : "for " + Words.count(rounded, "unit") + " numbers that came of it were rounded to the nearest of their type: "
                + "both files are the same function but for that";
    }

    private static String compared(Written written) {
        if (written.agreement().isEmpty()) {
            return "the file was read again and has the layers and numbers that it is to have; outputs were not compared: "
                    + written.notComputed().orElse("");
        }
        Agreement agreement = written.agreement().orElseThrow();
        return "read again, and outputs compared on " + Words.count(agreement.runs(), "random input") + ": "
                + (agreement.isExact() ? "equal, fraction for fraction" : "apart by that rounding")
                + (agreement.closeness() == Closeness.EXACT ? "" : ", with rational functions in place of those that are not");
    }

    private static void obstacles(StringBuilder text, List<Obstacle> obstacles) {
        obstacles.stream().collect(Collectors.groupingBy(Obstacle::why, TreeMap::new, Collectors.counting()))
                .forEach((why, count) ->
                text.append("  left: ").append(Words.count(count, "unit")).append(": ").append(SafeText.of(why)).append('\n'));
    }
}
