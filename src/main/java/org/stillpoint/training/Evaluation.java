package org.stillpoint.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.reference.ForwardPass;
import org.stillpoint.engine.reference.KernelArrays;

/**
 * What a network says, and how right it is, exactly; what computes ends with a {@link org.stillpoint.domain.DomainException} if
 * an activation or the loss is not rational.
 */
public final class Evaluation {

    private Evaluation() {
    }

    /**
     * Checks that the data has the inputs and targets of the network.
     *
     * @throws org.stillpoint.domain.DomainException if it has not
     */
    public static void requireFit(Network network, DataSet data) {
        KernelArrays.requireFit(network, data);
    }

    /**
     * The output f(x).
     *
     * @throws org.stillpoint.domain.DomainException if the input does not have the length that the network takes
     */
    public static Vector output(Network network, Vector input) {
        KernelArrays.requireFit(network, input);
        return new ForwardPass(network).output(input);
    }

    /**
     * The pre-activations of each input, in order: one vector a layer, {@code z = W a + b}, the last one the output before its
     * activation.
     *
     * @throws org.stillpoint.domain.DomainException if an input does not have the length that the network takes
     */
    public static Stream<List<Vector>> preactivations(Network network, List<Vector> inputs) {
        inputs.forEach(input -> KernelArrays.requireFit(network, input));
        return inputs.stream().map(new ForwardPass(network)::preactivations);
    }

    /**
     * The mean of the loss over the data.
     *
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network
     */
    public static BigFraction meanLoss(Network network, DataSet data, Loss loss) {
        KernelArrays.requireFit(network, data);
        return new ForwardPass(network).meanLoss(data, loss.rational());
    }

    /**
     * The share of samples that are right by the rule of the data; empty if its targets are no labels.
     *
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network
     */
    public static Optional<Accuracy> accuracy(Network network, DataSet data) {
        return AccuracyRule.of(data).map(rule -> Accuracy.of(rule, right(network, data, rule), data.size()));
    }

    /**
     * How many samples are right by a rule.
     *
     * @param rule one that the targets fit
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network
     */
    public static int right(Network network, DataSet data, AccuracyRule rule) {
        KernelArrays.requireFit(network, data);
        return new ForwardPass(network).right(data, rule);
    }
}
