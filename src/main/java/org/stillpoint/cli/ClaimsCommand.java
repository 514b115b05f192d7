package org.stillpoint.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.ClaimFinder;
import org.stillpoint.claims.PackedCatalogue;
import org.stillpoint.report.ClaimsFormat;
import org.stillpoint.report.FoundClaims;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the claims with the evidence of the build that made the jar. */
@Command(name = "claims", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "The catalogue of claims, or one claim, with the evidence of the build that made this jar.",
        footer = {"", "Exit code 1 if --find finds none."})
final class ClaimsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One claim, such as ZERO-2 (default: all of them).")
    private String id;

    @Option(names = "--find", paramLabel = "WORDS",
            description = "The claims that speak of this, in the words in which people ask, such as \"zero convolution\", "
                    + "the best first.")
    private String words;

    @Option(names = "--format", defaultValue = "text", converter = ClaimsFormatConverter.class, paramLabel = "FORMAT",
            description = "text, json, bibtex, latex or markdown (default: ${DEFAULT-VALUE}).")
    private ClaimsFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result there, not to standard output.")
    private String out;

    private final Terminal terminal;

    ClaimsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BuiltCatalogue catalogue = PackedCatalogue.load();
        if (words != null) {
            return search(catalogue, words);
        }
        terminal.write(out, format.render(catalogue, id == null ? catalogue.claims() : List.of(find(catalogue, id))));
        return 0;
    }

    private int search(BuiltCatalogue catalogue, String words) {
        if (id != null) {
            throw new UsageException(id + " with --find, expected one of the two");
        }
        if (words.isBlank()) {
            throw new UsageException("--find without a word, expected some such as \"zero convolution\"");
        }
        List<ClaimFinder.Finding> found = ClaimFinder.find(catalogue.claims(), words);
        terminal.write(out, format == ClaimsFormat.TEXT ? FoundClaims.text(found)
                : format.render(catalogue, found.stream().map(ClaimFinder.Finding::claim).toList()));
        return found.isEmpty() ? 1 : 0;
    }

    /** @throws UsageException if no claim has this identifier */
    static BuiltClaim find(BuiltCatalogue catalogue, String id) {
        return catalogue.find(id).orElseThrow(() -> new UsageException(id + ": no such claim, expected one of "
                + String.join(", ", catalogue.claims().stream().map(built -> built.claim().id()).toList())));
    }
}
