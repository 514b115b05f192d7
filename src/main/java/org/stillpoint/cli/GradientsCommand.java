package org.stillpoint.cli;

import java.util.concurrent.Callable;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Loss;
import org.stillpoint.format.Json;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Gradients;
import org.stillpoint.training.NetworkGradient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes the mean gradient over a data set. */
@Command(name = "gradients", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "The mean gradient over a data set, in the shape of the network.")
final class GradientsCommand implements Callable<Integer> {

    @Mixin
    private DataInput input;

    @Option(names = "--loss", defaultValue = "hinge", converter = LossConverter.class, paramLabel = "LOSS",
            description = "perceptron, hinge, squared or absolute (default: ${DEFAULT-VALUE}).")
    private Loss loss;

    @Mixin
    private KinkOptions kinks;

    @Option(names = "--json", description = "The result as JSON: loss, gradients.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result there, not to standard output.")
    private String out;

    private final Terminal terminal;

    GradientsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DataInput.Input read = input.read(terminal);
        BigFraction mean = Evaluation.meanLoss(read.network(), read.data(), loss);
        NetworkGradient gradient = Gradients.mean(read.network(), read.data(), loss, kinks.derivatives());
        terminal.write(out, json ? Json.write(ResultFormat.write(mean, gradient))
                : "mean loss: " + Readable.number(mean) + "\n" + TraceText.gradient(gradient, ""));
        return 0;
    }
}
