package org.stillpoint.teaching;

import static org.stillpoint.teaching.Attempts.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import org.stillpoint.engine.Trace;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Quantity;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Training;

/** Exercises with hidden units that are exchanged, or that work as one. */
final class ExchangeTasks {

    private ExchangeTasks() {
    }

    /** Exchange, then train; train, then exchange. */
    static Optional<Exercise> exchange(Numbers numbers) {
        Network start = Network.of(numbers.layer(2, 2, false, Activation.RELU), numbers.layer(1, 2, false,
                Activation.IDENTITY));
        Given given = new Given(start, numbers.labelled(1, 2), numbers.settings(Loss.HINGE, 1, 1));
        Trace plain = Training.trace(start, given.data(), given.settings());
        Trace exchanged = Training.trace(exchanged(start), given.data(), given.settings());
        Network thenExchanged = exchanged(plain.steps().get(0).network());
        Network first = exchanged.steps().get(0).network();
        List<Block> working = new ArrayList<>(List.of(Block.says("First the step with the units as they are.")));
        working.addAll(Passes.of(plain.steps().get(0)));
        working.add(Block.says("Now the same with the units exchanged."));
        working.addAll(Passes.of(exchanged.steps().get(0)));
        return when(Short.is(plain) && !Seen.layer(plain.steps().get(0).network(), 1).equals(Seen.layer(start, 1)),
                new Identity("Carry out the step and then exchange the hidden units: the rows of $W^1$ and the entries of "
                        + "$W^2$. Then exchange them first and carry out the step; a dash marks what comes out so. Compare.",
                        given, true,
                        working,
                        IntStream.rangeClosed(1, 2).mapToObj(l -> new Identity.Equation("W^" + l,
                        Seen.layer(thenExchanged, l).weights(), "W'^" + l, Seen.layer(first, l).weights())).toList()));
    }

    private static Network exchanged(Network network) {
        Vector outgoing = Seen.layer(network, 2).weights().row(0);
        Layer hidden = Seen.layer(network, 1);
        return Network.of(new Layer(Matrix.of(hidden.weights().row(1), hidden.weights().row(0)),
                hidden.bias().map(b -> Vector.of(b.get(1), b.get(0))), hidden.activation()),
                new Layer(Matrix.of(Vector.of(outgoing.get(1), outgoing.get(0))), Seen.layer(network, 2).bias(),
                        Activation.IDENTITY));
    }

    /** Exchanged units compute the same function. */
    static Optional<Exercise> sameFunction(Numbers numbers) {
        Network start = Network.of(numbers.layer(2, 2, true, Activation.RELU), numbers.layer(1, 2, true, Activation.IDENTITY));
        Gradient gradient = Gradient.of(start, numbers.labelled(2, 2), numbers, Loss.SQUARED);
        List<Vector> inputs = gradient.given().data().inputs();
        return when(gradient.isFit() && !start.equals(exchanged(start)), new Identity("Exchange both hidden units: the rows "
                + "of $W^1$, the entries of $b^1$ and those of $W^2$. Calculate the output $f$ before and $f'$ after for both "
                + "inputs.",
                gradient.given(), false, List.of(Block.says("The output is a sum over the hidden units, and a sum does not "
                        + "depend on the order of its terms.")), IntStream.range(0,
                        2).mapToObj(i -> Identity.Equation.of("f(x_" + (i + 1) + ")",
                Evaluation.output(start, inputs.get(i)), "f'(x_" + (i + 1) + ")",
                Evaluation.output(exchanged(start), inputs.get(i)))).toList()));
    }

    /** Two equal units train as one. */
    static Optional<Exercise> asOne(Numbers numbers) {
        BigFraction u = numbers.weight();
        BigFraction v = numbers.weight();
        Network wide = Network.of(new Layer(Matrix.of(Vector.of(u), Vector.of(u)), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of(v, v)), Optional.empty(), Activation.IDENTITY));
        Network narrow = Network.of(new Layer(Matrix.of(Vector.of(u)), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of(v.multiply(2))), Optional.empty(), Activation.IDENTITY));
        Settings settings = numbers.settings(Loss.HINGE, 1, 1);
        Given given = new Given(wide, numbers.labelled(1, 1), settings);
        Trace both = Training.trace(wide, given.data(), settings);
        Trace one = Training.trace(narrow, given.data(), settings);
        BigFraction gradientU = one.steps().get(0).gradients().layers().get(0).weights().get(0, 0);
        BigFraction gradientV = one.steps().get(0).gradients().layers().get(1).weights().get(0, 0);
        Network after = both.steps().get(0).network();
        BigFraction rate = settings.learningRate();
        List<Block> working = new ArrayList<>(List.of(Block.says("The wide network:")));
        working.addAll(Passes.of(both.steps().get(0)));
        working.add(Block.says("The narrow one:"));
        working.addAll(Passes.of(one.steps().get(0)));
        return when(Short.is(both) && Short.is(one) && gradientU.signum() != 0, new Identity("Both hidden units are equal: "
                + "incoming weight $u$, outgoing weight $v$. Carry out one step, then one step of the network with one hidden "
                + "unit of weights $u$ and $2 v$, with half the rate for $u$ and twice the rate for $2 v$. A dash marks the "
                + "narrow network.",
                given,
                true, working, List.of(
                Identity.Equation.of("u", Seen.layer(after, 1).weights().get(0, 0), "u'",
                        u.subtract(rate.divide(2).multiply(gradientU))),
                Identity.Equation.of("2 v", Seen.layer(after, 2).weights().get(0, 0).multiply(2), "(2 v)'",
                        v.multiply(2).subtract(rate.multiply(2).multiply(gradientV))))));
    }

    /** Equal units decide by a halfspace. */
    static Optional<Exercise> halfspace(Numbers numbers) {
        Vector u = numbers.weights(2);
        BigFraction v = numbers.positive();
        BigFraction c = numbers.positive().negate();
        Network network = Network.of(new Layer(Matrix.of(u, u), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of(v, v)), Optional.of(Vector.of(c)), Activation.IDENTITY));
        BigFraction border = c.negate().divide(v.multiply(2));
        DataSet data = numbers.data(4, () -> numbers.input(2), () -> Vector.of(numbers.label()));
        List<Identity.Equation> equations = data.inputs().stream().map(x -> Identity.Equation.of(
                "\\operatorname{sign} f" + Quantity.tuple(x), sign(Evaluation.output(network, x).get(0)),
                "\\operatorname{sign}(\\langle u, x \\rangle - t)", sign(Layers.inner(u, x).subtract(border)))).toList();
        return when(equations.stream().map(Identity.Equation::leftValue).distinct().count() > 1 && Short.is(border),
                new Identity(
                "Both hidden units have the incoming weights $u$, the rows of $W^1$, and equal outgoing weights. For which "
                        + "inputs is the output positive? Give a number $t$ with $f(x) > 0$ just where $\\langle u, x "
                        + "\\rangle > t$, and try it on the inputs above; the targets play no part.", new Given(network, data,
                        numbers.settings(Loss.SQUARED, 1, 4)),
                false, List.of(Block.says("$f(x) = " + Quantity.number(v.multiply(2)) + " \\operatorname{max}(0, \\langle u, "
                        + "x \\rangle) "
                + (c.signum() < 0 ? "- " : "+ ") + Quantity.number(c.abs()) + "$, which is positive just where $\\langle u, x "
                + "\\rangle > "
                + Quantity.number(border) + "$; so $t = " + ExactNumber.write(border) + "$.")), equations));
    }

    private static BigFraction sign(BigFraction number) {
        return new BigFraction(number.signum());
    }
}
