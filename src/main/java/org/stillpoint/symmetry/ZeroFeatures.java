package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Features that are zero on all data.
 *
 * <p>PART-9: "without weight decay and from velocity zero, if a feature is zero in every training input".
 */
final class ZeroFeatures implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        List<Integer> zero = situation.data().stream().flatMap(data -> IntStream.range(0, data.inputWidth())
                .filter(k -> data.inputs().stream().allMatch(input -> input.get(k).signum() == 0)).boxed()).toList();
        return zero.isEmpty() ? Stream.empty() : Stream.of(Consequence.ofInputs("PART-9", zero,
                "zero on every sample: without weight decay their columns of weights never change"));
    }
}
