package org.stillpoint.cli;

import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Named;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.Certainty;
import picocli.CommandLine.Option;

/** The options that say what does the arithmetic, and how well its numbers are to be known. */
final class EngineOptions {

    @Option(names = "--engine", converter = EngineConverter.class, paramLabel = "ENGINE",
            description = "reference (the proved kernel) or fast, with the same exact result; or enclosure, where a number "
                    + "that is not known exactly is enclosed: 0.7311 +- 1e-4 is at most 1e-4 away from the true one. Gradients "
                    + "and traces that are exact are always those of the reference (default: fast; enclosure for an activation "
                    + "or a loss that is not rational).")
    private EngineName name;

    @Option(names = "--digits", defaultValue = "20", paramLabel = "D",
            description = "Enclose each number in one unit of its last of so many significant digits, 1 to 1000, or in 10^-D "
                    + "around 0 (default: ${DEFAULT-VALUE}). Exact numbers have all their digits.")
    private int digits;

    @Option(names = "--max-precision", defaultValue = "16384", paramLabel = "BITS",
            description = "Stop before a step that the enclosure engine cannot take with so many bits "
                    + "(default: ${DEFAULT-VALUE}).")
    private int maxPrecision;

    /** Refuses what cannot be asked for, on every engine. */
    Certainty certainty() {
        return new Certainty(digits, maxPrecision);
    }

    /** What computes on the network with the loss; an exact engine only if they are rational. */
    EngineName engine(Network network, Loss loss) {
        if (network.isRational() && loss.isRational()) {
            return name == null ? EngineName.FAST : name;
        }
        if (name != null && name != EngineName.ENCLOSURE) {
            throw new UsageException("--engine " + name.id() + " with " + irrational(network, loss).id()
                    + ", which is not exact over the rationals, expected --engine enclosure");
        }
        return EngineName.ENCLOSURE;
    }

    /** The first activation that is not rational, or else the loss. */
    static Named irrational(Network network, Loss loss) {
        return network.layers().stream().map(Layer::activation).filter(activation -> !activation.isRational())
                .<Named>map(Activation.class::cast).findFirst().orElse(loss);
    }
}
