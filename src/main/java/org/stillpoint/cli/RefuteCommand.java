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
import org.stillpoint.search.OwnClaim;
import org.stillpoint.search.OwnClaimFormat;
import org.stillpoint.search.OwnClaimSearch;
import org.stillpoint.search.RandomSearch;
import org.stillpoint.search.Scope;
import org.stillpoint.search.Search;
import org.stillpoint.search.Searches;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.Replay;
import org.stillpoint.witness.WitnessFormat;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for the smallest counterexample to a claim and saves it. */
@Command(name = "refute", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "Search for a counterexample to a claim, smallest first; if one is found, save it and exit with 1.",
        footer = {"", "The file is NAME" + WitnessFormat.COUNTEREXAMPLE_SUFFIX + ".",
                "Of a claim with several searches, such as Q-A, the first is run;",
                "call the others by their own names, such as Q-A-two-cycle.",
                "Some claims are decided by the search for another one; it says so."})
final class RefuteCommand implements Callable<Integer> {

    private static final int MAX_TRIES = 1_000_000;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    @Option(names = "--scope", paramLabel = "S", description = "How far to search, as "
            + "depth,width,steps[,samples[,height]], such as 2,2,1: the most layers, the most inputs and units per hidden layer, "
            + "the most training steps and samples, and the largest numerator and denominator (by default those of the search).")
    private String scope;

    @Option(names = "--out", defaultValue = ".", paramLabel = "DIR",
            description = "Save the file there (default: the current directory).")
    private String directory;

    @Option(names = "--checkpoint", paramLabel = "FILE",
            description = "Save the progress of the search in that file, and resume from it if it exists; "
                    + "a finished search deletes it.")
    private String checkpoint;

    @Option(names = "--max-cases", defaultValue = "10000000", paramLabel = "N",
            description = "Stop after that many candidates (default: ${DEFAULT-VALUE}).")
    private long maxCases;

    @Option(names = "--seed", paramLabel = "N", description = "The seed, a 64-bit integer, of the random search beyond the scope "
            + "(default: 1). The same seed gives the same result. "
            + "If it is given, the random search also follows a search that --max-cases ended.")
    private Long seed;

    @Option(names = "--tries", defaultValue = "1000", paramLabel = "K",
            description = "If there is none in the scope, look at that many random candidates beyond it, "
                    + "which is not exhaustive; 0 for none (default: ${DEFAULT-VALUE}).")
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
        if (subject.template) {
            terminal.write(null, OwnClaimFormat.template());
            return 0;
        }
        Optional<OwnClaimSearch> own = own();
        Search search = own.map(OwnClaimSearch::search).orElseGet(this::named);
        Scope within = scope == null ? search.scope() : search.scope().with(scope);
        OutputFile.requireWritable(place(search));
        SearchProgress progress = new SearchProgress(terminal, search, within, Optional.ofNullable(checkpoint));
        Search.Result outcome = search.run(within, progress.start(), maxCases, progress);
        String rate = progress.rate(outcome);
        progress.end(outcome);
        if (!outcome.decided() && seed == null) {
            throw new UsageException("more than " + maxCases + " candidates, expected a smaller scope (or --max-cases)");
        }
        Optional<Long> meeting = own.filter(claim -> outcome.counterexample().isEmpty()).map(OwnClaimSearch::meeting);
        meeting.filter(none -> none == 0).ifPresent(none -> {
            throw new UsageException(subject.id + ": 0 of " + outcome.cases()
                    + " cases meet what is given, expected one or more");
        });
        try (BestSoFar best = new BestSoFar(terminal, found -> save(search, found))) {
            Optional<RandomSearch.Beyond> beyond = outcome.counterexample().isPresent() || tries == 0
                    ? Optional.empty() : Optional.of(beyond(search, within, progress, best));
            String claim = Searches.claims().contains(subject.id) ? subject.id : search.claim();
            Refutation refutation = new Refutation(claim, search, within, outcome, meeting, beyond);
            Optional<String> file = refutation.counterexample().map(found -> save(search, found));
            terminal.write(null, json ? Json.write(refutation.json(file)) : refutation.text(file) + rate);
            return file.isEmpty() ? 0 : 1;
        }
    }

    private RandomSearch.Beyond beyond(Search search, Scope within, SearchProgress progress, BestSoFar best) {
        RandomSearch random = new RandomSearch(search, within, seed == null ? 1 : seed);
        RandomSearch.Beyond outcome = random.run(tries, done -> progress.tried(done, tries), smaller -> {
            best.accept(smaller);
            progress.shrunk();
        });
        progress.clear();
        return outcome;
    }

    private Optional<OwnClaimSearch> own() {
        if (!subject.id.endsWith(OwnClaimFormat.SUFFIX)) {
            return Optional.empty();
        }
        if (checkpoint != null) {
            throw new UsageException("--checkpoint " + checkpoint + " with " + subject.id
                    + ", expected it with a claim by its name only");
        }
        OwnClaim claim = OwnClaimFormat.read(terminal.source(subject.id));
        String file = Path.of(subject.id).getFileName().toString();
        return Optional.of(new OwnClaimSearch(file.substring(0, file.length() - OwnClaimFormat.SUFFIX.length()), claim));
    }

    private Search named() {
        return Searches.find(subject.id).orElseThrow(() -> new UsageException("no search for \"" + subject.id
                + "\", expected a file *" + OwnClaimFormat.SUFFIX + ", a claim or one of "
                + Searches.all().stream().map(Search::name).collect(Collectors.joining(", "))));
    }

    private String save(Search search, Counterexample found) {
        String file = place(search);
        String text = Json.write(WitnessFormat.write(found));
        if (!Replay.of(new Source(file, text)).reproduced()) {
            throw new IllegalStateException("a counterexample that replay does not reproduce");
        }
        OutputFile.write(file, text);
        return file;
    }

    /** Where a counterexample is saved. */
    private String place(Search search) {
        try {
            return Path.of(directory).resolve(search.name() + WitnessFormat.COUNTEREXAMPLE_SUFFIX).toString();
        } catch (InvalidPathException e) {
            throw new UsageException("\"" + directory + "\" is not a directory, expected one that can be written to");
        }
    }

    /** What to refute. */
    private static final class Subject {

        @Parameters(paramLabel = "ID",
                description = "The claim, or one of its searches by name, or a claim of your own, FILE.claim.json.")
        private String id;

        @Option(names = "--template", description = "Print a claim of your own to begin with.")
        private boolean template;
    }
}
