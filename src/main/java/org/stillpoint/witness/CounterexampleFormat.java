package org.stillpoint.witness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.SettingsFormat;
import org.stillpoint.statement.Run;
import org.stillpoint.statement.RunFormat;
import org.stillpoint.statement.Statement;
import org.stillpoint.statement.StatementFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counterexamples as JSON, schema {@value #SCHEMA}: what is given, then the trace and both sides of the statement as computed from it. The
 * fingerprint is the SHA-256 of all that is given, so that a digit changed there shows even where no computed number depends on it.
 */
public final class CounterexampleFormat {

    /** The schema that is written, and the only one that is read. */
    public static final String SCHEMA = "stillpoint-counterexample/1";

    /** How the names of such files end. */
    public static final String SUFFIX = ".counterexample.json";

    private static final String SCHEMA_KEY = "schema";
    private static final String CLAIM = "claim";
    private static final String CONTRADICTS = "contradicts";
    private static final String SEARCH = "search";
    private static final String SCOPE = "scope";
    private static final String CASES = "cases";
    private static final String STATEMENT = "statement";
    private static final String FINGERPRINT = "fingerprint";

    private CounterexampleFormat() {
    }

    /**
     * Reads what is given; a {@link Replay} compares the rest.
     *
     * @throws FormatException if the value is no counterexample of this schema
     */
    public static Counterexample read(JsonCursor value) {
        JsonCursor schema = value.field(SCHEMA_KEY);
        if (!schema.string().equals(SCHEMA)) {
            throw schema.error("an unknown schema, expected " + SCHEMA);
        }
        value.allowing(Set.of(SCHEMA_KEY, CLAIM, CONTRADICTS, SEARCH, RunFormat.NETWORK, RunFormat.DATA, RunFormat.SETTINGS,
                RunFormat.TRACE, STATEMENT, FINGERPRINT));
        value.field(RunFormat.TRACE);
        value.field(FINGERPRINT);
        String claim = value.field(CLAIM).string();
        String contradicts = value.field(CONTRADICTS).string();
        Optional<Searched> search = value.optionalField(SEARCH).map(CounterexampleFormat::readSearch);
        Network network = NetworkFormat.read(value.field(RunFormat.NETWORK));
        DataSet data = DataFormat.read(value.field(RunFormat.DATA));
        Settings settings = SettingsFormat.read(value.field(RunFormat.SETTINGS));
        Statement statement = StatementFormat.read(value.field(STATEMENT));
        return value.field(STATEMENT).checked(
                () -> new Counterexample(claim, contradicts, search, network, data, settings, statement));
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
    public static ObjectNode write(Counterexample counterexample) {
        Run run = counterexample.run();
        ObjectNode value = head(counterexample);
        value.setAll(RunFormat.write(run));
        value.set(STATEMENT, StatementFormat.write(counterexample.statement(), run));
        value.put(FINGERPRINT, fingerprint(counterexample));
        return value;
    }

    /** Writes what is given, and runs nothing: of a training that takes too long. Such a file cannot be replayed. */
    public static ObjectNode writeGivens(Counterexample counterexample) {
        ObjectNode value = givens(counterexample);
        value.put(FINGERPRINT, fingerprint(counterexample));
        return value;
    }

    private static ObjectNode givens(Counterexample counterexample) {
        ObjectNode value = head(counterexample);
        value.setAll(RunFormat.writeGivens(counterexample.run()));
        value.set(STATEMENT, StatementFormat.writeGivens(counterexample.statement()));
        return value;
    }

    private static ObjectNode head(Counterexample counterexample) {
        ObjectNode value = Json.object();
        value.put(SCHEMA_KEY, SCHEMA);
        value.put(CLAIM, counterexample.claim());
        value.put(CONTRADICTS, counterexample.contradicts());
        counterexample.search().ifPresent(searched -> {
            ObjectNode search = value.putObject(SEARCH);
            search.put(SCOPE, searched.scope());
            search.put(CASES, searched.cases());
        });
        return value;
    }

    private static String fingerprint(Counterexample counterexample) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(givens(counterexample).toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
