package org.stillpoint.search;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.witness.Counterexample;

/** Where the numbers and labels of candidates come from: every draw of a size in order, or some at random. */
@FunctionalInterface
interface Draws {

    /**
     * Draws for a size.
     *
     * @param numbers how many numbers a draw has
     * @param balanced whether there are as many labels 1 as -1; no draws then for an odd number of samples
     */
    Stream<Draw> of(Size size, int numbers, boolean balanced);

    /** The candidates made of the numbers and any labels. */
    default Stream<Counterexample> anyLabels(Size size, int numbers,
                                             BiFunction<List<BigFraction>, List<BigFraction>, Stream<Counterexample>> candidates) {
        return of(size, numbers, false).flatMap(draw -> candidates.apply(draw.numbers(), draw.labels()));
    }

    /** The candidates made of the numbers and as many labels 1 as -1. */
    default Stream<Counterexample> balancedLabels(Size size, int numbers,
                                                  BiFunction<List<BigFraction>, List<BigFraction>, Stream<Counterexample>> candidates) {
        return of(size, numbers, true).flatMap(draw -> candidates.apply(draw.numbers(), draw.labels()));
    }
}
