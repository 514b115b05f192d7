package org.stillpoint.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.format.Json;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.report.player.Player;
import org.stillpoint.report.player.TracePage;
import org.stillpoint.training.Enclosing;
import org.stillpoint.training.Kept;
import org.stillpoint.training.Training;
import org.stillpoint.training.UpdateRule;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains and shows every number on the way. */
@Command(name = "trace", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = {"Every step of training in full: pre-activations, activations, deltas, gradients, weights.",
            "A step that makes exact numbers longer than --max-bits, or enclosures that --max-precision is too little for, is "
                + "left out, with all after it, and the exit code is 1."})
final class TraceCommand implements Callable<Integer> {

    @Mixin
    private TrainingOptions options;

    @Mixin
    private EngineOptions engine;

    @ArgGroup
    private Form form;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the trace there, not to standard output.")
    private String out;

    @Option(names = "--max-numbers", defaultValue = "2000000", paramLabel = "N",
            description = "Refuse a trace with more numbers (default: ${DEFAULT-VALUE}).")
    private long maxNumbers;

    private final Terminal terminal;

    TraceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Certainty certainty = engine.certainty();
        DataInput.Input input = options.read(terminal);
        Settings settings = options.settings(input.data());
        requireBounds(input, settings);
        UpdateRule rule = options.rule(terminal, input.network());
        Watch watch = new Watch(terminal, settings.steps(), options.maxBits());
        EngineName name = engine.engine(input.network(), settings.loss());
        Kept<RealTrace> kept = name == EngineName.ENCLOSURE
                ? Enclosing.trace(input.network(), input.data(), settings, rule, certainty, watch::show)
                : Kept.of(settings, allowed -> RealTrace.of(Training.trace(input.network(), input.data(), allowed, rule, watch)));
        watch.clear();
        terminal.write(out, text(input, kept, settings, name));
        return kept.stopped().isPresent() ? 1 : 0;
    }

    private String text(DataInput.Input input, Kept<RealTrace> kept, Settings settings, EngineName name) {
        if (form != null && form.json) {
            return Json.write(ResultFormat.write(kept));
        }
        Optional<String> stopped = kept.stopped()
                .map(stop -> TrainText.stopped(stop, kept.result().steps().size(), settings.steps(), name));
        return form != null && form.html
                ? TracePage.render(new Player(input.network(), input.data(), kept.result(), settings.loss(), Integer.MAX_VALUE),
                        stopped.stream().toList())
                : TraceText.text(input.network(), input.data(), kept.result(), stopped);
    }

    private void requireBounds(DataInput.Input input, Settings settings) {
        long units = input.network().layers().stream().mapToLong(Layer::units).sum();
        long samplesAStep = Math.min(settings.batchSize(), input.data().size());
        long numbersAStep = 2L * input.network().parameters().size() + 3 * units * samplesAStep;
        if (settings.steps() > maxNumbers / numbersAStep) {
            throw new UsageException("a trace of " + settings.steps() + " steps with " + numbersAStep
                    + " numbers each, expected at most " + maxNumbers + " numbers (fewer steps, or --max-numbers)");
        }
    }

    /** What the trace is for: machines, or a browser. */
    static final class Form {

        @Option(names = "--json", description = "The trace as JSON.")
        private boolean json;

        @Option(names = "--html", description = "The trace as an HTML page.")
        private boolean html;
    }
}
