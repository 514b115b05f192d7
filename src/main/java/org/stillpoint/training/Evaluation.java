package org.stillpoint.training;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Classification;
import org.stillpoint.kernel.Parameters;

/** What a network says, and how right it is. */
public final class Evaluation {

    private static final int NO_LABEL = 0;

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
        return output(KernelArrays.parameters(network), KernelArrays.hiddenActivations(network), input);
    }

    /**
     * The pre-activations of each sample, in order: one vector a layer, {@code z = W a + b}, the last one the output.
     *
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network
     */
    public static Stream<List<Vector>> preactivations(Network network, DataSet data) {
        KernelArrays.requireFit(network, data);
        Parameters parameters = KernelArrays.parameters(network);
        ActivationFunction[] sigma = KernelArrays.hiddenActivations(network);
        return data.inputs().stream()
                .map(input -> KernelArrays.vectors(Backpropagation.preactivations(parameters, sigma, KernelArrays.array(input))));
    }

    /**
     * The mean of the loss over the data.
     *
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network
     */
    public static BigFraction meanLoss(Network network, DataSet data, Loss loss) {
        KernelArrays.requireFit(network, data);
        Parameters parameters = KernelArrays.parameters(network);
        ActivationFunction[] sigma = KernelArrays.hiddenActivations(network);
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < data.size(); i++) {
            sum = sum.add(loss.value(output(parameters, sigma, data.inputs().get(i)), data.targets().get(i)));
        }
        return sum.divide(data.size());
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
        return switch (rule) {
            case SIGN -> Classification.countRight(KernelArrays.parameters(network), KernelArrays.hiddenActivations(network),
                    KernelArrays.arrays(data.inputs()), KernelArrays.arrays(data.targets()), NO_LABEL);
            case THRESHOLD -> count(network, data, (f, y) -> f.get(0).compareTo(BigFraction.ONE_HALF) > 0 == y.get(0).signum() > 0);
            case ARGMAX -> count(network, data, Evaluation::isOnlyLargest);
        };
    }

    private static int count(Network network, DataSet data, BiPredicate<Vector, Vector> isRight) {
        Parameters parameters = KernelArrays.parameters(network);
        ActivationFunction[] sigma = KernelArrays.hiddenActivations(network);
        return (int) IntStream.range(0, data.size())
                .filter(i -> isRight.test(output(parameters, sigma, data.inputs().get(i)), data.targets().get(i))).count();
    }

    /** Whether no other output is as large as the one whose target is 1. */
    private static boolean isOnlyLargest(Vector f, Vector y) {
        BigFraction hot = f.get(y.entries().indexOf(BigFraction.ONE));
        return f.entries().stream().filter(output -> output.compareTo(hot) >= 0).count() == 1;
    }

    private static Vector output(Parameters parameters, ActivationFunction[] sigma, Vector input) {
        BigFraction[][] z = Backpropagation.preactivations(parameters, sigma, KernelArrays.array(input));
        return KernelArrays.vector(z[z.length - 1]);
    }
}
