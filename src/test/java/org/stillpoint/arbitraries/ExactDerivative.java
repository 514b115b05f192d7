package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;

/**
 * Derivatives of the loss without backpropagation: a network whose every parameter moves along a line is computed with numbers
 * {@code value + slope h}, {@code h^2 = 0}, from the input to the loss. With it any gradient can be checked exactly.
 */
public final class ExactDerivative {

    private ExactDerivative() {
    }

    /**
     * The derivative at h = 0 of the mean loss over the data of {@code network + h direction}.
     *
     * @param direction of the network's own shape
     * @throws DomainException if some pre-activation or the loss of some sample is at a kink
     */
    public static BigFraction along(Network network, Network direction, DataSet data, Loss loss) {
        requireOffTheKinks(network, data, loss);
        return ahead(network, direction, data, loss);
    }

    /**
     * The derivative at h = 0 from the right, which is also there at a kink: what matters then is to which side the direction
     * leads.
     */
    public static BigFraction ahead(Network network, Network direction, DataSet data, Loss loss) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < data.size(); i++) {
            List<Dual> output = output(network, direction, data.inputs().get(i));
            for (int j = 0; j < output.size(); j++) {
                sum = sum.add(loss(loss, output.get(j), data.targets().get(i).get(j)).slope());
            }
        }
        return sum.divide(data.size());
    }

    /**
     * The derivative by each parameter of the mean loss over the data, in the order of {@link Network#parameters()}.
     *
     * @throws DomainException if some pre-activation or the loss of some sample is at a kink
     */
    public static List<BigFraction> gradient(Network network, DataSet data, Loss loss) {
        Shape shape = Shape.of(network);
        return IntStream.range(0, shape.parameters()).mapToObj(i -> along(network, shape.network(new Numbers(
                IntStream.range(0, shape.parameters()).mapToObj(j -> i == j ? BigFraction.ONE : BigFraction.ZERO).toList())),
                data, loss)).toList();
    }

    private static void requireOffTheKinks(Network network, DataSet data, Loss loss) {
        List<List<Vector>> preactivations = Evaluation.preactivations(network, data.inputs()).toList();
        for (int i = 0; i < data.size(); i++) {
            List<Vector> z = preactivations.get(i);
            for (int l = 0; l < z.size(); l++) {
                Activation activation = network.layers().get(l).activation();
                if (z.get(l).entries().stream().anyMatch(Kinks.of(activation)::contains)) {
                    throw new DomainException("a pre-activation of " + activation.id() + " at a kink, expected none there");
                }
            }
            Vector output = Evaluation.output(network, data.inputs().get(i));
            Vector target = data.targets().get(i);
            if (IntStream.range(0, output.size()).anyMatch(j -> Kinks.side(loss, output.get(j), target.get(j)) == 0)) {
                throw new DomainException("the " + loss.id() + " loss at its kink, expected it elsewhere");
            }
        }
    }

    private static List<Dual> output(Network network, Network direction, Vector input) {
        List<Dual> a = input.entries().stream().map(Dual::constant).toList();
        for (int l = 0; l < network.layers().size(); l++) {
            a = layer(network.layers().get(l), direction.layers().get(l), a);
        }
        return a;
    }

    private static List<Dual> layer(Layer layer, Layer direction, List<Dual> below) {
        List<Dual> above = new ArrayList<>();
        for (int j = 0; j < layer.units(); j++) {
            int unit = j;
            Dual z = layer.bias().map(b -> new Dual(b.get(unit), direction.bias().orElseThrow().get(unit)))
                    .orElse(Dual.constant(BigFraction.ZERO));
            for (int k = 0; k < layer.inputs(); k++) {
                z = z.plus(new Dual(layer.weights().get(j, k), direction.weights().get(j, k)).times(below.get(k)));
            }
            above.add(activation(layer.activation(), z));
        }
        return above;
    }

    private static Dual activation(Activation activation, Dual z) {
        Dual one = Dual.constant(BigFraction.ONE);
        return switch (activation.id().split(":")[0]) {
            case "identity" -> z;
            case "relu" -> positivePart(z);
            case "leaky-relu" -> z.signum() > 0 ? z : z.times(slopeBelow(activation));
            case "abs" -> z.abs();
            case "hard-tanh" -> z.abs().plus(Dual.constant(BigFraction.MINUS_ONE)).signum() < 0 ? z
                    : Dual.constant(new BigFraction(z.signum()));
            case "softsign" -> z.over(one.plus(z.abs()));
            case "rational-sigmoid" -> one.plus(z.over(one.plus(z.abs()))).times(BigFraction.ONE_HALF);
            default -> throw new IllegalArgumentException("no dual numbers for " + activation.id());
        };
    }

    /** Of a leaky-relu; its name says if it is another one than 1/100. */
    private static BigFraction slopeBelow(Activation leaky) {
        int colon = leaky.id().indexOf(':');
        return colon < 0 ? new BigFraction(1, 100) : ExactNumber.parse(leaky.id().substring(colon + 1));
    }

    private static Dual loss(Loss loss, Dual f, BigFraction y) {
        Dual difference = f.plus(Dual.constant(y.negate()));
        Dual margin = f.times(y);
        return switch (loss.rational()) {
            case PERCEPTRON -> positivePart(margin.times(BigFraction.MINUS_ONE));
            case HINGE -> positivePart(Dual.constant(BigFraction.ONE).plus(margin.times(BigFraction.MINUS_ONE)));
            case SQUARED -> difference.times(difference).times(BigFraction.ONE_HALF);
            case ABSOLUTE -> difference.abs();
        };
    }

    private static Dual positivePart(Dual z) {
        return z.signum() > 0 ? z : Dual.constant(BigFraction.ZERO);
    }
}
