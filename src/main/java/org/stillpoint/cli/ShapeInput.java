package org.stillpoint.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The options that name an architecture, and the bound on its size. */
final class ShapeInput {

    @Option(names = "--shape", required = true, split = ",", paramLabel = "N",
            description = "Inputs, units of each hidden layer, outputs, such as 10,10,1.")
    private List<Integer> widths;

    @Option(names = "--no-bias", description = "No layer has a bias.")
    private boolean noBias;

    @Option(names = "--max-parameters", defaultValue = "20000", paramLabel = "N",
            description = "Refuse a shape with more parameters (default: ${DEFAULT-VALUE}).")
    private int maxParameters;

    List<Integer> widths() {
        return widths;
    }

    boolean bias() {
        return !noBias;
    }

    void requireFewParameters() {
        long parameters = 0;
        for (int l = 1; l < widths.size(); l++) {
            parameters += (widths.get(l - 1) + (noBias ? 0L : 1L)) * widths.get(l);
            if (parameters > maxParameters) {
                throw new UsageException("a shape with more than " + maxParameters
                        + " parameters, expected at most " + maxParameters + " (--max-parameters)");
            }
        }
    }
}
