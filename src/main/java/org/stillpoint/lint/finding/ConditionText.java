package org.stillpoint.lint.finding;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.lint.fact.Condition;

/** Conditions in words. */
final class ConditionText {

    private ConditionText() {
    }

    /** All of them in one phrase, in the order in which they are declared; empty if there are none. */
    static String of(Set<Condition> conditions) {
        return conditions.stream().sorted(Comparator.naturalOrder()).map(ConditionText::of).collect(Collectors.joining("; "));
    }

    private static String of(Condition condition) {
        return switch (condition) {
            case KAPPA_ZERO -> "the derivative of ReLU at 0 is 0, as frameworks take it";
            case NO_WEIGHT_DECAY -> "no weight decay";
            case FRESH_OPTIMISER -> "the optimiser starts without memory, or with the same for units that are equal";
            case BATCH_STATISTICS -> "batch norm uses mean and variance of the batch";
            case STORED_STATISTICS -> "batch norm uses the stored mean and variance";
            case COORDINATEWISE_OPTIMISER -> "the optimiser treats each parameter by itself, as SGD with momentum and Adam do";
            case DATA -> "only on the data that was given";
        };
    }
}
