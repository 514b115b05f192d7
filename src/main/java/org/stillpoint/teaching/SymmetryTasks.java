package org.stillpoint.teaching;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.symmetry.UnitClasses;
import org.stillpoint.teaching.paper.Quantity;

/** Exercises with units, or features, that training cannot tell apart. */
final class SymmetryTasks {

    private SymmetryTasks() {
    }

    /** Hidden units that are copies of drawn ones. */
    private static Network copies(Numbers numbers, int inputs, List<Integer> of) {
        Layer hidden = numbers.layer(2, inputs, true, Activation.RELU);
        Vector outgoing = numbers.weights(2);
        Vector biases = hidden.bias().orElseThrow();
        return Network.of(
                new Layer(new Matrix(of.stream().map(hidden.weights()::row).toList()),
                        Optional.of(new Vector(of.stream().map(biases::get).toList())), Activation.RELU),
                new Layer(Matrix.of(new Vector(of.stream().map(outgoing::get).toList())), Optional.of(numbers.weights(1)),
                        Activation.IDENTITY));
    }

    static Optional<Exercise> twinGradients(Numbers numbers) {
        return twins(numbers, 1, "Hidden units 1 and 2 are twins: equal incoming weights, equal biases, equal outgoing "
                + "weights.",
                List.of(0, 0));
    }

    static Optional<Exercise> twinSteps(Numbers numbers) {
        return twins(numbers, 2, "Hidden units 1 and 2 are twins. Each step uses another sample.", List.of(0, 0));
    }

    private static Optional<Exercise> twins(Numbers numbers, int steps, String task, List<Integer> of) {
        Network start = copies(numbers, 2, of);
        return Steps.drawn(task, new Given(start, numbers.labelled(steps, 2), numbers.settings(Loss.HINGE, steps, 1)),
                seen -> List.of(Finding.that("Units 1 and 2 have equal gradients, and are equal after "
                        + (steps == 1 ? "the step" : "each step") + ".", seen.networks().stream().allMatch(network ->
                        UnitClasses.of(network).get(0).distinct() == 1))),
                seen -> moves(seen));
    }

    /** Whether the first layer has a gradient in each step. */
    private static boolean moves(Seen seen) {
        return seen.trace().steps().stream().noneMatch(step -> step.gradients().layers().get(0).weights().isZero());
    }

    /** The number of distinct units never increases. */
    static Optional<Exercise> distinct(Numbers numbers) {
        Network start = copies(numbers, 1, List.of(0, 1, 0));
        return Steps.drawn("There are three hidden units. How many are distinct before the step, and how many after it?",
                new Given(start, numbers.labelled(2, 1), numbers.settings(Loss.HINGE, 1, 2)), seen -> List.of(Finding.that(
                "Units 1 and 3 are equal, so two are distinct before the step; afterwards it is "
                        + UnitClasses.of(seen.end()).get(0).distinct() + ".",
                UnitClasses.of(start).get(0).distinct() == 2 && UnitClasses.of(seen.end()).get(0).distinct() <= 2)),
                seen -> moves(seen) && UnitClasses.of(start).get(0).distinct() == 2);
    }

    /** Equal incoming weights, different outgoing ones: the units part. */
    static Optional<Exercise> parting(Numbers numbers) {
        Vector row = numbers.weights(2);
        Vector outgoing = numbers.weights(2);
        Network start = Network.of(new Layer(Matrix.of(row, row), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(outgoing), Optional.empty(), Activation.IDENTITY));
        return Steps.drawn("Both hidden units start with equal incoming weights, but with different outgoing weights.",
                new Given(start, numbers.labelled(1, 2), numbers.settings(Loss.HINGE, 1, 1)), seen -> List.of(Finding.that(
                "The outgoing weights differ, so do the errors that come back, and the rows of $W^1$ part in the first step.",
                UnitClasses.of(seen.end()).get(0).distinct() == 2)),
                seen -> !outgoing.get(0).equals(outgoing.get(1)) && moves(seen));
    }

    /** All weights one number: within a unit the gradient follows the input. */
    static Optional<Exercise> equalWeights(Numbers numbers) {
        Network start = Network.constant(List.of(2, 2, 1), false, numbers.positive());
        DataSet data = numbers.labelled(1, 2);
        Vector input = data.inputs().get(0);
        return Steps.drawn("All weights start at one number. Is the gradient the same in all dimensions?",
                new Given(start, data, numbers.settings(Loss.HINGE, 1, 1)), seen -> List.of(
                Finding.that("Both rows of $\\nabla W^1$ are equal, and so are both units after the step.",
                        UnitClasses.of(seen.end()).get(0).distinct() == 1),
                Finding.that("Within a row the entries are as the inputs are, $" + Quantity.number(input.get(0)) + "$ to $"
                        + Quantity.number(input.get(1)) + "$: they are not the same.",
                        !seen.gradient().layers().get(0).weights().get(0, 0)
                                .equals(seen.gradient().layers().get(0).weights().get(0, 1)))),
                seen -> moves(seen) && !input.get(0).equals(input.get(1)));
    }

    /** Two features that the data cannot tell apart. */
    static Optional<Exercise> features(Numbers numbers) {
        BigFraction first = numbers.weight();
        BigFraction second = numbers.weight();
        Vector input = numbers.input(2);
        BigFraction label = numbers.label();
        Network start = Network.of(new Layer(Matrix.of(Vector.of(first, first), Vector.of(second, second)), Optional.empty(),
                Activation.RELU), numbers.layer(1, 2, false, Activation.IDENTITY));
        DataSet data = new DataSet(List.of(input, Vector.of(input.get(1), input.get(0))), List.of(Vector.of(label),
                Vector.of(label)));
        return Steps.drawn("Both columns of $W^1$ start equal. Sample 2 is sample 1 with its features swapped.",
                new Given(start, data, numbers.settings(Loss.HINGE, 1, 2)), seen -> List.of(Finding.that(
                "In a full batch both columns of $W^1$ have equal gradients, and stay equal.",
                Seen.layer(seen.end(), 1).weights().column(0).equals(Seen.layer(seen.end(), 1).weights().column(1)))),
                seen -> moves(seen) && !input.get(0).equals(input.get(1)) && !first.equals(second));
    }
}
