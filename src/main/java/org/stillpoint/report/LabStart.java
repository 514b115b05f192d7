package org.stillpoint.report;

import java.util.List;
import java.util.Optional;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.Condition;
import org.stillpoint.generation.Start;

/** The start that the conditions of a claim describe, in a small network on the data of exclusive or. */
final class LabStart {

    private static final String SHAPE = "2,2,1";
    private static final String DATA = "xor";
    private static final String ALL_FOUR = "4";

    private LabStart() {
    }

    /** Where the lab opens at such a start, empty if the claim asks for none that has a name. */
    static Optional<LabLink> of(Claim claim) {
        return start(claim.conditions()).map(start -> withConditions(LabLink.start(SHAPE, start, DATA), claim.conditions()));
    }

    private static Optional<Start> start(List<Condition> conditions) {
        if (conditions.contains(Condition.ONE_LAYER)) {
            return Optional.empty();
        }
        if (conditions.contains(Condition.WEIGHTS_ZERO)) {
            return Optional.of(conditions.contains(Condition.HIDDEN_BIASES_ZERO) ? Start.ZEROS : Start.BIASES);
        }
        if (conditions.contains(Condition.FIRST_LAYER_WEIGHTS_ZERO)) {
            return Optional.of(Start.ZERO_FIRST);
        }
        if (conditions.contains(Condition.LAST_LAYER_WEIGHTS_ZERO)) {
            return Optional.of(Start.ZERO_LAST);
        }
        if (conditions.contains(Condition.ALL_UNITS_EQUAL)) {
            return Optional.of(Start.EQUAL);
        }
        return conditions.contains(Condition.EQUAL_UNITS) ? Optional.of(Start.TWINS) : Optional.empty();
    }

    private static LabLink withConditions(LabLink start, List<Condition> conditions) {
        LabLink link = start;
        if (conditions.contains(Condition.NO_BIASES) || conditions.contains(Condition.NO_OUTPUT_BIAS)) {
            link = link.and("bias", "false");
        }
        if (conditions.contains(Condition.HIDDEN_ACTIVATIONS_LINEAR)) {
            link = link.and("activation", "identity");
        }
        if (conditions.contains(Condition.HIDDEN_ACTIVATIONS_NOT_ZERO_AT_ZERO)) {
            link = link.and("activation", "rational-sigmoid");
        }
        return conditions.contains(Condition.BALANCED_BATCHES) ? link.and("batch", ALL_FOUR) : link;
    }
}
