package org.stillpoint.cli;

import java.util.stream.Stream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.format.DataFormat;
import org.stillpoint.training.Evaluation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a network and the data for it. */
final class DataInput {

    @Mixin
    private NetworkInput network;

    @Option(names = "--data", required = true, paramLabel = "FILE",
            description = "The data, JSON or CSV with the target in the last column; - for standard input.")
    private String file;

    @Option(names = "--max-samples", defaultValue = "20000", paramLabel = "N",
            description = "Refuse data of more samples (default: ${DEFAULT-VALUE}).")
    private int maxSamples;

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

    /** The network with the data, which fits it. */
    Input read(Terminal terminal) {
        if (network.file().equals("-") && file.equals("-")) {
            throw new UsageException("--network and --data are both -, expected standard input for one of them only");
        }
        Network read = network.read(terminal);
        DataSet data = DataFormat.read(terminal.source(file));
        if (data.size() > maxSamples) {
            throw new UsageException(file + ": " + data.size() + " samples, expected at most " + maxSamples + " (--max-samples)");
        }
        network.requireShort(file, Stream.concat(data.inputs().stream(), data.targets().stream())
                .flatMap(vector -> vector.entries().stream()));
        try {
            Evaluation.requireFit(read, data);
        } catch (DomainException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
        return new Input(read, data);
    }

    /** What a command works on. */
    record Input(Network network, DataSet data) {
    }
}
