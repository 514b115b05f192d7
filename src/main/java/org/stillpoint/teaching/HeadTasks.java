package org.stillpoint.teaching;

import static org.stillpoint.teaching.Attempts.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.teaching.paper.Quantity;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Training;

/** Exercises about the last layer, the loss and the rate. */
final class HeadTasks {

    private HeadTasks() {
    }

    /** Equal rows of the last layer, and errors that add up to 0. */
    static Optional<Exercise> equalRows(Numbers numbers) {
        Vector row = numbers.weights(2);
        Layer last = new Layer(Matrix.of(row, row), Optional.empty(), Activation.IDENTITY);
        Network start = Network.of(numbers.layer(2, 2, true, Activation.RELU), last);
        Vector input = numbers.input(2);
        BigFraction output = Evaluation.output(start, input).get(0);
        DataSet data = new DataSet(List.of(input), List.of(Vector.of(output.add(BigFraction.ONE),
                output.subtract(BigFraction.ONE))));
        return Steps.drawn("Both rows of the last layer's weights are equal, and so are both outputs. The targets are chosen "
                + "so that the errors of the two outputs add up to 0, as those of softmax with cross-entropy do.",
                new Given(start, data, numbers.settings(Loss.SQUARED, 1, 1)), seen -> List.of(Finding.that(
                "The errors cancel on their way back through equal rows: $W^1$ and $b^1$ have no gradient.",
                seen.weightsStill(1) && seen.biasStill(1) && !seen.weightsStill(2))),
                seen -> seen.trace().steps().get(0).samples().get(0).activations().get(0).entries()
                .stream().anyMatch(a -> a.signum() != 0) && !seen.nothing());
    }

    /** The hinge loss where every margin is 1 or more. */
    static Optional<Exercise> flat(Numbers numbers) {
        Network start = Network.of(numbers.layer(2, 2, true, Activation.RELU), numbers.layer(1, 2, true, Activation.IDENTITY));
        DataSet data = numbers.labelled(2, 2);
        boolean flat = IntStream.range(0, 2).allMatch(i -> Evaluation.output(start, data.inputs().get(i)).get(0)
                .multiply(data.targets().get(i).get(0)).compareTo(BigFraction.ONE) >= 0);
        if (!flat) {
            return Optional.empty();
        }
        return Steps.drawn("Look at $y f$ of each sample first.",
                new Given(start, data, numbers.settings(Loss.HINGE, 1, 2)), seen -> List.of(Finding.that(
                "Each $y f$ is 1 or more, where the derivative of the hinge loss is 0; so nothing changes, now or ever.",
                seen.nothing())),
                seen -> true);
    }

    /** One layer from zero: each mistake adds the label times the input, and there are not many. */
    static Optional<Exercise> mistakes(Numbers numbers) {
        DataSet data = numbers.labelled(2, 2);
        Vector teacher = numbers.input(2);
        BigFraction margin = least(data, teacher);
        if (margin.signum() <= 0) {
            return Optional.empty();
        }
        Network start = Network.zeros(List.of(2, 1), false);
        Settings settings = numbers.settings(Loss.PERCEPTRON, 4, 1).withLearningRate(BigFraction.ONE);
        BigFraction bound = data.inputs().stream().map(x -> Layers.inner(x, x)).max(BigFraction::compareTo).orElseThrow()
                .multiply(Layers.inner(teacher, teacher)).divide(margin.multiply(margin));
        String w = "$w = " + Quantity.tuple(teacher) + "$";
        return Steps.drawn("A perceptron starts at zero. The vector " + w + " separates the samples: $y \\langle w, x "
                + "\\rangle$ is " + ExactNumber.write(margin) + " or more on both. A step that changes the weights is a "
                + "mistake. How many mistakes does the bound $(R / \\gamma)^2$ allow, with $R$ the largest length of an input "
                + "and $\\gamma = " + ExactNumber.write(margin) + " / |w|$?", new Given(start, data, settings), seen -> {
                    long made = made(seen);
                    return List.of(Finding.that("The bound is " + ExactNumber.write(bound) + "; " + (made == 1 ? "one mistake "
                            + "was"
                            : made + " mistakes were") + " made.", new BigFraction((int) made).compareTo(bound) <= 0));
                }, seen -> Short.is(bound));
    }

    private static BigFraction least(DataSet data, Vector teacher) {
        return IntStream.range(0, data.size())
                .mapToObj(i -> data.targets().get(i).get(0).multiply(Layers.inner(teacher, data.inputs().get(i))))
                .min(BigFraction::compareTo).orElseThrow();
    }

    private static long made(Seen seen) {
        List<Network> networks = seen.networks();
        return IntStream.range(1, networks.size()).filter(s -> !networks.get(s).equals(networks.get(s - 1))).count();
    }

    /** The same perceptron at two rates. */
    static Optional<Exercise> rates(Numbers numbers) {
        DataSet data = numbers.labelled(2, 2);
        Network start = Network.zeros(List.of(2, 1), true);
        Settings once = numbers.settings(Loss.PERCEPTRON, 2, 1).withLearningRate(BigFraction.ONE);
        BigFraction factor = new BigFraction(3);
        List<StepTrace> slow = Training.trace(start, data, once).steps();
        List<StepTrace> fast = Training.trace(start, data, once.withLearningRate(factor)).steps();
        List<Identity.Equation> equations = new ArrayList<>();
        for (int s = 0; s < slow.size(); s++) {
            Vector slowly = new Vector(slow.get(s).network().parameters());
            equations.add(Identity.Equation.of("3\\,(W^1, b^1)_" + (s + 1), scaled(slowly, factor), "(W^1, b^1)'_" + (s + 1),
                    new Vector(fast.get(s).network().parameters())));
        }
        return when(slow.get(1).network().parameters().stream().anyMatch(w -> w.signum() != 0), new Identity(
                "Carry out the two steps, then again with $\\eta = 3$. Show that after each step the weights and the bias "
                        + "with the rate 3, which are marked with a dash, are 3 times those with the rate 1. Which labels "
                        + "differ?",
                new Given(start, data, once), true, List.of(), equations));
    }

    private static Vector scaled(Vector vector, BigFraction factor) {
        return new Vector(vector.entries().stream().map(factor::multiply).toList());
    }

    /** All outputs at zero are 0, where a perceptron that waits for a negative margin does nothing. */
    static Optional<Exercise> strict(Numbers numbers) {
        DataSet data = numbers.labelled(2, 2);
        Network start = Network.zeros(List.of(2, 1), true);
        Settings settings = numbers.settings(Loss.PERCEPTRON, 2, 1);
        Network strictly = Training.descend(start, data, settings, (output, target) -> Stream.of(output).map(f ->
                f.multiply(target[0]).signum() < 0 ? target[0].negate() : BigFraction.ZERO).toArray(BigFraction[]::new));
        return Steps.drawn("All parameters start at zero. Then repeat the first step with the strict rule, which takes the "
                + "derivative $-y$ only where $y f < 0$.", new Given(start, data, settings), seen -> List.of(
                Finding.that("The perceptron above moves in the first step, as $y f = 0$ counts as a mistake.",
                        !seen.networks().get(1).equals(start)),
                Finding.that("Under the strict rule nothing ever moves, as $y f = 0$ is none.", strictly.equals(start))),
                seen -> true);
    }
}
