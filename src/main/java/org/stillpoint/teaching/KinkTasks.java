package org.stillpoint.teaching;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.kink.AtKinks;
import org.stillpoint.kink.ParameterAtKinks;
import org.stillpoint.training.Evaluation;

/** Exercises in which a ReLU is exactly at its kink, or none is. */
final class KinkTasks {

    private KinkTasks() {
    }

    /** One unit at its kink on one sample: only 1/2 gives the mean of both sides. */
    static Optional<Exercise> mean(Numbers numbers) {
        Vector input = numbers.input(1);
        Network network = atKink(numbers, input);
        Given given = new Given(network, new DataSet(List.of(input), List.of(Vector.of(numbers.label()))),
                numbers.settings(Loss.SQUARED, 1, 1));
        return bent(given, "Hidden unit 1 is exactly at its kink on the sample.", false, columns -> List.of(Finding.that(
                "For every parameter $\\kappa = \\frac{1}{2}$ gives the mean of both sides.",
                columns.get(1).parameters().stream().allMatch(p -> p.gradient()
                        .equals(p.left().add(p.right()).multiply(Numbers.HALF))))));
    }

    /** Errors that add up to 0, so that the kink is not seen. */
    static Optional<Exercise> cancelled(Numbers numbers) {
        Vector input = numbers.input(1);
        Network network = atKink(numbers, input);
        BigFraction output = Evaluation.output(network, input).get(0);
        DataSet data = new DataSet(List.of(input, input, numbers.input(1)),
                List.of(Vector.of(output.add(BigFraction.ONE)), Vector.of(output.subtract(BigFraction.ONE)),
                        Vector.of(numbers.label())));
        Given given = new Given(network, data, numbers.settings(Loss.SQUARED, 1, 3));
        return data.inputs().get(2).equals(input) ? Optional.empty()
                : bent(given, "Hidden unit 1 is exactly at its kink on samples 1 and 2, which have the same input.", true,
                columns -> List.of(
                Finding.that("The errors that come into unit 1 from these two samples add up to 0: the kink is not seen.",
                        columns.get(0).units().orElseThrow().stream().allMatch(unit -> unit.error().signum() == 0))));
    }

    /** The errors of one sample do not add up to 0. */
    static Optional<Exercise> seen(Numbers numbers) {
        Vector input = numbers.input(1);
        Network network = atKink(numbers, input);
        DataSet data = new DataSet(List.of(input, numbers.input(1)), List.of(Vector.of(numbers.label()),
                Vector.of(numbers.label())));
        return data.inputs().get(0).equals(data.inputs().get(1)) ? Optional.empty()
                : bent(new Given(network, data, numbers.settings(Loss.SQUARED, 1, 2)),
                "Hidden unit 1 is exactly at its kink on sample 1.", false, columns -> List.of(Finding.that("On the input of "
                        + "sample 1 the error that comes into unit 1 is not 0, so that the loss has a bend there.",
                        columns.get(0).units()
                .orElseThrow().stream().anyMatch(unit -> unit.error().signum() != 0))));
    }

    /** Off the kinks there is one derivative, whatever is taken at 0. */
    static Optional<Exercise> offKinks(Numbers numbers) {
        Network network = Network.of(numbers.layer(2, 1, true, Activation.RELU), numbers.layer(1, 2, true,
                Activation.IDENTITY));
        Given given = new Given(network, numbers.labelled(1, 1), numbers.settings(Loss.SQUARED, 1, 1));
        boolean off = Evaluation.preactivations(network, given.data().inputs())
                .allMatch(z -> z.get(0).entries().stream().noneMatch(each -> each.signum() == 0));
        return off ? bent(given, "No pre-activation is 0.", true, columns -> List.of(Finding.that("Both sides agree for every "
                + "parameter, and backpropagation gives this derivative, whatever $\\kappa$ is.", columns.stream()
                .allMatch(column -> column.parameters().stream().allMatch(p -> p.is() == ParameterAtKinks.Is.DERIVATIVE)))))
                : Optional.empty();
    }

    /** The hidden unit 1 has pre-activation 0 on the input. */
    private static Network atKink(Numbers numbers, Vector input) {
        Layer drawn = numbers.layer(2, 1, true, Activation.RELU);
        BigFraction bias = Layers.inner(drawn.weights().row(0), input).negate();
        Layer hidden = new Layer(Matrix.of(drawn.weights().row(0), drawn.weights().row(1)),
                drawn.bias().map(b -> Vector.of(bias, b.get(1))), Activation.RELU);
        return Network.of(hidden, numbers.layer(1, 2, true, Activation.IDENTITY));
    }

    private static Optional<Exercise> bent(Given given, String task, boolean differentiable,
                                           Function<List<AtKinks>, List<Finding>> findings) {
        List<AtKinks> columns = Sides.columns(given);
        boolean fit = columns.get(0).differentiability().answer().filter(answer -> answer == differentiable).isPresent()
                && columns.stream().flatMap(column -> column.parameters().stream())
                .allMatch(p -> Short.are(List.of(p.left(), p.right(), p.gradient())))
                && columns.get(0).parameters().stream().anyMatch(p -> p.right().signum() != 0);
        return fit ? Optional.of(new Sides(task, given, columns, findings.apply(columns))) : Optional.empty();
    }
}
