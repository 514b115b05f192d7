package org.stillpoint.cli;

import java.util.concurrent.Callable;
import org.stillpoint.domain.Settings;
import org.stillpoint.format.Json;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Kept;
import org.stillpoint.training.RealResult;
import org.stillpoint.training.Training;
import org.stillpoint.training.UpdateRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network. */
@Command(name = "train", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = {"Exact training of a network on a data set, by stochastic gradient descent or another optimiser.",
            "A step that makes numbers longer than --max-bits is not taken: the result of the steps before it is kept, and the "
                    + "exit code is 1."})
final class TrainCommand implements Callable<Integer> {

    @Mixin
    private TrainingOptions options;

    @Option(names = "--json", description = "The result as JSON: network, steps, loss, accuracy, accuracyRule, moved, stopped.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the trained network there.")
    private String out;

    @Option(names = "--engine", defaultValue = "fast", converter = EngineConverter.class, paramLabel = "ENGINE",
            description = "reference (the proved kernel) or fast, with the same result (default: ${DEFAULT-VALUE}).")
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
        Kept<RealResult> kept = Kept.of(settings,
                allowed -> RealResult.of(Training.train(input.network(), input.data(), allowed, rule, engine, watch)));
        watch.clear();
        if (engine.usedFor(input.network(), rule) != engine) {
            terminal.err().println("the " + engine.id() + " engine does not support "
                    + (rule.optimiser().isPresent() ? "this optimiser" : "these activations")
                    + ": trained on the reference engine");
        }
        if (out != null) {
            terminal.write(out, Json.write(NetworkFormat.write(kept.result().network())));
        }
        terminal.write("-", json ? Json.write(ResultFormat.write(input.network(), kept))
                : TrainText.text(input.network(), kept, settings.steps()));
        return kept.stopped().isPresent() ? 1 : 0;
    }
}
