package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

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
                IntStream.range(0, shape.parameters()).mapToObj(j -> i == j ? BigFraction.ONE : BigFraction.ZERO).toList())), data, loss))
                .toList();
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
        if (Kinks.of(activation).contains(z.value())) {
            throw new DomainException("a pre-activation of " + activation.id() + " at a kink, expected none there");
        }
        Dual zero = Dual.constant(BigFraction.ZERO);
        Dual one = Dual.constant(BigFraction.ONE);
        return switch (activation) {
            case IDENTITY -> z;
            case RELU -> z.value().signum() > 0 ? z : zero;
            case LEAKY_RELU -> z.value().signum() > 0 ? z : z.times(new BigFraction(1, 100));
            case ABS -> z.abs();
            case HARD_TANH -> z.value().abs().compareTo(BigFraction.ONE) < 0 ? z : Dual.constant(new BigFraction(z.value().signum()));
            case SOFTSIGN -> z.over(one.plus(z.abs()));
            case RATIONAL_SIGMOID -> one.plus(z.over(one.plus(z.abs()))).times(BigFraction.ONE_HALF);
        };
    }

    private static Dual loss(Loss loss, Dual f, BigFraction y) {
        if (Kinks.side(loss, f.value(), y) == 0) {
            throw new DomainException("the " + loss.id() + " loss at its kink, expected it elsewhere");
        }
        Dual zero = Dual.constant(BigFraction.ZERO);
        Dual difference = f.plus(Dual.constant(y.negate()));
        Dual margin = f.times(y);
        return switch (loss) {
            case PERCEPTRON -> margin.value().signum() < 0 ? margin.times(BigFraction.MINUS_ONE) : zero;
            case HINGE -> margin.value().compareTo(BigFraction.ONE) < 0
                    ? Dual.constant(BigFraction.ONE).plus(margin.times(BigFraction.MINUS_ONE)) : zero;
            case SQUARED -> difference.times(difference).times(BigFraction.ONE_HALF);
            case ABSOLUTE -> difference.abs();
        };
    }
}
