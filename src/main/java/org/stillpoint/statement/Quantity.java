package org.stillpoint.statement;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;

/**
 * A number.
 *
 * @param what what it measures, in words; empty if it is just itself
 */
public record Quantity(Optional<String> what, BigFraction value) {

    @Override
    public String toString() {
        String number = ExactNumber.write(value);
        return what.map(words -> words + " (" + number + ")").orElse(number);
    }
}
