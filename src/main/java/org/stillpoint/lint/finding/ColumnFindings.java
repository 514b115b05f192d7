package org.stillpoint.lint.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.modelfile.tensor.Weights;

/** What is told of the weights with which a layer reads what comes in, where nothing is told of that itself. */
final class ColumnFindings {

    private record Column(Weights tensor, List<Integer> units) {
    }

    private ColumnFindings() {
    }

    /** @param told units of the strand of which something is told already */
    static List<Finding> of(Knowledge knowledge, Strand strand, List<Known> known, Set<Integer> told) {
        List<Finding> findings = new ArrayList<>();
        Set<Column> seen = new HashSet<>();
        for (Known each : known) {
            if (each.isOf(Spot.Use.READS) && !each.units().isEmpty() && !knowledge.isTold(each.spot().tensor())
                    && !told.containsAll(each.units())) {
                tell(strand, each).filter(finding -> seen.add(new Column(each.spot().tensor(), finding.units())))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> tell(Strand strand, Known known) {
        List<Integer> columns = known.fact().units().indices();
        Kind kind = known.fact().kind();
        String weights = "The " + Words.number(known.spot().sliceEntries()) + " weights with which it reads "
                + Words.ofEach(columns.size(), "input");
        return switch (kind) {
            case STAYS_ZERO -> Optional.of(Drafts.of(Rule.ZERO_INPUT, known.fact(), columns,
                    weights + " are zero, and no training moves them.", "To train on, start them at random. "
                            + takeAway(strand), Saving.NONE));
            case NEVER_CHANGES -> Optional.of(Drafts.of(Rule.ZERO_INPUT, known.fact(), columns,
                    weights + " never change in training: their gradient is zero in every step.",
                    "See what keeps it at zero: what comes in there, or the weights behind. " + takeAway(strand), Saving.NONE));
            case ZERO_BUT_MOVES -> Optional.of(Drafts.noted(Drafts.of(Rule.ZERO_INPUT, known.fact(), columns,
                    weights + " are zero: what comes in there has no effect now. Nothing that is known keeps "
                            + "training from moving them.",
                    takeAway(strand), Saving.NONE)));
            case STAY_EQUAL -> Optional.of(Drafts.of(Rule.EQUAL_INPUTS, known.fact(), columns,
                    Words.count(columns.size(), "input") + " are read with equal weights, and training keeps these equal: the "
                            + "layer depends on the sum of what comes in there.",
                    "Give them different weights, or feed their sum once.", Saving.NONE));
            case EQUAL_NOW -> Optional.of(Drafts.claiming("SYM-6", Drafts.of(Rule.EQUAL_INPUTS, known.fact(), columns,
                    Words.count(columns.size(), "input") + " are read with equal weights: the layer depends on the sum of what "
                            + "comes in there. Training keeps the weights equal only if what comes in is equal too, on all data.",
                    "If they are always equal, feed one of them.", Saving.NONE)));
            default -> Optional.empty();
        };
    }

    private static String takeAway(Strand strand) {
        return strand.isFed() ? "If the model is used as it is, nothing has to be fed there."
                : "Nothing is lost if it is not read there.";
    }
}
