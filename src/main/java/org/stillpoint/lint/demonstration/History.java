package org.stillpoint.lint.demonstration;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Units;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Tensor;

/**
 * What the tensors held, at the start and after each step.
 *
 * @param states of each of these, all tensors
 */
record History(List<Map<Weights, Tensor>> states) {

    /** Whether what is said of weights for ever was so at the start and after each step. */
    boolean holds(Fact fact) {
        Units units = fact.units();
        return switch (fact.kind()) {
            case STAYS_ZERO -> states.stream().allMatch(state -> units.indices().stream()
                    .allMatch(index -> isZero(slice(state.get(units.tensor()), units.axis(), index))));
            case NEVER_CHANGES -> units.indices().stream().noneMatch(index -> moved(units, index));
            case STAY_EQUAL -> states.stream().allMatch(state -> units.indices().stream()
                    .map(index -> slice(state.get(units.tensor()), units.axis(), index)).distinct().count() == 1);
            default -> throw new IllegalArgumentException(fact.kind() + " is not about training");
        };
    }

    /** Whether any of the weights of these units moved. */
    boolean moved(Units units) {
        return units.indices().stream().anyMatch(index -> moved(units, index));
    }

    private boolean moved(Units units, int index) {
        return states.stream().map(state -> slice(state.get(units.tensor()), units.axis(), index)).distinct().count() > 1;
    }

    /** How many of the entries at these places of a tensor moved. */
    long moved(Weights weights, IntPredicate places) {
        Tensor start = states.get(0).get(weights);
        return IntStream.range(0, start.shape().entries()).filter(places)
                .filter(place -> states.stream().anyMatch(state -> !state.get(weights).entry(place).equals(start.entry(place))))
                .count();
    }

    private static boolean isZero(List<BigFraction> entries) {
        return entries.stream().allMatch(entry -> entry.signum() == 0);
    }

    private static List<BigFraction> slice(Tensor tensor, int axis, int index) {
        return IntStream.range(0, tensor.shape().entries()).filter(place -> tensor.shape().index(place)[axis] == index)
                .mapToObj(tensor::entry).toList();
    }
}
