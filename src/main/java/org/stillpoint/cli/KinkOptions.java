package org.stillpoint.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import picocli.CommandLine.Option;

/** The options that say what the derivative of an activation is at its kink. */
final class KinkOptions {

    @Option(names = "--kappa", defaultValue = "0", converter = ExactNumberConverter.class, paramLabel = "Q",
            description = "The derivative at the kink of relu, leaky-relu and abs (default: ${DEFAULT-VALUE}).")
    private BigFraction kappa;

    @Option(names = "--kink", split = ",", converter = KinkConverter.class, paramLabel = "A=Q",
            description = "The derivative at the kinks of these activations, such as relu=0,hard-tanh=1/2; takes precedence over"
                    + " --kappa (default for hard-tanh: 1).")
    private List<Kink> kinks = List.of();

    /** One activation with its derivative. */
    record Kink(Activation activation, BigFraction derivative) {
    }

    KinkDerivatives derivatives() {
        Map<Activation, BigFraction> own = new HashMap<>();
        for (Kink kink : kinks) {
            if (own.put(kink.activation(), kink.derivative()) != null) {
                throw new UsageException("--kink names " + kink.activation().id()
                        + " twice, expected each activation at most once");
            }
        }
        return new KinkDerivatives(kappa, own);
    }
}
