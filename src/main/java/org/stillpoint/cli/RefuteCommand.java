package org.stillpoint.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stillpoint.format.Json;
import org.stillpoint.format.OutputFile;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.CounterexampleFormat;
import org.stillpoint.witness.ReplayFormat;
import org.stillpoint.witness.search.Scope;
import org.stillpoint.witness.search.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Looks for the smallest counterexample to a claim and saves it. */
@Command(name = "refute", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "Search a counterexample to a claim, smallest first; save it and exit with 1 when found.",
        footer = {"", "The file is NAME" + CounterexampleFormat.SUFFIX + ". A claim with several searches, such as Q-A, runs the first;",
                "the others go by their own names, such as Q-A-two-cycle."})
final class RefuteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The claim, or the name of one of its searches.")
    private String id;

    @Option(names = "--scope", paramLabel = "S", description = "How far to search, "
            + "depth,width,steps[,samples[,height]]: at most so many layers, inputs and units a hidden layer, training steps, "
            + "samples, and so high numerators and denominators, such as 2,2,1 (what is left out: as the search has it).")
    private String scope;

    @Option(names = "--out", defaultValue = ".", paramLabel = "DIR", description = "Save the file there (default: here).")
    private String directory;

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "Keep in that file how far the search is, and go on from there if it "
            + "is there at the start; gone at the end.")
    private String checkpoint;

    @Option(names = "--max-cases", defaultValue = "10000000", paramLabel = "N",
            description = "Stop after that many candidates (default: ${DEFAULT-VALUE}).")
    private long maxCases;

    @Option(names = "--json", description = "The result as JSON.")
    private boolean json;

    private final Terminal terminal;

    RefuteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Search search = search();
        Scope within = scope == null ? search.scope() : search.scope().with(scope);
        SearchProgress progress = new SearchProgress(terminal, search, within, Optional.ofNullable(checkpoint));
        Search.Outcome outcome = search.run(within, progress.start(), maxCases, progress);
        progress.end(outcome);
        if (!outcome.decided()) {
            throw new UsageException("more than " + maxCases + " candidates, expected a smaller scope (or --max-cases)");
        }
        String file = outcome.counterexample().map(found -> save(search, found)).orElse(null);
        terminal.write(null, json ? Json.write(result(search, outcome, file)) : text(search, outcome, file) + progress.rate(outcome));
        return file == null ? 0 : 1;
    }

    private Search search() {
        List<Search> all = Search.all();
        return all.stream().filter(search -> search.name().equals(id) || search.claim().equals(id)).findFirst()
                .orElseThrow(() -> new UsageException("no search for \"" + id + "\" yet, expected one of "
                        + all.stream().map(Search::name).collect(Collectors.joining(", "))));
    }

    private String save(Search search, Counterexample found) {
        try {
            String file = Path.of(directory).resolve(search.name() + CounterexampleFormat.SUFFIX).toString();
            OutputFile.write(file, Json.write(CounterexampleFormat.write(found)));
            return file;
        } catch (InvalidPathException e) {
            throw new UsageException("\"" + directory + "\" is no directory, expected one that can be written to");
        }
    }

    private static ObjectNode result(Search search, Search.Outcome outcome, String file) {
        ObjectNode value = Json.object();
        value.put("claim", search.claim());
        value.put("scope", outcome.scope());
        value.put("cases", outcome.cases());
        value.put("counterexample", file);
        return value;
    }

    private static String text(Search search, Search.Outcome outcome, String file) {
        String scope = "scope: " + outcome.scope() + "\n";
        return outcome.counterexample()
                .map(found -> search.claim() + ": " + found.contradicts() + "\n" + ReplayFormat.summary(found) + scope
                        + "found as case " + outcome.cases() + ", no smaller one in the scope; saved in " + file + "\n")
                .orElse(search.claim() + ": none in scope, " + outcome.cases() + " cases\n" + scope);
    }
}
