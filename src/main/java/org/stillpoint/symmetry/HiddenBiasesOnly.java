package org.stillpoint.symmetry;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Vector;

/**
 * All weights are zero, but not the hidden biases.
 *
 * <p>PART-7: "zero weights and one small positive number for all hidden biases". PART-6, for one hidden layer of ReLU: "positive
 * biases that differ separate the units in proportion to themselves, without momentum and decay and on a single sample other than
 * 0 whose error is not 0 in the first two steps, at a rate other than 0. If all hidden biases are negative, no weight and no
 * hidden bias ever moves. Nor does any, whatever the hidden biases, under full balanced batches".
 */
final class HiddenBiasesOnly implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        boolean applies = situation.hasHiddenLayer() && situation.weightsAreZero()
                && situation.hidden().stream().allMatch(layer -> layer.bias().isPresent());
        if (!applies) {
            return Stream.empty();
        }
        Set<BigFraction> biases = situation.hidden().stream().flatMap(layer -> layer.bias().orElseThrow().entries().stream())
                .collect(Collectors.toSet());
        if (biases.size() == 1 && biases.iterator().next().signum() > 0) {
            return IntStream.range(0, situation.hidden().size()).mapToObj(l -> Consequence.ofUnits("PART-7", l + 1,
                    situation.unitsOf(l, unit -> true),
                    "one positive number for all hidden biases lets the weights move, where the errors "
                            + "of a batch do not cancel, but these units stay equal to each other for ever"));
        }
        Layer hidden = situation.hidden().get(0);
        return situation.hasOneHiddenLayer() && hidden.activation() == Activation.RELU
                ? ofDifferent(situation, hidden.bias().orElseThrow()) : Stream.empty();
    }

    private static Stream<Consequence> ofDifferent(Situation situation, Vector bias) {
        List<Integer> positive = situation.unitsOf(0, j -> bias.get(j).signum() > 0);
        List<Integer> negative = situation.unitsOf(0, j -> bias.get(j).signum() < 0);
        if (negative.size() == bias.size()) {
            return Stream.of(Consequence.ofUnits("PART-6", 1, negative,
                    "all hidden biases are negative, so that no weight and no hidden bias ever moves"));
        }
        return positive.isEmpty() ? Stream.empty() : Stream.of(Consequence.ofUnits("PART-6", 1, positive,
                "their positive biases let the weights move and part units of different biases, where a sample has an error in "
                        + "the first two steps and the errors of a batch do not cancel"));
    }
}
