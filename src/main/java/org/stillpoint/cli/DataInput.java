package org.stillpoint.cli;

import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a network and the data for it. */
final class DataInput {

    @Mixin
    private NetworkInput network;

    @Option(names = "--data", required = true, paramLabel = "FILE",
            description = "The data, JSON, or CSV with the target in the last column; - for standard input.")
    private String file;

    @Mixin
    private DataLimits limits;

    NetworkInput network() {
        return network;
    }

    /** Refuses standard input for one more file than one. */
    void requireOtherInput(String option, String other) {
        if (other.equals("-") && (network.file().equals("-") || file.equals("-"))) {
            throw new UsageException(option + " is - and so is " + (file.equals("-") ? "--data" : "--network")
                    + ", expected standard input for one of them only");
        }
    }

    /** The network with the data, which fits it and has targets that the loss takes. */
    Input read(Terminal terminal, Loss loss) {
        return limits.read(terminal, network, file, loss::requireTargets);
    }

    /** What a command works on. */
    record Input(Network network, DataSet data) {
    }
}
