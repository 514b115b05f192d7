package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Matrix;

/**
 * A first matrix, below others, with the same number everywhere, not zero.
 *
 * <p>SYM-6 is false: "what stays equal is the rows: whole units, if their biases, outgoing weights and velocities start equal
 * too". Not named if all features agree on all data.
 */
final class EqualFirstMatrix implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        Matrix weights = situation.network().layers().get(0).weights();
        boolean applies = situation.hasHiddenLayer() && !weights.isZero() && weights.columns() > 1
                && weights.equals(Matrix.constant(weights.rowCount(), weights.columns(), weights.get(0, 0)))
                && situation.data().filter(EqualFirstMatrix::allFeaturesAgree).isEmpty();
        List<Integer> inputs = IntStream.range(0, weights.columns()).boxed().toList();
        return applies ? Stream.of(Consequence.ofInputs("SYM-6", inputs,
                "equal elements do not stay equal: columns part where their features differ and a unit has an error; "
                        + "rows of equal units do not")) : Stream.empty();
    }

    private static boolean allFeaturesAgree(DataSet data) {
        return data.inputs().stream().allMatch(input -> input.entries().stream().distinct().count() == 1);
    }
}
