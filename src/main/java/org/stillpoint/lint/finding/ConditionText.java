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
            case BOUNDS_ZERO -> "the derivative of a clip at its bound 0 is 0, as that of ReLU6 is, unlike that of torch.clamp";
            case LOSS_OF_OUTPUTS -> "the loss depends on nothing but the outputs of the model";
            case FINITE -> "all numbers stay finite";
            case TIED -> "tensors that the file has once are trained as one, though several layers use them";
            case NO_WEIGHT_DECAY -> "no weight decay";
            case FRESH_OPTIMISER -> "the optimiser starts without memory";
            case BATCH_STATISTICS -> "batch norm uses mean and variance of the batch";
            case STORED_STATISTICS -> "batch norm uses the stored mean and variance";
            case COORDINATEWISE_OPTIMISER -> "the optimiser treats each parameter by itself and alike, without noise, as SGD "
                    + "with momentum and Adam do";
        };
    }
}
