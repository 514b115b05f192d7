package org.stillpoint.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.stillpoint.report.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the static site that this jar carries the contents of, and opens it if asked. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "The static site about the claims: open index.html in a browser; no network is needed.")
final class ReportCommand implements Callable<Integer> {

    @Option(names = "--out", defaultValue = "report", paramLabel = "DIR",
            description = "The directory to write (default: ${DEFAULT-VALUE}).")
    private String out;

    @Option(names = "--open", description = "Then open index.html in your browser, where there is one.")
    private boolean open;

    private final Terminal terminal;
    private final Supplier<Site> site;
    private final PageOpener opener;

    ReportCommand(Terminal terminal, Supplier<Site> site, PageOpener opener) {
        this.terminal = terminal;
        this.site = site;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        try {
            Path index = Path.of(out).resolve("index.html");
            site.get().write(Path.of(out));
            terminal.out().println(index);
            if (open && !opener.open(index.toAbsolutePath().normalize())) {
                terminal.out().println("no browser could be opened here: open that file in one");
            }
            return 0;
        } catch (InvalidPathException e) {
            throw new UsageException(out + ": not a path, expected a directory");
        }
    }
}
