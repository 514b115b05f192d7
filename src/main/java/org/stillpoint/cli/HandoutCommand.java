package org.stillpoint.cli;

import java.util.concurrent.Callable;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.PackedCatalogue;
import org.stillpoint.report.Handouts;
import org.stillpoint.report.PaperFormat;
import org.stillpoint.teaching.Handout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the handout of a claim. */
@Command(name = "handout", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "A claim on paper: what it says and when, why, what does not follow, and an exercise with its exact "
                + "solution.")
final class HandoutCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The claim, such as ZERO-2.")
    private String id;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
            description = "A 64-bit integer, of the numbers of the exercise; without effect where it is a saved witness "
                    + "(default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--format", defaultValue = "latex", converter = PaperFormatConverter.class, paramLabel = "FORMAT",
            description = "latex, markdown or html (default: ${DEFAULT-VALUE}).")
    private PaperFormat format;

    @Option(names = "--files", paramLabel = "DIR",
            description = "Also write the network and the data of the exercise there: ID.network.json and ID.data.json.")
    private String files;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the handout there, not to standard output.")
    private String out;

    private final Terminal terminal;

    HandoutCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BuiltCatalogue catalogue = PackedCatalogue.load();
        Handout handout = Handouts.of(catalogue, ClaimsCommand.find(catalogue, id), PackedCatalogue.witnesses(catalogue), seed);
        if (files != null) {
            ExerciseFiles.in(files).write(id, handout.exercise());
        }
        terminal.write(out, format.render(handout.title(), handout.blocks()));
        return 0;
    }
}
