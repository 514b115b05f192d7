package org.stillpoint.contract;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/** A finite list of numbers. */
public record Vec(List<BigFraction> entries) {

    /** A list of a length, empty if that is negative. */
    public static Vec of(int length, IntFunction<BigFraction> entry) {
        return Kept.once(new Vec(IntStream.range(0, length).mapToObj(i -> Kept.once(entry.apply(i))).toList()));
    }
}
