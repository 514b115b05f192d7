package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.engine.Certainty;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.training.Enclosing;

/** Softmax regression from zero: outputs of 1/2 each, whatever exp is, and rows that part in the first step. */
final class SoftmaxTask {

    private SoftmaxTask() {
    }

    static Optional<Exercise> atZero(Numbers numbers) {
        Network start = Network.of(Numbers.zero(2, 2, true, Activation.SOFTMAX));
        Vector input = numbers.input(2);
        boolean first = numbers.coin();
        Vector target = first ? Vector.of("1", "0") : Vector.of("0", "1");
        Vector delta = first ? Vector.of("-1/2", "1/2") : Vector.of("1/2", "-1/2");
        Matrix gradient = new Matrix(delta.entries().stream().map(d -> times(d, input)).toList());
        List<Block> working = new ArrayList<>(List.of(
                Block.says("Both pre-activations are 0, so softmax gives each class the probability $p = \\frac{1}{2}$. With "
                        + "cross-entropy the error of class $j$ is $\\delta_j = p_j - y_j$, and the gradient of row $j$ is "
                        + "$\\delta_j$ times the input."),
                Block.says("The rows have opposite gradients, which are not 0: they part in the first step.")));
        DataSet data = new DataSet(List.of(input), List.of(target));
        return Optional.of(new Identity("Calculate the gradient of both rows of $W^1$ under cross-entropy. Do the rows stay "
                + "equal?",
                new Given(start, data, numbers.settings(Loss.CROSS_ENTROPY, 1, 1)), false, working,
                List.of(new Identity.Equation("\\delta x^T", gradient, "\\nabla W^1", gradient(start, data)))));
    }

    /** Exact, because what softmax makes of equal numbers is. */
    private static Matrix gradient(Network start, DataSet data) {
        return new Matrix(Enclosing.gradients(start, data, Loss.CROSS_ENTROPY, KinkDerivatives.all(BigFraction.ZERO),
                Certainty.DEFAULT).layers().get(0).weights().stream()
                .map(row -> new Vector(row.stream().map(entry -> ((Exact) entry).value()).toList())).toList());
    }

    private static Vector times(BigFraction factor, Vector vector) {
        return new Vector(vector.entries().stream().map(factor::multiply).toList());
    }
}
