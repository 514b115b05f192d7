package org.stillpoint.search;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * What one candidate, or a few, are made of.
 *
 * @param numbers not zero
 * @param labels one a sample, each 1 or -1
 */
record Draw(List<BigFraction> numbers, List<BigFraction> labels) {

    Draw {
        numbers = List.copyOf(numbers);
        labels = List.copyOf(labels);
    }
}
