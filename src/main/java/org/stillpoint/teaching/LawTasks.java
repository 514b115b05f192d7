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
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Quantity;
import org.stillpoint.training.Gradients;

/** Laws of backpropagation, to be checked on numbers: both sides are computed, each by itself. */
final class LawTasks {

    private LawTasks() {
    }

    private static Network drawn(Numbers numbers, int inputs, boolean bias) {
        return Network.of(numbers.layer(2, inputs, bias, Activation.RELU), numbers.layer(1, 2, bias, Activation.IDENTITY));
    }

    /** The gradient of a batch is the mean of those of its parts. */
    static Optional<Exercise> parts(Numbers numbers) {
        Gradient all = Gradient.of(drawn(numbers, 2, false), numbers.labelled(2, 2), numbers, Loss.SQUARED);
        List<Block> working = new ArrayList<>();
        List<Vector> each = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            DataSet one = new DataSet(List.of(all.given().data().inputs().get(i)),
                    List.of(all.given().data().targets().get(i)));
            NetworkGradient gradient = Gradients.mean(all.given().network(), one, Loss.SQUARED, BigFraction.ZERO);
            each.add(new Vector(gradient.parameters()));
            working.add(Block.says("The gradient of sample " + (i + 1) + " alone:"));
            working.add(new Block.Quantities(Layers.values(gradient)));
        }
        Vector mean = new Vector(IntStream.range(0, each.get(0).size())
                .mapToObj(k -> each.get(0).get(k).add(each.get(1).get(k)).multiply(Numbers.HALF)).toList());
        return when(all.isFit() && each.stream().allMatch(vector -> Short.are(vector.entries()) && !vector.isZero()),
                new Identity("Calculate the gradient $g_1$ of sample 1 alone, $g_2$ of sample 2 alone, and $g$ of both as one "
                        + "batch, and compare. Write the entries of $W^1$, row by row, then those of $W^2$ on one line.",
                        all.given(), false, working, List.of(Identity.Equation.of("\\frac{1}{2} (g_1 + g_2)", mean, "g",
                        new Vector(all.value().parameters())))));
    }

    /** Backpropagation is linear in the derivative of the loss. */
    static Optional<Exercise> linear(Numbers numbers) {
        Network network = drawn(numbers, 2, false);
        DataSet data = numbers.labelled(1, 2);
        Gradient squared = Gradient.of(network, data, numbers, Loss.SQUARED);
        BigFraction factor = numbers.coin() ? BigFraction.TWO : new BigFraction(3);
        BigFraction error = squared.error(0);
        Vector scaled = new Vector(Gradients.mean(network, data, (output, target) ->
                new BigFraction[] {factor.multiply(output[0].subtract(target[0]))}, BigFraction.ZERO).parameters());
        Vector times = new Vector(squared.value().parameters().stream().map(factor::multiply).toList());
        String c = Quantity.number(factor);
        return when(squared.isFit() && Short.are(scaled.entries()), new Identity("Calculate the gradient $g$ of this loss. "
                + "Then take $" + c + "$ times the loss and calculate the gradient $g'$ again, beginning at the output. Write "
                + "the entries of $W^1$, row by row, then those of $W^2$ on one line.", squared.given(), false, Stream.concat(
                squared.working().stream(), Stream.of(Block.says("With $" + c + "$ times the loss the error at the output is $"
                + Quantity.number(factor.multiply(error)) + "$ in place of $" + Quantity.number(error)
                + "$, and so on."))).toList(),
                List.of(Identity.Equation.of(c + " g", times, "g'", scaled))));
    }

    /** Euler's identity in each layer. */
    static Optional<Exercise> euler(Numbers numbers) {
        Gradient gradient = Gradient.of(drawn(numbers, 2, false), numbers.labelled(1, 2), numbers, Loss.SQUARED);
        BigFraction product = gradient.error(0).multiply(gradient.output(0));
        List<Identity.Equation> equations = IntStream.rangeClosed(1, 2).mapToObj(l -> Identity.Equation.of(
                "\\langle W^" + l + ", \\nabla W^" + l + " \\rangle", inner(Seen.layer(gradient.given().network(), l).weights(),
                        gradient.weights(l)), "g f", product)).toList();
        return when(gradient.isFit() && Short.is(product), new Identity("Calculate the gradient, then for each layer the "
                + "inner product of its weights with their gradient. Compare with $g f$, the derivative of the loss by the "
                + "output times the output.", gradient.given(), false, gradient.working(), equations));
    }

    private static BigFraction inner(Matrix left, Matrix right) {
        return IntStream.range(0, left.rowCount()).mapToObj(j -> Layers.inner(left.row(j), right.row(j)))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** Each 2 x 2 minor vanishes. */
    static Optional<Exercise> rank(Numbers numbers) {
        Gradient gradient = Gradient.of(drawn(numbers, 2, true), numbers.labelled(1, 2), numbers, Loss.SQUARED);
        Matrix g = gradient.weights(1);
        return when(gradient.isFit() && g.rows().stream().noneMatch(Vector::isZero), new Identity("Calculate $G = \\nabla "
                + "W^1$ for this sample, and both products of its diagonals. Why are they equal?", gradient.given(), false,
                Stream.concat(gradient.working().stream(), Stream.of(Block.says("Each entry is $G_{j,k} = \\delta^1_j x_k$, "
                        + "so both products are $\\delta^1_1 \\delta^1_2 x_1 x_2$."))).toList(),
                List.of(Identity.Equation.of("G_{1,1} G_{2,2}", g.get(0, 0).multiply(g.get(1, 1)), "G_{1,2} G_{2,1}",
                        g.get(0, 1).multiply(g.get(1, 0))))));
    }

    /** What is orthogonal to all inputs stays as it is. */
    static Optional<Exercise> orthogonal(Numbers numbers) {
        Network start = drawn(numbers, 3, false);
        DataSet data = numbers.labelled(2, 3);
        Vector v = cross(data.inputs().get(0), data.inputs().get(1));
        if (v.isZero()) {
            return Optional.empty();
        }
        Gradient gradient = Gradient.of(start, data, numbers, Loss.HINGE);
        Matrix before = Seen.layer(start, 1).weights();
        Matrix after = Seen.layer(gradient.trace().steps().get(0).network(), 1).weights();
        List<Identity.Equation> equations = IntStream.range(0, 2).mapToObj(j -> Identity.Equation.of("\\langle W^1_" + (j + 1)
                + "(0), v \\rangle", Layers.inner(before.row(j), v), "\\langle W^1_" + (j + 1) + "(1), v \\rangle",
                Layers.inner(after.row(j), v))).toList();
        List<Block> working = new ArrayList<>(gradient.working());
        working.add(Block.says("After the step:"));
        working.add(Block.values(new Quantity("W^1", after)));
        return when(gradient.isFit(), new Identity("The vector $v = " + Quantity.tuple(v)
                + "$ is orthogonal to both inputs. Carry out one step and show that each row $W^1_j$ of the first layer keeps "
                + "its inner product with $v$.", gradient.given(), true, working, equations));
    }

    private static Vector cross(Vector a, Vector b) {
        return new Vector(IntStream.range(0, 3).mapToObj(i -> a.get((i + 1) % 3).multiply(b.get((i + 2) % 3))
                .subtract(a.get((i + 2) % 3).multiply(b.get((i + 1) % 3)))).toList());
    }

    /** Incoming and outgoing weights of a unit are balanced. */
    static Optional<Exercise> balance(Numbers numbers) {
        Gradient gradient = Gradient.of(drawn(numbers, 2, true), numbers.labelled(1, 2), numbers, Loss.SQUARED);
        Network network = gradient.given().network();
        List<Identity.Equation> equations = IntStream.range(0, 2).mapToObj(j -> {
            BigFraction bias = Seen.layer(network, 1).bias().orElseThrow().get(j);
            String unit = "_" + (j + 1);
            return Identity.Equation.of("\\langle W" + unit + ", \\nabla W" + unit + " \\rangle + b" + unit + " \\nabla b"
                    + unit,
                    Layers.inner(Seen.layer(network, 1).weights().row(j), gradient.weights(1).row(j))
                            .add(bias.multiply(gradient.bias(1).get(j))),
                    "\\langle v" + unit + ", \\nabla v" + unit + " \\rangle",
                    Layers.inner(Seen.layer(network, 2).weights().column(j), gradient.weights(2).column(j)));
        }).toList();
        return when(gradient.isFit(), new Identity("Calculate the gradient. Write $W_j$ for row $j$ of $W^1$, $b_j$ for entry "
                + "$j$ of $b^1$ and $v_j$ for entry $j$ of $W^2$, and show for both hidden units that incoming and outgoing "
                + "weights are balanced.", gradient.given(), false, gradient.working(), equations));
    }

    /** Two linear layers are balanced, pair by pair. */
    static Optional<Exercise> linearBalance(Numbers numbers) {
        Network network = Network.of(numbers.layer(2, 2, false, Activation.IDENTITY),
                numbers.layer(1, 2, false, Activation.IDENTITY));
        Gradient gradient = Gradient.of(network, numbers.labelled(1, 2), numbers, Loss.SQUARED);
        Matrix left = product(Seen.layer(network, 1).weights(), gradient.weights(1));
        Matrix g2 = gradient.weights(2);
        Matrix w2 = Seen.layer(network, 2).weights();
        Matrix right = new Matrix(IntStream.range(0, 2).mapToObj(i -> new Vector(IntStream.range(0, 2)
                .mapToObj(j -> g2.get(0, i).multiply(w2.get(0, j))).toList())).toList());
        return when(gradient.isFit() && left.rows().stream().allMatch(row -> Short.are(row.entries())),
                new Identity("Calculate the gradients $G_1$ of $W_1 = W^1$ and $G_2$ of $W_2 = W^2$, and compare the matrices "
                        + "$W_1 G_1^T$ and $G_2^T W_2$.",
                gradient.given(), false, gradient.working(),
                List.of(new Identity.Equation("W_1 G_1^T", left, "G_2^T W_2", right))));
    }

    /** The first times the transpose of the second. */
    private static Matrix product(Matrix first, Matrix second) {
        return new Matrix(first.rows().stream().map(row -> new Vector(second.rows().stream()
                .map(other -> Layers.inner(row, other)).toList())).toList());
    }
}
