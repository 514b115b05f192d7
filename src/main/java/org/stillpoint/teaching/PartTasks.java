package org.stillpoint.teaching;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/** Exercises in which a part starts at zero, is dead, or is inside something larger. */
final class PartTasks {

    private PartTasks() {
    }

    static Optional<Exercise> zeroFirst(Numbers numbers) {
        Network start = Network.of(Numbers.zero(2, 2, true, Activation.RELU), numbers.layer(1, 2, true, Activation.IDENTITY));
        return Steps.drawn("The weights and biases of the first layer start at zero; those of the second do not.",
                new Given(start, numbers.labelled(2, 2), numbers.settings(Loss.SQUARED, 1, 2)), seen -> List.of(Finding.that(
                "Nothing changes but the output bias $b^2$: the slope at 0 lets no error through, and hidden units that "
                        + "output 0 give $W^2$ no gradient.", seen.onlyOutputBias())),
                seen -> !seen.nothing());
    }

    /** Only the last layer is zero: it moves first, those below in the second step. */
    static Optional<Exercise> zeroLast(Numbers numbers) {
        Network start = Network.of(numbers.layer(2, 1, true, Activation.RELU), Numbers.zero(1, 2, true, Activation.IDENTITY));
        return Steps.drawn("The weights and the bias of the last layer start at zero; those of the first do not.",
                new Given(start, numbers.labelled(1, 1), numbers.settings(Loss.SQUARED, 2, 1)), seen -> List.of(
                Finding.that("The first step leaves $W^1$ and $b^1$ as they are: no error comes back through weights of zero.",
                        Seen.layer(seen.networks().get(1), 1).equals(Seen.layer(seen.start(), 1))),
                Finding.that("The second step moves them too.", !seen.weightsStill(1))),
                seen -> !Seen.layer(seen.end(), 1).equals(Seen.layer(start, 1)));
    }

    /** Hidden biases alone. */
    static Optional<Exercise> hiddenBiases(Numbers numbers) {
        BigFraction first = numbers.positive();
        BigFraction second = numbers.positive();
        Layer hidden = new Layer(Matrix.constant(2, 1, BigFraction.ZERO), Optional.of(Vector.of(first, second)),
                Activation.RELU);
        Network start = Network.of(hidden, Numbers.zero(1, 2, false, Activation.IDENTITY));
        if (first.equals(second)) {
            return Optional.empty();
        }
        return Steps.drawn("All weights start at zero; the hidden biases start at two different positive numbers.",
                new Given(start, numbers.labelled(1, 1), numbers.settings(Loss.HINGE, 2, 1)), seen -> List.of(
                Finding.that("The first step moves $W^2$ only, by different amounts for the two units.",
                        Seen.layer(seen.networks().get(1), 1).equals(hidden)
                                && !Seen.layer(seen.networks().get(1), 2).weights().get(0, 0)
                                .equals(Seen.layer(seen.networks().get(1), 2).weights().get(0, 1)))),
                seen -> !Seen.layer(seen.end(), 1).equals(hidden));
    }

    /** The first unit is dead on the data, the second is not. */
    static Optional<Exercise> deadUnit(Numbers numbers) {
        Layer drawn = numbers.layer(2, 2, true, Activation.RELU);
        Vector dead = new Vector(drawn.weights().row(0).entries().stream().map(w -> w.abs().negate()).toList());
        Layer hidden = new Layer(Matrix.of(dead, drawn.weights().row(1)),
                drawn.bias().map(b -> Vector.of(b.get(0).abs().negate(), b.get(1))), Activation.RELU);
        Network start = Network.of(hidden, numbers.layer(1, 2, true, Activation.IDENTITY));
        DataSet data = numbers.data(2, () -> numbers.positiveInput(2), () -> Vector.of(numbers.label()));
        return Steps.drawn("Both inputs are positive, and the incoming weights and the bias of hidden unit 1 are negative.",
                new Given(start, data, numbers.settings(Loss.HINGE, 1, 2)), seen -> List.of(Finding.that(
                "Unit 1 is negative on both samples, so row 1 of $W^1$ and the first entry of $b^1$ do not change, now or "
                        + "ever.",
                seen.unitStill(1, 1))),
                seen -> !Seen.unit(seen.end(), 1, 2).equals(Seen.unit(start, 1, 2)));
    }

    static Optional<Exercise> zeroFeature(Numbers numbers) {
        Network start = Network.of(numbers.layer(2, 2, false, Activation.RELU), numbers.layer(1, 2, false,
                Activation.IDENTITY));
        DataSet data = numbers.data(2, () -> Vector.of(numbers.input(1).get(0), BigFraction.ZERO),
                () -> Vector.of(numbers.label()));
        return Steps.drawn("Feature 2 is 0 in every training input.",
                new Given(start, data, numbers.settings(Loss.HINGE, 1, 2)), seen -> List.of(Finding.that(
                "Column 2 of $W^1$, the weights of feature 2, does not change, whatever else does.", seen.networks().stream()
                        .allMatch(network -> Seen.layer(network, 1).weights().column(1)
                                .equals(Seen.layer(start, 1).weights().column(1))))),
                seen -> !Seen.layer(seen.end(), 1).equals(Seen.layer(start, 1)));
    }

    /** A hidden layer that is negative on all data. */
    static Optional<Exercise> deadLayer(Numbers numbers) {
        Layer first = numbers.layer(2, 1, true, Activation.RELU);
        Matrix negative = new Matrix(numbers.matrix(2, 2).rows().stream()
                .map(row -> new Vector(row.entries().stream().map(w -> w.abs().negate()).toList())).toList());
        Layer dead = new Layer(negative, Optional.of(Vector.constant(2, numbers.positive().negate())), Activation.RELU);
        Network start = Network.of(first, dead, numbers.layer(1, 2, true, Activation.IDENTITY));
        DataSet data = numbers.data(2, () -> numbers.positiveInput(1), () -> Vector.of(numbers.label()));
        return Steps.drawn("The weights and biases of the second hidden layer are all negative, so that it is dead: what it "
                + "gets is never negative.", new Given(start, data, numbers.settings(Loss.SQUARED, 1, 2)), seen -> List.of(
                Finding.that("Nothing changes but the output bias $b^3$, and the output is the same for both samples.",
                        seen.onlyOutputBias())),
                seen -> !seen.nothing());
    }

    /** Two layers of zeros inside a model. */
    static Optional<Exercise> zeroBlock(Numbers numbers) {
        Network start = Network.of(numbers.layer(2, 1, false, Activation.RELU), Numbers.zero(2, 2, true, Activation.RELU),
                Numbers.zero(1, 2, true, Activation.IDENTITY), numbers.layer(1, 1, false, Activation.IDENTITY));
        return Steps.drawn("Layers 2 and 3 are a block that starts at zero, inside a model whose other weights do not.",
                new Given(start, numbers.labelled(1, 1), numbers.settings(Loss.SQUARED, 1, 1)), seen -> List.of(Finding.that(
                "Of the block only its last bias $b^3$ moves: $W^2$, $b^2$ and $W^3$ stay zero.", seen.weightsStill(2)
                        && seen.biasStill(2) && seen.weightsStill(3) && !seen.biasStill(3))),
                seen -> true);
    }

    /** A block whose last layer is zero. */
    static Optional<Exercise> zeroScale(Numbers numbers) {
        Network start = Network.of(numbers.layer(2, 1, true, Activation.RELU), numbers.layer(2, 2, true, Activation.RELU),
                Numbers.zero(1, 2, true, Activation.IDENTITY));
        return Steps.drawn("The last layer of this block starts at zero; those below do not.",
                new Given(start, numbers.labelled(2, 1), numbers.settings(Loss.SQUARED, 1, 2)), seen -> List.of(Finding.that(
                "No weight and no bias below the last layer has a gradient. That of $W^3$ is the mean of the error at the "
                        + "output times the activations of layer 2.", Stream.of(1, 2).allMatch(l -> seen.weightsStill(l)
                        && seen.biasStill(l)) && !seen.weightsStill(3))),
                seen -> !Seen.layer(seen.trace().steps().get(0).network(), 3).weights().isZero());
    }
}
