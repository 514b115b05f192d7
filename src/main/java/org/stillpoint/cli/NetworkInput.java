package org.stillpoint.cli;

import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Midpoints;
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

    @Option(names = "--midpoints",
            description = "Take the middles of enclosures, as train --out writes them for numbers that it does not know exactly; "
                    + "the result is then no longer exact.")
    private boolean midpoints;

    String file() {
        return file;
    }

    int maxBits() {
        return maxBits;
    }

    Network read(Terminal terminal) {
        Network network = NetworkFormat.read(json(terminal, file));
        if (network.parameters().size() > maxParameters) {
            throw new UsageException(file + ": " + network.parameters().size() + " parameters, expected at most "
                    + maxParameters + " (--max-parameters)");
        }
        requireShort(file, network.parameters().stream());
        return network;
    }

    /** A file in the shape of a network, without enclosures if their middles are wanted. */
    JsonCursor json(Terminal terminal, String name) {
        JsonCursor json = Json.read(terminal.source(name));
        if (!midpoints) {
            return json;
        }
        Midpoints.Exact exact = Midpoints.of(json);
        if (exact.taken() > 0) {
            terminal.err().println(name + ": --midpoints took the middles of " + exact.taken()
                    + (exact.taken() == 1 ? " enclosure" : " enclosures") + ": the result is no longer exact");
        }
        return exact.value();
    }

    void requireShort(String where, Stream<BigFraction> numbers) {
        if (numbers.mapToInt(ExactNumber::bits).anyMatch(bits -> bits > maxBits)) {
            throw new UsageException(where + ": a number with more than " + maxBits + " bits, expected at most " + maxBits
                    + " (--max-bits)");
        }
    }
}
