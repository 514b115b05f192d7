package org.stillpoint.optimiser;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Stacks;

/** A rule that moves each parameter on its own, by the same function of its value, its gradient and its memory. */
public interface Coordinatewise extends Optimiser {

    /** @param step which one it is, from 1 */
    <T> Move<T> move(Arithmetic<T> in, int step);

    @Override
    default OptimiserState step(OptimiserState state, Parameters gradient) {
        Parameters shape = state.parameters();
        List<Parameters> after = IntStream.rangeClosed(0, memories()).mapToObj(i ->
                Parameters.of(Stacks.zeros(shape.weights), Matrices.zeros(shape.biases))).toList();
        Move<BigFraction> move = move(new ExactArithmetic(), state.steps() + 1);
        for (int l = 0; l < shape.weights.length; l++) {
            int layer = l;
            for (int j = 0; j < shape.weights[l].length; j++) {
                int unit = j;
                moveRow(move, shape.weights[l][j], state.memory().stream().map(m -> m.weights[layer][unit]).toList(),
                        gradient.weights[l][j],
                        after.stream().map(p -> p.weights[layer][unit]).toList(), true);
            }
            moveRow(move, shape.biases[l], state.memory().stream().map(m -> m.biases[layer]).toList(), gradient.biases[l],
                    after.stream().map(p -> p.biases[layer]).toList(), false);
        }
        return new OptimiserState(after.get(0), after.subList(1, after.size()), state.steps() + 1);
    }

    /** Fills the rows after the step: the values, then the memories. */
    private static void moveRow(Move<BigFraction> move, BigFraction[] values, List<BigFraction[]> memory, BigFraction[] gradient,
                                List<BigFraction[]> after, boolean weight) {
        for (int k = 0; k < values.length; k++) {
            int entry = k;
            Coordinate<BigFraction> moved = move.after(
                    new Coordinate<>(values[k], memory.stream().map(row -> row[entry]).toList()), gradient[k], weight);
            after.get(0)[k] = moved.value();
            for (int i = 1; i < after.size(); i++) {
                after.get(i)[k] = moved.memory(i - 1);
            }
        }
    }
}
