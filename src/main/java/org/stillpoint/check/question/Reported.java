package org.stillpoint.check.question;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * A number of an answer.
 *
 * @param value empty for what is no finite number, such as NaN
 * @param text as the program wrote it
 */
public record Reported(Optional<BigFraction> value, String text) {

    public static Reported of(BigFraction value, String text) {
        return new Reported(Optional.of(value), text);
    }

    public static Reported notFinite(String text) {
        return new Reported(Optional.empty(), text);
    }
}
