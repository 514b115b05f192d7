package org.stillpoint.symmetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;

/**
 * Units of equal incoming weights and biases, but different outgoing weights.
 *
 * <p>SYM-10 is false: "they part in the first step on an input other than 0 that activates them, at a rate other than 0, if the
 * difference of their outgoing weights meets an error". "Units whose pre-activation is negative on all data do keep equal
 * incoming weights".
 */
final class PartingUnits implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        return IntStream.range(0, situation.hidden().size()).boxed().flatMap(l -> equalBelow(situation.hidden().get(l)).stream()
                .filter(units -> differAbove(situation.network().layers().get(l + 1), units))
                .map(units -> Consequence.ofUnits("SYM-10", l + 1, units, says(situation, l, units.get(0)))));
    }

    private static List<List<Integer>> equalBelow(Layer layer) {
        Map<List<Object>, List<Integer>> units = new LinkedHashMap<>();
        for (int j = 0; j < layer.units(); j++) {
            int unit = j;
            units.computeIfAbsent(List.of(layer.weights().row(j), layer.bias().map(b -> b.get(unit))), key -> new ArrayList<>())
                    .add(j);
        }
        return List.copyOf(units.values());
    }

    private static boolean differAbove(Layer above, List<Integer> units) {
        return units.stream().map(above.weights()::column).distinct().count() > 1;
    }

    private static String says(Situation situation, int l, int unit) {
        boolean inactive = situation.hidden().get(l).activation() == Activation.RELU
                && situation.observed().get(l).get(unit).isNeverActive();
        return inactive
                ? "equal incoming weights, inactive " + situation.everywhere()
                + ": with ReLU'(0) = 0 they stay equal while that is so"
                : "equal incoming, different outgoing weights: they part in the first step on an input that activates them, if "
                        + "the difference meets an error";
    }
}
