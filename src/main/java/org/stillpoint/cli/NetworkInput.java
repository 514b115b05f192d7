package org.stillpoint.cli;

import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.format.NetworkFormat;
import picocli.CommandLine.Option;

/** The option that names a network, and the bounds on what it may hold. */
final class NetworkInput {

    @Option(names = "--network", required = true, paramLabel = "FILE", description = "The network, JSON; - for standard input.")
    private String file;

    @Option(names = "--max-parameters", defaultValue = "20000", paramLabel = "N",
            description = "Refuse a network with more parameters (default: ${DEFAULT-VALUE}).")
    private int maxParameters;

    @Option(names = "--max-bits", defaultValue = "32768", paramLabel = "N",
            description = "Refuse numbers with more bits in numerator or denominator, and stop before a step that makes them"
                    + " (default: ${DEFAULT-VALUE}).")
    private int maxBits;

    String file() {
        return file;
    }

    int maxBits() {
        return maxBits;
    }

    Network read(Terminal terminal) {
        Network network = NetworkFormat.read(terminal.source(file));
        if (network.parameters().size() > maxParameters) {
            throw new UsageException(file + ": " + network.parameters().size() + " parameters, expected at most "
                    + maxParameters + " (--max-parameters)");
        }
        requireShort(file, network.parameters().stream());
        return network;
    }

    void requireShort(String where, Stream<BigFraction> numbers) {
        if (numbers.mapToInt(ExactNumber::bits).anyMatch(bits -> bits > maxBits)) {
            throw new UsageException(where + ": a number with more than " + maxBits + " bits, expected at most " + maxBits
                    + " (--max-bits)");
        }
    }
}
