package org.stillpoint.enumeration;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/**
 * Networks with one hidden layer of ReLU units and one output, and how they are trained. The network of index i has the digits of
 * i, to the base of the number of values, as its parameters: unit by unit its incoming weights, its bias and its outgoing weight,
 * then the bias of the output; the last one changes fastest.
 *
 * @param units hidden units, from 1
 * @param bias whether both layers have one
 * @param values what a parameter can be, at least one number and none twice
 * @param data labels 1 and -1
 * @param settings perceptron or hinge loss, no momentum, no weight decay
 */
public record Problem(int units, boolean bias, List<BigFraction> values, DataSet data, Settings settings) {

    private static final Set<Loss> LOSSES = Set.of(Loss.PERCEPTRON, Loss.HINGE);

    /** @throws DomainException if one of these conditions does not hold, or there are more networks than a long can count */
    public Problem {
        values = List.copyOf(values);
        values.forEach(ExactNumber::requirePlain);
        require(units >= 1, units + " hidden units, expected at least 1");
        require(!values.isEmpty() && Set.copyOf(values).size() == values.size(),
                "values " + values + ", expected some, and none twice");
        require(data.targets().stream().allMatch(target -> target.size() == 1
                && target.get(0).abs().compareTo(BigFraction.ONE) == 0), "targets other than 1 and -1, expected labels");
        require(LOSSES.contains(settings.loss()), "loss " + settings.loss().id() + ", expected perceptron or hinge");
        require(settings.momentum().signum() == 0 && settings.weightDecay().signum() == 0,
                "momentum or weight decay, expected neither");
        int parameters = units * (data.inputWidth() + (bias ? 2 : 1)) + (bias ? 1 : 0);
        require(BigInteger.valueOf(values.size()).pow(parameters).bitLength() < Long.SIZE,
                parameters + " parameters of " + values.size() + " values, expected at most 2^63 - 1 networks");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new DomainException(message);
        }
    }

    int inputs() {
        return data.inputWidth();
    }

    /** Incoming weights, bias if there is one, outgoing weight. */
    int parametersOfAUnit() {
        return inputs() + (bias ? 2 : 1);
    }

    int parameters() {
        return units * parametersOfAUnit() + (bias ? 1 : 0);
    }

    /** Units that differ. */
    long unitCount() {
        return power(values.size(), parametersOfAUnit());
    }

    /** All networks. */
    public long networks() {
        return power(values.size(), parameters());
    }

    private static long power(long base, int exponent) {
        return BigInteger.valueOf(base).pow(exponent).longValueExact();
    }

    /** The network of an index, from 0. */
    public Network network(long index) {
        BigFraction[] parameters = new BigFraction[parameters()];
        long rest = index;
        for (int i = parameters.length - 1; i >= 0; i--) {
            parameters[i] = values.get((int) (rest % values.size()));
            rest /= values.size();
        }
        return network(List.of(parameters));
    }

    /** The network with these parameters, in the order of the digits. */
    Network network(List<BigFraction> parameters) {
        int row = parametersOfAUnit();
        List<List<BigFraction>> rows = IntStream.range(0, units).mapToObj(j -> parameters.subList(j * row, (j + 1) * row))
                .toList();
        Stream<Vector> incoming = rows.stream().map(unit -> new Vector(unit.subList(0, inputs())));
        Vector outgoing = new Vector(rows.stream().map(unit -> unit.get(row - 1)).toList());
        return Network.of(
                new Layer(new Matrix(incoming.toList()), biases(rows.stream().map(unit -> unit.get(inputs())).toList()),
                        Activation.RELU),
                new Layer(Matrix.of(outgoing), biases(parameters.subList(parameters.size() - 1, parameters.size())),
                        Activation.IDENTITY));
    }

    private Optional<Vector> biases(List<BigFraction> entries) {
        return bias ? Optional.of(new Vector(entries)) : Optional.empty();
    }
}
