package org.stillpoint.symmetry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Matrix;

/**
 * Features that agree on all data and have equal columns of weights. SYM-6, the true part: "columns k and l that start equal,
 * with their velocities, stay equal where features k and l agree on all data".
 */
final class EqualColumns implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        Matrix weights = situation.network().layers().get(0).weights();
        return situation.data().stream().flatMap(data -> classes(data, weights).filter(inputs -> inputs.size() > 1))
                .map(inputs -> Consequence.ofInputs("SYM-6", inputs,
                        "equal on every sample, with equal columns of weights: the columns stay equal for ever"));
    }

    private static Stream<List<Integer>> classes(DataSet data, Matrix weights) {
        Map<Feature, List<Integer>> classes = IntStream.range(0, data.inputWidth()).boxed().collect(Collectors.groupingBy(
                k -> new Feature(data.inputs().stream().map(input -> input.get(k)).toList(), weights.column(k).entries()),
                LinkedHashMap::new, Collectors.toList()));
        return classes.values().stream();
    }

    private record Feature(List<BigFraction> values, List<BigFraction> column) {
    }
}
