package org.stillpoint.cli;

import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.TargetException;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Source;
import org.stillpoint.training.Evaluation;
import picocli.CommandLine.Option;

/** The bounds on what data may hold, and the reading of data within them. */
final class DataLimits {

    @Option(names = "--max-samples", defaultValue = "20000", paramLabel = "N",
            description = "Refuse data with more samples (default: ${DEFAULT-VALUE}).")
    private int maxSamples;

    /**
     * The network with the data of a file, which fits it.
     *
     * @param required refuses the data or the last activation by throwing
     */
    DataInput.Input read(Terminal terminal, NetworkInput network, String file, BiConsumer<Network, DataSet> required) {
        if (network.file().equals("-") && file.equals("-")) {
            throw new UsageException("--network and --data are both -, expected standard input for one of them only");
        }
        Network read = network.read(terminal);
        Source source = terminal.source(file);
        DataSet data = DataFormat.read(source);
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
        try {
            required.accept(read, data);
        } catch (TargetException e) {
            throw DataFormat.targetError(source, e.sample(), e.getMessage());
        } catch (DomainException e) {
            throw new UsageException(network.file() + ": /layers/" + (read.layers().size() - 1) + "/activation: "
                    + e.getMessage());
        }
        return new DataInput.Input(read, data);
    }
}
