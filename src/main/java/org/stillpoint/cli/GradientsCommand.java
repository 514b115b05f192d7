package org.stillpoint.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealGradients;
import org.stillpoint.format.Difference;
import org.stillpoint.format.DifferenceFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.training.Enclosing;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Gradients;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Computes the mean gradient over a data set. */
@Command(name = "gradients", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "The mean gradient over a data set, in the shape of the network.",
        footer = {"", "Exit code 1 if --expect is given and a number differs."})
final class GradientsCommand implements Callable<Integer> {

    @Mixin
    private DataInput input;

    @Option(names = "--loss", defaultValue = "hinge", converter = LossConverter.class, paramLabel = "LOSS",
            description = "perceptron, hinge, squared, absolute, logistic or cross-entropy (default: ${DEFAULT-VALUE}).")
    private Loss loss;

    @Mixin
    private KinkOptions kinks;

    @Mixin
    private EngineOptions engine;

    @ArgGroup(exclusive = false)
    private ExpectOptions expectation;

    @Option(names = "--json",
            description = "The result as JSON: loss, gradients; with --expect also differs, where \"expected\" is what the"
            + " file says, \"actual\" what was computed.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result there, not to standard output.")
    private String out;

    private final Terminal terminal;

    GradientsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Certainty certainty = engine.certainty();
        if (expectation != null) {
            input.requireOtherInput("--expect", expectation.file());
        }
        DataInput.Input read = input.read(terminal, loss);
        RealGradients gradients = engine.engine(read.network(), loss) == EngineName.ENCLOSURE
                ? Enclosing.gradients(read.network(), read.data(), loss, kinks.derivatives(), certainty)
                : exact(read.network(), read.data());
        ObjectNode result = ResultFormat.write(gradients);
        if (expectation == null) {
            terminal.write(out, json ? Json.write(result)
                    : "mean loss: " + Readable.number(gradients.loss()) + "\n" + TraceText.gradient(gradients.layers(), ""));
            return 0;
        }
        List<Difference> differs = expectation.differences(terminal, read.network(), gradients);
        result.set("differs", DifferenceFormat.write(differs));
        terminal.write(out, json ? Json.write(result) : text(differs));
        return differs.isEmpty() ? 0 : 1;
    }

    private RealGradients exact(Network network, DataSet data) {
        return RealGradients.of(Evaluation.meanLoss(network, data, loss),
                Gradients.mean(network, data, loss.rational(), kinks.derivatives()));
    }

    private static String text(List<Difference> differs) {
        return differs.isEmpty() ? "as expected: no number differs\n"
                : DifferenceFormat.text(differs) + "not as expected: " + differs.size()
                        + (differs.size() == 1 ? " number differs\n" : " numbers differ\n");
    }
}
