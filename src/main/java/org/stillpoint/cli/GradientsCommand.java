package org.stillpoint.cli;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.Callable;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealGradients;
import org.stillpoint.format.AtKinksFormat;
import org.stillpoint.format.Difference;
import org.stillpoint.format.DifferenceFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.kink.AtKinks;
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
        footer = {"", "Exit code 1 if --expect is given and a number differs, or --at-kinks and some parameter has a derivative "
                + "that the gradient is not."})
final class GradientsCommand implements Callable<Integer> {

    /** A minute or so. */
    private static final BigInteger MOST_AT_KINKS = BigInteger.valueOf(100_000_000);

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

    @Option(names = "--at-kinks",
            description = "Compare the gradient with the exact left and right derivative of the loss by each parameter, and say "
                    + "whether the loss is differentiable; activations and loss have to be rational.")
    private boolean atKinks;

    @Option(names = "--json",
            description = "The result as JSON: loss, gradients; with --expect also differs, where \"expected\" is what the"
            + " file says, \"actual\" what was computed; with --at-kinks also atKinks.")
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
        if (atKinks && expectation != null) {
            throw new UsageException("--at-kinks and --expect, expected one of them");
        }
        if (expectation != null) {
            input.requireOtherInput("--expect", expectation.file());
        }
        DataInput.Input read = input.read(terminal, loss);
        if (atKinks) {
            return atKinks(read.network(), read.data());
        }
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

    private int atKinks(Network network, DataSet data) {
        requireExact(network);
        BigInteger parameters = BigInteger.valueOf(network.parameters().size());
        if (parameters.pow(2).multiply(BigInteger.valueOf(data.size())).compareTo(MOST_AT_KINKS) > 0) {
            throw new UsageException("--at-kinks on " + parameters + " parameters and " + data.size()
                    + " samples, expected parameters times parameters times samples to be at most " + MOST_AT_KINKS);
        }
        AtKinks found = AtKinks.of(network, data, loss.rational(), kinks.derivatives());
        RealGradients gradients = exact(network, data);
        ObjectNode result = ResultFormat.write(gradients);
        result.set("atKinks", AtKinksFormat.write(found));
        terminal.write(out, json ? Json.write(result)
                : "mean loss: " + Readable.number(gradients.loss()) + "\n" + AtKinksText.text(found));
        return found.isWrong() ? 1 : 0;
    }

    private void requireExact(Network network) {
        if (engine.engine(network, loss) != EngineName.ENCLOSURE) {
            return;
        }
        String what = network.isRational() && loss.isRational() ? "--engine enclosure"
                : EngineOptions.irrational(network, loss).id();
        throw new UsageException("--at-kinks with " + what
                + ", expected exact numbers: activations and a loss that are rational, on an exact engine");
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
