package org.stillpoint.cli;

import java.util.List;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.RealGradients;
import org.stillpoint.format.Difference;
import org.stillpoint.format.ExpectedGradients;
import org.stillpoint.format.Json;
import picocli.CommandLine.Option;

/** The options that name gradients to compare with, and how far they may be from the exact ones. */
final class ExpectOptions {

    @Option(names = "--expect", required = true, paramLabel = "FILE",
            description = "Compare with the gradients in this file, in the shape of --json (the loss may be left out), and name "
                    + "each number that differs, with both values; - for standard input.")
    private String file;

    @Option(names = "--ulps", defaultValue = "0", paramLabel = "K",
            description = "A number x of the file is right if |x - q| <= K ulp(q), q being the exact one, where ulp(q) = "
                    + "2^(max(e, -1022) - 52) with 2^e <= |q| < 2^(e + 1), and 2^-1074 for q = 0: the unit in the last place of "
                    + "float64. Where q is enclosed, x is right or wrong if it is so for every number of the enclosure; else it "
                    + "is refused, and more --digits help (default: ${DEFAULT-VALUE}).")
    private int ulps;

    String file() {
        return file;
    }

    /** Where the file differs from the gradient of a network. */
    List<Difference> differences(Terminal terminal, Network network, RealGradients computed) {
        if (ulps < 0) {
            throw new UsageException("--ulps " + ulps + ", expected 0 or more");
        }
        return ExpectedGradients.differences(Json.read(terminal.source(file)), network, computed, ulps);
    }
}
