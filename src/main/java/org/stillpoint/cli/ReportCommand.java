package org.stillpoint.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stillpoint.report.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the static site that this jar carries the contents of. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "The static site about the claims: open index.html in a browser; no network is needed.")
final class ReportCommand implements Callable<Integer> {

    @Option(names = "--out", defaultValue = "report", paramLabel = "DIR",
            description = "The directory to write (default: ${DEFAULT-VALUE}).")
    private String out;

    private final Terminal terminal;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            Path directory = Path.of(out);
            Site.packed().write(directory);
            terminal.out().println(directory.resolve("index.html"));
            return 0;
        } catch (InvalidPathException e) {
            throw new UsageException(out + ": not a path, expected a directory");
        }
    }
}
