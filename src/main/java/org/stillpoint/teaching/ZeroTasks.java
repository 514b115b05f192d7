package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.teaching.paper.Quantity;
import org.stillpoint.training.Evaluation;

/** Exercises that start with all weights at zero. */
final class ZeroTasks {

    private static final String ZERO = "All weights and all hidden biases start at zero; the output bias does not.";

    private ZeroTasks() {
    }

    /** Every gradient is 0 but that of the output bias. */
    static Optional<Exercise> gradient(Numbers numbers) {
        return training(numbers, numbers.labelled(2, 2), numbers.settings(Loss.SQUARED, 1, 2), true, 2);
    }

    /** Two steps, each with a sample of its own. */
    static Optional<Exercise> twoSteps(Numbers numbers) {
        return training(numbers, numbers.labelled(2, 2), numbers.settings(loss(numbers), 2, 1), true, 2);
    }

    static Optional<Exercise> withoutBias(Numbers numbers) {
        return training(numbers, numbers.labelled(2, 2), numbers.settings(loss(numbers), 1, 2), false, 2);
    }

    static Optional<Exercise> deep(Numbers numbers) {
        return training(numbers, numbers.labelled(2, 2), numbers.settings(loss(numbers), 1, 2), true, 2, 2);
    }

    static Optional<Exercise> momentum(Numbers numbers) {
        Settings plain = numbers.settings(Loss.SQUARED, 2, 2);
        return training(numbers, numbers.labelled(2, 2), plain.withMomentum(Numbers.HALF).withWeightDecay(Numbers.HALF), true,
                2);
    }

    private static Loss loss(Numbers numbers) {
        return numbers.coin() ? Loss.HINGE : Loss.SQUARED;
    }

    private static Optional<Exercise> training(Numbers numbers, DataSet data, Settings settings, boolean bias,
                                               Integer... hidden) {
        Network start = zero(numbers, 1, bias, List.of(hidden));
        String task = bias ? ZERO : "All weights start at zero, and no unit has a bias.";
        return Steps.drawn(task, new Given(start, data, settings), seen -> bias
                ? List.of(Finding.that("No weight and no hidden bias changes; only the output bias $b^" + (hidden.length + 1)
                + "$ can.", seen.onlyOutputBias()))
                : List.of(Finding.that("Nothing changes, now or in any later step.", seen.nothing())),
                seen -> (!bias || !seen.nothing()));
    }

    /** All zero but the output bias. */
    private static Network zero(Numbers numbers, int outputs, boolean bias, List<Integer> hidden) {
        List<Layer> layers = new ArrayList<>();
        int inputs = 2;
        for (int width : hidden) {
            layers.add(Numbers.zero(width, inputs, bias, Activation.RELU));
            inputs = width;
        }
        Layer last = Numbers.zero(outputs, inputs, bias, Activation.IDENTITY);
        layers.add(bias ? new Layer(last.weights(), Optional.of(numbers.weights(outputs)), last.activation()) : last);
        return new Network(layers);
    }

    static Optional<Exercise> severalOutputs(Numbers numbers) {
        Network start = zero(numbers, 2, true, List.of(2));
        DataSet data = numbers.data(1, () -> numbers.input(2), () -> Vector.of(numbers.label(), numbers.label()));
        return Steps.drawn("All weights and all hidden biases start at zero; the biases of the two outputs do not.",
                new Given(start, data, numbers.settings(Loss.SQUARED, 1, 1)), seen -> List.of(Finding.that(
                "No weight and no hidden bias changes; only the output biases $b^2$ can.", seen.onlyOutputBias())),
                seen -> !Layers.changed(start, seen.trace().steps().get(0).network()).isEmpty());
    }

    /** After the steps the network says the same to every input. */
    static Optional<Exercise> constant(Numbers numbers) {
        Network start = zero(numbers, 1, true, List.of(2));
        List<Vector> others = List.of(numbers.input(2), numbers.input(2));
        return Steps.drawn(ZERO + " What does the network output afterwards for the inputs $" + Quantity.tuple(others.get(0))
                + "$ and $" + Quantity.tuple(others.get(1)) + "$?",
                new Given(start, numbers.labelled(2, 2), numbers.settings(Loss.SQUARED, 1, 2)),
                seen -> List.of(constant(seen, others)),
                seen -> !others.get(0).equals(others.get(1))
                && !seen.nothing());
    }

    private static Finding constant(Seen seen, List<Vector> others) {
        Vector bias = Seen.layer(seen.end(), 2).bias().orElseThrow();
        return Finding.that("The output is the output bias, " + ExactNumber.write(bias.get(0)) + ", for these inputs as for "
                + "every other.", others.stream().allMatch(x -> Evaluation.output(seen.end(), x).equals(bias)));
    }

    /** On balanced labels just half are right, or none. */
    static Optional<Exercise> halfRight(Numbers numbers) {
        Network start = zero(numbers, 1, true, List.of(2));
        return Steps.drawn(ZERO + " How many of the samples does the sign of the output label right after the step?",
                new Given(start, numbers.balanced(2), numbers.settings(loss(numbers), 1, 1)), seen -> List.of(half(seen)),
                seen -> !seen.nothing());
    }

    private static Finding half(Seen seen) {
        BigFraction share = Evaluation.accuracy(seen.end(), seen.given().data()).map(Accuracy::share).orElseThrow();
        BigFraction output = Evaluation.output(seen.end(), seen.given().data().inputs().get(0)).get(0);
        return Finding.that("The output is " + ExactNumber.write(output) + " for both samples, "
                + (output.signum() == 0 ? "which is no label, so that none is right" : "so that one of the two is right") + ".",
                share.equals(output.signum() == 0 ? BigFraction.ZERO : Numbers.HALF));
    }

    /** Balanced full batches move nothing at all. */
    static Optional<Exercise> balanced(Numbers numbers) {
        Network start = Network.zeros(List.of(2, 2, 1), true);
        return Steps.drawn("All parameters start at zero, the output bias too.",
                new Given(start, numbers.balanced(2), numbers.settings(loss(numbers), 1, 2)), seen -> List.of(Finding.that(
                "Nothing changes, not even the output bias: the two labels pull it with the same force to both sides.",
                seen.nothing())),
                seen -> true);
    }

    /** One-hot words, both tables zero, or the context vectors only. */
    static Optional<Exercise> words(Numbers numbers) {
        Layer table = numbers.layer(2, 3, false, Activation.IDENTITY);
        Network start = Network.of(table, Numbers.zero(2, 2, false, Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1", "0", "0"), Vector.of("0", "1", "0")),
                List.of(Vector.of(numbers.label(), numbers.label()), Vector.of(numbers.label(), numbers.label())));
        return Steps.drawn("Three words are inputs, each 1 in its own place. Column $k$ of $W^1$ is the vector of word $k$; "
                + "the context vectors, the rows of $W^2$, start at zero. Word 3 does not occur.",
                new Given(start, data, numbers.settings(Loss.SQUARED, 2, 2)), seen -> List.of(
                Finding.that("In the first step only the context vectors move.",
                        Seen.layer(seen.networks().get(1), 1).equals(table)
                                && !Seen.layer(seen.networks().get(1), 2).weights().isZero()),
                Finding.that("The vector of word 3 never moves.", seen.networks().stream().allMatch(network ->
                        Seen.layer(network, 1).weights().column(2).equals(table.weights().column(2))))),
                seen -> !Seen.layer(seen.trace().steps().get(1).network(), 1).equals(table));
    }
}
