package org.stillpoint.check.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;

/** How twins part, in lines for a reader. */
public final class DriftText {

    private static final MathContext TWO_DIGITS = new MathContext(2);

    private DriftText() {
    }

    /** A heading and a line for each training; nothing if none was followed. */
    public static List<String> lines(List<Drift> drifts) {
        List<String> lines = new ArrayList<>();
        if (!drifts.isEmpty()) {
            lines.add(heading(drifts));
            drifts.forEach(drift -> lines.add("  " + line(drift)));
        }
        return lines;
    }

    private static String heading(List<Drift> drifts) {
        long parted = drifts.stream().filter(Drift::part).count();
        return "Hidden units that start equal stay equal in exact arithmetic (SYM-2). In this program's own training they "
                + (parted == 0 ? "stayed equal too:"
                : "part in " + parted + " of " + drifts.size() + " trainings, as rounding depends on the order of a sum "
                        + "(SYM-14); that is no mistake:");
    }

    private static String line(Drift drift) {
        String where = shape(drift.widths()) + ", batches of " + drift.batch() + ": ";
        if (!drift.part()) {
            return where + "equal after " + count(drift.steps());
        }
        Drift.Gap last = drift.gaps().get(drift.gaps().size() - 1);
        return where + "differ from step " + drift.first().get() + " on; gap " + rounded(last.size()) + " after "
                + count(last.steps())
                + (drift.exact().steps() == 0 ? "" : ", and " + rounded(drift.exact().size()) + " in the exact run of "
                        + count(drift.exact().steps()));
    }

    private static String count(int steps) {
        return steps + (steps == 1 ? " step" : " steps");
    }

    /** As in {@code 2-33-1}. */
    public static String shape(List<Integer> widths) {
        return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /** Two digits, such as {@code 2.7e-8}. */
    public static String rounded(BigFraction size) {
        return ExactNumber.write(new BigDecimal(size.getNumerator()).divide(new BigDecimal(size.getDenominator()), TWO_DIGITS));
    }
}
