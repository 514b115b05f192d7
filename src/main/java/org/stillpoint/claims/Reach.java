package org.stillpoint.claims;

import java.util.Optional;
import org.stillpoint.claims.EvidenceRecord.Kind;

/** How many tries of a property came as far as its final assertion: a property that returns before it, or tries little, shows little. */
public final class Reach {

    /** The key of the detail of a property that holds the number of tries that reached its final assertion. */
    public static final String REACHED = "reached";

    /** The key of the detail that holds how many it has to be, if not {@value #ENOUGH}. */
    public static final String FLOOR = "floor";

    /** The key of the detail that says why fewer are enough. */
    public static final String BECAUSE = "fewer because";

    /** How many tries have to reach the final assertion of a property that does not say why fewer are enough. */
    public static final int ENOUGH = 200;

    private Reach() {
    }

    /** What is missing of the tries of a property, empty if nothing is or the record is of no property. */
    static Optional<String> shortfall(EvidenceRecord record) {
        if (record.kind() != Kind.PROPERTY) {
            return Optional.empty();
        }
        int floor = number(record, FLOOR, ENOUGH);
        int reached = number(record, REACHED, 0);
        if (floor < 1 || floor < ENOUGH && record.detail().getOrDefault(BECAUSE, "").isBlank()) {
            return Optional.of(EvidenceName.of(record) + " asks for " + floor + " tries that reach its final assertion and does not say why, expected "
                    + ENOUGH);
        }
        return reached >= floor ? Optional.empty() : Optional.of(EvidenceName.of(record) + " reached its final assertion in " + reached
                + " tries, expected at least " + floor);
    }

    private static int number(EvidenceRecord record, String key, int otherwise) {
        String text = record.detail().getOrDefault(key, "");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
