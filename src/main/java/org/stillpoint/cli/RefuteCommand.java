package org.stillpoint.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stillpoint.format.Json;
import org.stillpoint.format.OutputFile;
import org.stillpoint.format.Source;
import org.stillpoint.search.RandomSearch;
import org.stillpoint.search.Scope;
import org.stillpoint.search.Search;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.CounterexampleFormat;
import org.stillpoint.witness.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for the smallest counterexample to a claim and saves it. */
@Command(name = "refute", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "Search a counterexample to a claim, smallest first; save it and exit with 1 when found.",
        footer = {"", "The file is NAME" + CounterexampleFormat.SUFFIX + ". A claim with several searches, such as Q-A, runs the first;",
                "the others go by their own names, such as Q-A-two-cycle."})
final class RefuteCommand implements Callable<Integer> {

    private static final int MAX_TRIES = 1_000_000;

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

    @Option(names = "--seed", paramLabel = "N", description = "Begin the random search beyond the scope with this integer of 64 bits "
            + "(default: 1). The same seed gives the same result. Given, it also goes on behind --max-cases.")
    private Long seed;

    @Option(names = "--tries", defaultValue = "1000", paramLabel = "K", description = "When there is none in the scope, look at that many "
            + "random candidates beyond it, which is not exhaustive; 0 for none (default: ${DEFAULT-VALUE}).")
    private int tries;

    @Option(names = "--json", description = "The result as JSON.")
    private boolean json;

    private final Terminal terminal;

    RefuteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (tries < 0 || tries > MAX_TRIES) {
            throw new UsageException("--tries " + tries + ", expected 0 to " + MAX_TRIES);
        }
        Search search = search();
        Scope within = scope == null ? search.scope() : search.scope().with(scope);
        SearchProgress progress = new SearchProgress(terminal, search, within, Optional.ofNullable(checkpoint));
        Search.Outcome outcome = search.run(within, progress.start(), maxCases, progress);
        String rate = progress.rate(outcome);
        progress.end(outcome);
        if (!outcome.decided() && seed == null) {
            throw new UsageException("more than " + maxCases + " candidates, expected a smaller scope (or --max-cases)");
        }
        try (BestSoFar best = new BestSoFar(terminal, found -> save(search, found))) {
            Refutation refutation = new Refutation(search, outcome, outcome.counterexample().isPresent() || tries == 0
                    ? Optional.empty() : Optional.of(beyond(search, within, progress, best)));
            Optional<String> file = refutation.counterexample().map(found -> save(search, found));
            terminal.write(null, json ? Json.write(refutation.json(file)) : refutation.text(file) + rate);
            return file.isEmpty() ? 0 : 1;
        }
    }

    private RandomSearch.Outcome beyond(Search search, Scope within, SearchProgress progress, BestSoFar best) {
        RandomSearch random = new RandomSearch(search, within, seed == null ? 1 : seed);
        RandomSearch.Outcome outcome = random.run(tries, done -> progress.tried(done, tries), smaller -> {
            best.accept(smaller);
            progress.shrunk();
        });
        progress.clear();
        return outcome;
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
            String text = Json.write(CounterexampleFormat.write(found));
            if (!Replay.of(new Source(file, text)).reproduced()) {
                throw new IllegalStateException("a counterexample that replay does not reproduce");
            }
            OutputFile.write(file, text);
            return file;
        } catch (InvalidPathException e) {
            throw new UsageException("\"" + directory + "\" is no directory, expected one that can be written to");
        }
    }
}
