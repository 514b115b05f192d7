package org.stillpoint.training;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.engine.reference.KernelArrays;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Sgd;

/** Gradients over a whole data set. */
public final class Gradients {

    private Gradients() {
    }

    /**
     * The mean of the samples' gradients.
     *
     * @param loss gives dl/df of a sample from its output and target
     * @param kappa the derivative of an activation at its kink, such as that of ReLU at 0
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network
     */
    public static NetworkGradient mean(Network network, DataSet data, LossDerivative loss, BigFraction kappa) {
        return mean(network, data, loss, KinkDerivatives.all(kappa));
    }

    /** As with one kappa, but with the derivatives of the activations at their kinks. */
    public static NetworkGradient mean(Network network, DataSet data, LossDerivative loss, KinkDerivatives kinks) {
        KernelArrays.requireFit(network, data);
        return KernelArrays.gradient(Sgd.batchGradient(KernelArrays.parameters(network), KernelArrays.rule(network, kinks, loss),
                KernelArrays.arrays(data.inputs()), KernelArrays.arrays(data.targets())));
    }
}
