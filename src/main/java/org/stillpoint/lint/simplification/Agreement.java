package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.lint.evaluation.Arrangement;
import org.stillpoint.lint.evaluation.Closeness;
import org.stillpoint.lint.evaluation.Drawing;
import org.stillpoint.lint.evaluation.Evaluation;
import org.stillpoint.lint.evaluation.Evaluator;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * How far the outputs of two networks are apart on random inputs, and what goes into layers of them that are not understood.
 *
 * @param runs with other inputs each
 * @param closeness how close the outputs are to those of the model. Where they are not exact, another network was computed in
 *     either's place, with the same other functions and numbers in both
 * @param difference the largest between two numbers at the same place
 * @param size the largest of these numbers
 */
public record Agreement(int runs, Closeness closeness, BigFraction difference, BigFraction size) {

    private static final int SIZE = 64;
    private static final int PARTS = 16;

    /** Whether all outputs were equal, fraction for fraction. */
    public boolean isExact() {
        return difference.signum() == 0;
    }

    /** Whether no number was further from the other one than that part of the largest. */
    public boolean isWithin(BigFraction part) {
        return difference.compareTo(size.multiply(part)) <= 0;
    }

    /**
     * Runs both on random inputs.
     *
     * @param shapes of the inputs, samples first; if there are none, some are looked for that fit
     * @param drawing how numbers are drawn for what is not understood: fixed ones, if the networks may differ a little before
     * @throws DomainException if one cannot be computed within the limits, or the outputs are of different shapes
     */
    public static Agreement of(Network one, Network other, List<Shape> shapes, int runs, long seed, Limits limits,
                               Drawing drawing) throws IOException {
        Random random = new Random(seed);
        Arrangement ofOne = shapes.isEmpty() ? Arrangement.of(one) : Arrangement.of(one, shapes);
        Arrangement ofOther = Arrangement.of(other, one.inputs().stream().map(ofOne::of).toList());
        List<Value> compared = compared(one);
        List<Value> others = compared(other);
        if (compared.size() != others.size()) {
            throw new DomainException(others.size() + " outputs, expected " + compared.size());
        }
        Agreement agreement = new Agreement(runs, Closeness.EXACT, BigFraction.ZERO, BigFraction.ZERO);
        for (int run = 0; run < runs; run++) {
            List<Tensor> inputs = one.inputs().stream().map(value -> Tensor.at(ofOne.of(value), place ->
                    new BigFraction(random.nextInt(2 * SIZE + 1) - SIZE, PARTS))).toList();
            Evaluation first = Evaluator.evaluate(one, ofOne, inputs, limits, drawing);
            Evaluation second = Evaluator.evaluate(other, ofOther, inputs, limits, drawing);
            for (int i = 0; i < compared.size(); i++) {
                agreement = agreement.with(first.of(compared.get(i)), second.of(others.get(i)), first.closeness(compared.get(i)));
            }
        }
        return agreement;
    }

    private static List<Value> compared(Network network) {
        List<Value> compared = new ArrayList<>(network.outputs());
        network.layers().stream().filter(layer -> layer instanceof Layer.Opaque)
                .forEach(layer -> compared.addAll(layer.inputs()));
        return compared;
    }

    private Agreement with(Tensor one, Tensor other, Closeness of) {
        Tensor apart = one.minus(other);
        return new Agreement(runs, closeness.compareTo(of) >= 0 ? closeness : of,
                largest(Stream.concat(Stream.of(difference), apart.entries().stream())),
                largest(Stream.concat(Stream.of(size), one.entries().stream())));
    }

    private static BigFraction largest(Stream<BigFraction> numbers) {
        return numbers.map(BigFraction::abs).max(BigFraction::compareTo).orElseThrow();
    }
}
