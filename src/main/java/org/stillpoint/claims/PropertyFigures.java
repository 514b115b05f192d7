package org.stillpoint.claims;

import java.math.BigDecimal;
import java.util.Optional;
import org.stillpoint.claims.EvidenceRecord.Kind;

/**
 * The tries of a property.
 *
 * @param checks the tries that its assumptions let through
 * @param reached the tries that reached its final assertion: a property that returns before it, or tries little, shows little
 * @param floor how many of these it asks for, if not {@value #ENOUGH}
 * @param slowest the longest time that a try took, in seconds
 */
public record PropertyFigures(int tries, int checks, int reached, Optional<Floor> floor, BigDecimal slowest,
                              String seed) implements Figures {

    /** How many tries have to reach the final assertion of a property that does not say why fewer are enough. */
    public static final int ENOUGH = 200;

    @Override
    public Kind kind() {
        return Kind.PROPERTY;
    }

    /** How many tries have to reach the final assertion, and why fewer are enough. */
    public record Floor(int tries, String because) {
    }

    /** What is missing of the tries, empty if nothing is. */
    Optional<String> shortfall() {
        int least = floor.map(Floor::tries).orElse(ENOUGH);
        if (least < 1 || least < ENOUGH && floor.map(Floor::because).orElse("").isBlank()) {
            return Optional.of("asks for " + least + " tries that reach its final assertion and does not say why, expected "
                    + ENOUGH);
        }
        return reached >= least ? Optional.empty()
                : Optional.of("reached its final assertion in " + reached + " tries, expected at least " + least);
    }
}
