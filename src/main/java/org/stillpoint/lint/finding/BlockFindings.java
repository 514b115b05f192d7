package org.stillpoint.lint.finding;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.fact.Place;
import org.stillpoint.modelfile.tensor.Dimensions;

/** What is told of tensors as a whole: they never move, or are zeros that do no harm. */
final class BlockFindings {

    private BlockFindings() {
    }

    static List<Finding> of(Knowledge knowledge) {
        List<Finding> findings = new ArrayList<>();
        knowledge.still().values().forEach(known -> findings.add(still(known)));
        knowledge.moving().forEach((tensor, known) -> {
            if (!knowledge.still().containsKey(tensor)) {
                findings.add(harmless(known, List.of()));
            }
        });
        return findings;
    }

    private static Finding still(Known known) {
        String all = entries(known.spot().tensor().dimensions());
        boolean isZero = known.fact().kind() == Kind.STAYS_ZERO;
        String says = isZero ? isOne(known) ? "Its one number is zero, and no training moves it."
                : "All " + all + " are zero, and no training moves them."
                : "None of its " + all + " ever changes in training: the gradient is zero in every step.";
        return Drafts.of(Rule.ZERO_BLOCK, known.fact(), List.of(), says, advice(known, isZero), Saving.NONE);
    }

    private static String advice(Known known, boolean isZero) {
        if (known.fact().place() == Place.BIAS) {
            return "Start the weights around it at random; the biases may then stay at zero.";
        }
        return isZero ? "Start these weights at random: nothing else lets the layer learn."
                : "Start the zeros before and behind it at random: this tensor itself may stay.";
    }

    /** Zeros that move. */
    static Finding harmless(Known known, List<Integer> units) {
        Dimensions dimensions = known.spot().tensor().dimensions();
        String which = units.isEmpty() ? isOne(known) ? "Its one number is zero. " : "All " + entries(dimensions) + " are zero. "
                : Words.number(units.size()) + " of " + Words.number(dimensions.size(known.spot().axis()))
                + (dimensions.axes() > 1 ? " " + known.strand().noun(2) + " have zero weights. " : " entries are zero. ");
        return Drafts.claiming(HarmlessText.claim(known.fact().place()), Drafts.of(Rule.HARMLESS_ZERO, known.fact(), units,
                which + HarmlessText.why(known.fact().place()), "Nothing.", Saving.NONE));
    }

    private static String entries(Dimensions dimensions) {
        return Words.count(dimensions.entries(), "number") + (dimensions.axes() > 1 ? " (" + dimensions + ")" : "");
    }

    private static boolean isOne(Known known) {
        return known.spot().tensor().dimensions().entries() == 1;
    }
}
