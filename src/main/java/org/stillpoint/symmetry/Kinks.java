package org.stillpoint.symmetry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;

/**
 * Units that an error can reach, with a pre-activation exactly at a kink.
 *
 * <p>PART-3, for ReLU, is false: the derivative at 0 "decides between stuck and moving if the weights and biases of a single
 * hidden layer of ReLU start at zero and the output weights do not". LAW-2, for the other activations: "at a kink of a unit it
 * can return a number that is no subgradient".
 */
final class Kinks implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        return IntStream.range(0, situation.hidden().size()).boxed().flatMap(l -> ofLayer(situation, l));
    }

    private static Stream<Consequence> ofLayer(Situation situation, int l) {
        Layer above = situation.network().layers().get(l + 1);
        List<Observed> observed = situation.observed().get(l);
        List<Integer> reached = situation.unitsOf(l, j -> observed.get(j).atKink() > 0 && observed.get(j).undecided() == 0
                && !above.weights().column(j).isZero());
        Map<Boolean, List<Integer>> byAlways = reached.stream()
                .collect(Collectors.partitioningBy(j -> observed.get(j).isAlwaysAtKink()));
        return Stream.of(true, false).map(byAlways::get).filter(units -> !units.isEmpty())
                .map(units -> ofUnits(situation, l, units));
    }

    private static Consequence ofUnits(Situation situation, int l, List<Integer> units) {
        Activation activation = situation.hidden().get(l).activation();
        String where = where(situation, units.stream().map(situation.observed().get(l)::get).toList());
        return activation == Activation.RELU
                ? Consequence.ofUnits("PART-3", l + 1, units, "pre-activation exactly 0 " + where
                        + ": an error gets through there only if ReLU'(0) is not 0")
                : Consequence.ofUnits("LAW-2", l + 1, units, "pre-activation exactly at a kink of " + activation.id() + " "
                        + where + ": the derivative there is a convention, and the gradient need not be a subgradient");
    }

    private static String where(Situation situation, List<Observed> units) {
        if (units.get(0).isAlwaysAtKink()) {
            return situation.everywhere();
        }
        int most = units.stream().mapToInt(Observed::atKink).max().orElseThrow();
        return (units.size() == 1 ? "on " : "on up to ") + most + " of " + units.get(0).inputs() + " samples";
    }
}
