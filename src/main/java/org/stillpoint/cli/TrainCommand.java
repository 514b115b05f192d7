package org.stillpoint.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.format.Json;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;
import org.stillpoint.training.TrainingResult;
import org.stillpoint.training.UpdateRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network. */
@Command(name = "train", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "Exact training of a network on a data set, by stochastic gradient descent or another optimiser.")
final class TrainCommand implements Callable<Integer> {

    @Mixin
    private TrainingOptions options;

    @Option(names = "--json", description = "The result as JSON: network, steps, loss, accuracy, accuracyRule.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the trained network there.")
    private String out;

    @Option(names = "--engine", defaultValue = "fast", converter = EngineConverter.class, paramLabel = "ENGINE",
            description = "reference or fast, with the same result (default: ${DEFAULT-VALUE}).")
    private Engine engine;

    private final Terminal terminal;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if ("-".equals(out)) {
            throw new UsageException("--out is -, expected a file; the result itself goes to standard output");
        }
        DataInput.Input input = options.read(terminal);
        Settings settings = options.settings(input.data());
        UpdateRule rule = options.rule(terminal, input.network());
        Watch watch = new Watch(terminal, settings.steps(), options.maxBits());
        TrainingResult result = Training.train(input.network(), input.data(), settings, rule, engine, watch);
        watch.clear();
        if (engine.usedFor(input.network(), rule) != engine) {
            terminal.err().println("the " + engine.id() + " engine does not support "
                    + (rule.optimiser().isPresent() ? "this optimiser" : "these activations") + ": trained on the reference engine");
        }
        if (out != null) {
            terminal.write(out, Json.write(NetworkFormat.write(result.network())));
        }
        terminal.write("-", json ? Json.write(ResultFormat.write(result)) : text(input.network(), result));
        return 0;
    }

    private static String text(Network start, TrainingResult result) {
        List<BigFraction> before = start.parameters();
        List<BigFraction> after = result.network().parameters();
        long changed = IntStream.range(0, before.size()).filter(i -> !before.get(i).equals(after.get(i))).count();
        return "steps: " + result.steps() + "\n"
                + "mean loss: " + Readable.number(result.loss()) + "\n"
                + "accuracy: " + accuracy(result) + "\n"
                + "parameters changed: " + changed + " of " + before.size() + "\n";
    }

    private static String accuracy(TrainingResult result) {
        return result.accuracy().map(accuracy -> Readable.number(accuracy.share()) + " (" + accuracy.rule().id() + ")")
                .orElse("none, the targets are no labels");
    }
}
