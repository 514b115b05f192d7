package org.stillpoint.cli;

import java.util.concurrent.Callable;
import org.stillpoint.format.Json;
import org.stillpoint.witness.Replay;
import org.stillpoint.witness.ReplayFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes every number of a saved counterexample or example again. */
@Command(name = "replay", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "Re-run a saved counterexample, or an example of the decision table, and check every number in it.",
        footer = {"", "Exit code 1 if a number differs or a fact does not hold.",
                "With --json, \"expected\" is what the file says, \"actual\" what was computed."})
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The counterexample or example, JSON; - for standard input.")
    private String file;

    @Option(names = "--json", description = "The result as JSON.")
    private boolean json;

    private final Terminal terminal;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Replay replay = Replay.of(terminal.source(file));
        terminal.write(null, json ? Json.write(ReplayFormat.write(replay)) : ReplayFormat.text(replay));
        return replay.reproduced() ? 0 : 1;
    }
}
