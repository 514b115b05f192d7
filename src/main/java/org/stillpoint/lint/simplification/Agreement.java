package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.lint.evaluation.Arrangement;
import org.stillpoint.lint.evaluation.Closeness;
import org.stillpoint.lint.evaluation.Evaluation;
import org.stillpoint.lint.evaluation.Evaluator;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.tensor.Tensor;

/**
 * That two networks gave the same outputs, fraction for fraction.
 *
 * @param runs with other random inputs each
 * @param closeness how close the outputs are to those of the model. Where they are not exact, another network was computed in
 *     either's place, with the same other functions and numbers in both
 */
public record Agreement(int runs, Closeness closeness) {

    private static final int SIZE = 64;
    private static final int PARTS = 16;

    /**
     * Runs both on random inputs.
     *
     * @return empty if they differ in an output
     * @throws org.stillpoint.domain.DomainException if one cannot be computed within the limits
     */
    public static Optional<Agreement> of(Network one, Network other, int runs, long seed, Limits limits) throws IOException {
        Random random = new Random(seed);
        Arrangement ofOne = Arrangement.of(one);
        Closeness closeness = Closeness.EXACT;
        for (int run = 0; run < runs; run++) {
            List<Tensor> inputs = one.inputs().stream().map(value -> Tensor.at(ofOne.of(value), place ->
                    new BigFraction(random.nextInt(2 * SIZE + 1) - SIZE, PARTS))).toList();
            Evaluation first = Evaluator.evaluate(one, ofOne, inputs, limits);
            Evaluation second = Evaluator.evaluate(other, inputs, limits);
            for (int i = 0; i < one.outputs().size(); i++) {
                Value value = one.outputs().get(i);
                if (one.outputs().size() != other.outputs().size() || !first.of(value).equals(second.of(other.outputs().get(i)))) {
                    return Optional.empty();
                }
                closeness = closeness.compareTo(first.closeness(value)) >= 0 ? closeness : first.closeness(value);
            }
        }
        return Optional.of(new Agreement(runs, closeness));
    }
}
