package org.stillpoint.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.OutputFile;
import org.stillpoint.search.Scope;
import org.stillpoint.search.Search;
import tools.jackson.databind.node.ObjectNode;

/** Shows how far a search is if somebody watches, and keeps it in a file if there is to be one. */
final class SearchProgress implements Consumer<Search.Position> {

    private static final String SCHEMA = "stillpoint-search/1";

    private final Terminal terminal;
    private final Search search;
    private final Scope scope;
    private final Optional<String> file;
    private final Search.Position start;
    private final long startTime = System.nanoTime();
    private final ProgressLine line;

    SearchProgress(Terminal terminal, Search search, Scope scope, Optional<String> file) {
        this.terminal = terminal;
        this.line = new ProgressLine(terminal);
        this.search = search;
        this.scope = scope;
        this.file = file;
        this.start = file.filter(name -> Files.exists(Path.of(name))).map(this::read).orElse(Search.Position.START);
    }

    /** Where the search begins: after what an earlier run has done. */
    Search.Position start() {
        return start;
    }

    @Override
    public void accept(Search.Position position) {
        if (line.due()) {
            write(position);
            line.show(ProgressLine.bar(position.percent()) + " of the scope, " + position.cases() + " cases, "
                    + perSecond(position.cases()) + " a second");
        }
    }

    /** Shows how many random candidates have been looked at, of how many. */
    void tried(int tries, int of) {
        if (line.due()) {
            line.show(ProgressLine.bar((int) (100L * tries / of)) + " of " + of + " random candidates");
        }
    }

    /** Shows that a counterexample found at random is made smaller. */
    void shrunk() {
        if (line.due()) {
            line.show("found at random, now shrinking; Ctrl-C saves the smallest so far");
        }
    }

    /** Takes the line of progress away. */
    void clear() {
        line.clear();
    }

    /** Takes the line of progress away, and the file too unless the search can still go on. */
    void end(Search.Result outcome) {
        line.clear();
        if (outcome.decided()) {
            file.map(Path::of).map(Path::toFile).ifPresent(File::delete);
        }
    }

    /** How many cases a second this run has looked at, a line of text. */
    String rate(Search.Result outcome) {
        return "rate: " + perSecond(outcome.cases()) + " cases a second"
                + (start.cases() > 0 ? ", without the " + start.cases() + " cases of earlier runs" : "") + "\n";
    }

    private long perSecond(long cases) {
        long nanos = Math.max(1, System.nanoTime() - startTime);
        return Math.multiplyExact(cases - start.cases(), 1_000_000L) / Math.max(1, nanos / 1_000);
    }

    private void write(Search.Position position) {
        file.ifPresent(name -> {
            ObjectNode value = Json.object();
            value.put("schema", SCHEMA);
            value.put("search", search.name());
            value.put("scope", scope.toString());
            value.put("blocks", position.blocks());
            value.put("cases", position.cases());
            OutputFile.write(name, Json.write(value));
        });
    }

    private Search.Position read(String name) {
        JsonCursor value = Json.read(terminal.source(name)).allowing(Set.of("schema", "search", "scope", "blocks", "cases"));
        requireEqual(value.field("schema"), SCHEMA);
        requireEqual(value.field("search"), search.name());
        requireEqual(value.field("scope"), scope.toString());
        return new Search.Position(count(value.field("blocks")), count(value.field("cases")), 0);
    }

    private static void requireEqual(JsonCursor value, String expected) {
        if (!value.string().equals(expected)) {
            throw value.error("\"" + value.string() + "\" belongs to another search, expected " + expected);
        }
    }

    private static long count(JsonCursor value) {
        if (!value.node().isIntegralNumber() || !value.node().canConvertToLong() || value.node().longValue() < 0) {
            throw value.error("not a count, expected an integer of at least 0");
        }
        return value.node().longValue();
    }
}
