package org.stillpoint.engine.reference;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Network;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LossDerivative;

/**
 * The activation of the last layer. The kernel has none there, and any loss: to it this one is a part of the loss, whose
 * derivative by pre-activation z is {@code l'(sigma(z), y) sigma'(z)}.
 */
final class OutputActivation {

    private final boolean isIdentity;
    private final ActivationFunction sigma;
    private final BigFraction kappa;

    private OutputActivation(boolean isIdentity, ActivationFunction sigma, BigFraction kappa) {
        this.isIdentity = isIdentity;
        this.sigma = sigma;
        this.kappa = kappa;
    }

    /** @throws org.stillpoint.domain.DomainException if it is not rational */
    static OutputActivation of(Network network, KinkDerivatives kinks) {
        Activation last = network.outputActivation();
        return new OutputActivation(last == Activation.IDENTITY, kinks.function(last), kinks.kappa());
    }

    boolean isIdentity() {
        return isIdentity;
    }

    /** The output of the network. */
    BigFraction[] output(BigFraction[] z) {
        if (isIdentity) {
            return z;
        }
        BigFraction[] f = new BigFraction[z.length];
        for (int j = 0; j < z.length; j++) {
            f[j] = sigma.value(z[j]);
        }
        return f;
    }

    /** The derivative of the loss by the pre-activations of the last layer. */
    LossDerivative behind(LossDerivative loss) {
        return isIdentity ? loss : (z, target) -> {
            BigFraction[] g = loss.at(output(z), target);
            BigFraction[] delta = new BigFraction[z.length];
            for (int j = 0; j < z.length; j++) {
                delta[j] = g[j].multiply(sigma.derivative(z[j], kappa));
            }
            return delta;
        };
    }
}
