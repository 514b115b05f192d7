package org.stillpoint.kink;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.training.Evaluation;

/**
 * The one-sided derivatives of the mean loss over a data set, at the parameters of a network: along d, the limit of
 * {@code (L(w + t d) - L(w)) / t} as t falls to 0. There is one along every d, at kinks too, and it is computed without
 * backpropagation, from the parameters to the loss; where a pre-activation leaves a kink, its sign says to which side.
 */
public final class OneSided {

    private final List<Tangent> samples;
    private final int parameters;

    private OneSided(List<Tangent> samples, int parameters) {
        this.samples = samples;
        this.parameters = parameters;
    }

    /** @throws DomainException if the data does not fit the network, or an activation is not rational */
    public static OneSided of(Network network, DataSet data, RationalLoss loss) {
        Evaluation.requireFit(network, data);
        return new OneSided(IntStream.range(0, data.size())
                .mapToObj(i -> new Tangent(network, loss, data.inputs().get(i), data.targets().get(i))).toList(),
                network.parameters().size());
    }

    /**
     * The right derivative along a direction; the left one is minus that along minus the direction.
     *
     * @param direction in the order of {@link Network#parameters()}
     * @throws DomainException if there is not one number a parameter
     */
    public BigFraction along(List<BigFraction> direction) {
        if (direction.size() != parameters) {
            throw new DomainException("a direction of length " + direction.size() + ", expected " + parameters
                    + ", one number for each parameter");
        }
        return rate(direction).value();
    }

    int parameters() {
        return parameters;
    }

    List<Tangent> samples() {
        return samples;
    }

    /** Its value is the right derivative. */
    Rate rate(List<BigFraction> direction) {
        return mean(new Rate.Along(direction));
    }

    /** The right derivative as a function of the direction, if it has the form of {@link Form}. */
    Optional<Form> form() {
        return mean(new Form.Everywhere());
    }

    /** The rate of the mean loss. */
    <R> R mean(Rules<R> rules) {
        return rules.times(rules.sum(samples.stream().map(sample -> sample.rate(rules)).toList()),
                new BigFraction(1, samples.size()));
    }

    /** The direction of one parameter. */
    List<BigFraction> unit(int index, BigFraction rate) {
        return Stream.iterate(0, i -> i + 1).limit(parameters).map(i -> i == index ? rate : BigFraction.ZERO).toList();
    }
}
