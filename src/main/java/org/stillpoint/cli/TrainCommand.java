package org.stillpoint.cli;

import java.util.concurrent.Callable;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.Certainty;
import org.stillpoint.format.Json;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.training.Enclosing;
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
        description = {"Training of a network on a data set, by stochastic gradient descent or another optimiser: exact, or with "
                + "every number enclosed where an activation or the loss is not rational.",
            "A step that makes exact numbers longer than --max-bits, or enclosures that --max-precision is too little for, is "
                    + "not taken: the result of the steps before it is kept, and the exit code is 1."})
final class TrainCommand implements Callable<Integer> {

    @Mixin
    private TrainingOptions options;

    @Option(names = "--json", description = "The result as JSON: network, steps, loss, accuracy, accuracyRule, moved, stopped.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the trained network there. One with enclosures is for "
            + "reading: other commands take it with --midpoints only.")
    private String out;

    @Mixin
    private EngineOptions engine;

    private final Terminal terminal;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if ("-".equals(out)) {
            throw new UsageException("--out is -, expected a file; the result itself goes to standard output");
        }
        Certainty certainty = engine.certainty();
        DataInput.Input input = options.read(terminal);
        Settings settings = options.settings(input.data());
        UpdateRule rule = options.rule(terminal, input.network());
        Watch watch = new Watch(terminal, settings.steps(), options.maxBits());
        EngineName name = engine.engine(input.network(), settings.loss());
        Kept<RealResult> kept = switch (name) {
            case ENCLOSURE -> Enclosing.train(input.network(), input.data(), settings, rule, certainty, watch::show);
            case REFERENCE -> train(Engine.REFERENCE, input, settings, rule, watch);
            case FAST -> trainFast(input, settings, rule, watch);
        };
        watch.clear();
        if (out != null) {
            terminal.write(out, Json.write(NetworkFormat.write(kept.result().network())));
        }
        terminal.write("-", json ? Json.write(ResultFormat.write(input.network(), input.data(), kept))
                : TrainText.text(input, kept, settings.steps(), name));
        return kept.stopped().isPresent() ? 1 : 0;
    }

    private Kept<RealResult> trainFast(DataInput.Input input, Settings settings, UpdateRule rule, Watch watch) {
        Kept<RealResult> kept = train(Engine.FAST, input, settings, rule, watch);
        if (Engine.FAST.usedFor(input.network(), rule) != Engine.FAST) {
            watch.clear();
            terminal.err().println("the fast engine does not support "
                    + (rule.optimiser().isPresent() ? "this optimiser" : "these activations")
                    + ": trained on the reference engine");
        }
        return kept;
    }

    private static Kept<RealResult> train(Engine engine, DataInput.Input input, Settings settings, UpdateRule rule, Watch watch) {
        return Kept.of(settings,
                allowed -> RealResult.of(Training.train(input.network(), input.data(), allowed, rule, engine, watch)));
    }
}
