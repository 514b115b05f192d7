package org.stillpoint.witness;

import java.util.HashSet;
import java.util.Set;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.SettingsFormat;
import org.stillpoint.statement.Run;
import org.stillpoint.statement.RunFormat;
import org.stillpoint.statement.Statement;
import org.stillpoint.statement.StatementFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * Witnesses as JSON, schemas {@value #COUNTEREXAMPLE} and {@value #EXAMPLE}: what is given, then the trace and both sides of
 * every fact as computed from it. Measures count layers, units, inputs and steps from 1, step 0 being the start; JSON pointers
 * count from 0. The fingerprint is the SHA-256 of all that is given, so that a digit changed there shows even where no computed
 * number depends on it.
 */
public final class WitnessFormat {

    /** The schema of counterexamples that is written; an older one is read too. */
    public static final String COUNTEREXAMPLE = "stillpoint-counterexample/2";

    /** The schema of examples. */
    public static final String EXAMPLE = "stillpoint-example/2";

    /** How the names of files of counterexamples end. */
    public static final String COUNTEREXAMPLE_SUFFIX = ".counterexample.json";

    /** How the names of files of examples end. */
    public static final String EXAMPLE_SUFFIX = ".example.json";

    static final String SCHEMA = "schema";
    static final String FINGERPRINT = "fingerprint";
    static final String STATEMENT = "statement";
    private static final String CLAIM = "claim";
    private static final String CONTRADICTS = "contradicts";
    private static final String SEARCH = "search";
    private static final String SCOPE = "scope";
    private static final String CASES = "cases";
    private static final String CELL = "cell";
    private static final String SHOWS = "shows";

    private WitnessFormat() {
    }

    /**
     * Reads what is given; a {@link Replay} compares the rest.
     *
     * @throws FormatException if the value is no witness of a known schema
     */
    public static Witness read(JsonCursor value) {
        JsonCursor schema = value.field(SCHEMA);
        return switch (schema.string()) {
            case COUNTEREXAMPLE -> readCounterexample(value, StatementFormat.read(value.field(STATEMENT)));
            case EXAMPLE -> readExample(value, StatementFormat.read(value.field(STATEMENT)));
            case FirstSchema.COUNTEREXAMPLE -> readCounterexample(value, FirstSchema.readStatement(value));
            default -> throw schema.error("an unknown schema, expected " + COUNTEREXAMPLE + ", " + EXAMPLE + " or "
                    + FirstSchema.COUNTEREXAMPLE);
        };
    }

    private static Counterexample readCounterexample(JsonCursor value, Statement statement) {
        requireKeys(value, Set.of(CLAIM, CONTRADICTS, SEARCH));
        return new Counterexample(value.field(CLAIM).string(), value.field(CONTRADICTS).string(),
                value.optionalField(SEARCH).map(WitnessFormat::readSearch), network(value), data(value), settings(value),
                statement);
    }

    private static Example readExample(JsonCursor value, Statement statement) {
        requireKeys(value, Set.of(CELL, SHOWS));
        return new Example(value.field(CELL).string(), value.field(SHOWS).string(), network(value), data(value), settings(value),
                statement);
    }

    private static void requireKeys(JsonCursor value, Set<String> head) {
        Set<String> keys = new HashSet<>(head);
        keys.addAll(Set.of(SCHEMA, RunFormat.NETWORK, RunFormat.DATA, RunFormat.SETTINGS, RunFormat.TRACE, STATEMENT,
                FINGERPRINT));
        value.allowing(keys);
        value.field(RunFormat.TRACE);
        value.field(FINGERPRINT);
    }

    static Network network(JsonCursor value) {
        return RunFormat.readNetwork(value.field(RunFormat.NETWORK));
    }

    static DataSet data(JsonCursor value) {
        return DataFormat.read(value.field(RunFormat.DATA));
    }

    static Settings settings(JsonCursor value) {
        return RunFormat.readSettings(value.field(RunFormat.SETTINGS));
    }

    private static Searched readSearch(JsonCursor value) {
        value.allowing(Set.of(SCOPE, CASES));
        return new Searched(value.field(SCOPE).string(), SettingsFormat.count(value.field(CASES)));
    }

    /**
     * Runs the training and writes everything.
     *
     * @throws DomainException if the training cannot run, or the statement names a part that the network does not have
     */
    public static ObjectNode write(Witness witness) {
        Run run = witness.run();
        ObjectNode value = head(witness);
        value.setAll(RunFormat.write(run));
        value.set(STATEMENT, StatementFormat.write(witness.statement(), run));
        value.put(FINGERPRINT, Fingerprint.of(givens(witness)));
        return value;
    }

    /** Writes what is given, and runs nothing: of a training that takes too long. Such a file cannot be replayed. */
    public static ObjectNode writeGivens(Witness witness) {
        ObjectNode value = givens(witness);
        value.put(FINGERPRINT, Fingerprint.of(value));
        return value;
    }

    private static ObjectNode givens(Witness witness) {
        ObjectNode value = head(witness);
        value.setAll(RunFormat.writeGivens(witness.run()));
        value.set(STATEMENT, StatementFormat.writeGivens(witness.statement()));
        return value;
    }

    private static ObjectNode head(Witness witness) {
        ObjectNode value = Json.object();
        if (witness instanceof Counterexample counterexample) {
            value.put(SCHEMA, COUNTEREXAMPLE);
            value.put(CLAIM, counterexample.claim());
            value.put(CONTRADICTS, counterexample.contradicts());
            counterexample.search().ifPresent(searched -> {
                ObjectNode search = value.putObject(SEARCH);
                search.put(SCOPE, searched.scope());
                search.put(CASES, searched.cases());
            });
        } else if (witness instanceof Example example) {
            value.put(SCHEMA, EXAMPLE);
            value.put(CELL, example.cell());
            value.put(SHOWS, example.shows());
        }
        return value;
    }
}
