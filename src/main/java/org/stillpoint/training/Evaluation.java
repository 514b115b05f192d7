package org.stillpoint.training;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
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
     * The share of samples with {@code sign(f) = sign(y)} in every output, where {@code f = 0} is no label and so never right.
     *
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network
     */
    public static BigFraction accuracy(Network network, DataSet data) {
        KernelArrays.requireFit(network, data);
        int right = Classification.countRight(KernelArrays.parameters(network), KernelArrays.hiddenActivations(network),
                KernelArrays.arrays(data.inputs()), KernelArrays.arrays(data.targets()), NO_LABEL);
        return new BigFraction(right, data.size());
    }

    private static Vector output(Parameters parameters, ActivationFunction[] sigma, Vector input) {
        BigFraction[][] z = Backpropagation.preactivations(parameters, sigma, KernelArrays.array(input));
        return KernelArrays.vector(z[z.length - 1]);
    }
}
