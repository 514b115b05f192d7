package org.stillpoint.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.format.Difference;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import org.stillpoint.format.TreeComparison;
import org.stillpoint.statement.Comparison;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Run;
import org.stillpoint.statement.RunFormat;
import org.stillpoint.statement.StatementFormat;
import tools.jackson.databind.JsonNode;

/**
 * A file of a witness computed again.
 *
 * @param differs every place where the file says something else than the engine, and every fact that does not hold
 */
public record Replay(Witness witness, List<Difference> differs) {

    /** The most parameters times samples that a replay computes with. */
    public static final long MAX_WORK = 5_000_000;

    private static final String STEPS = "steps";

    public Replay {
        differs = List.copyOf(differs);
    }

    /** @throws FormatException if the file is no witness, or its training cannot run */
    public static Replay of(Source source) {
        JsonCursor file = Json.read(source);
        Witness witness = WitnessFormat.read(file);
        return new Replay(witness, differences(file, witness));
    }

    /** Whether every number of the file was computed again, and all facts hold. */
    public boolean reproduced() {
        return differs.isEmpty();
    }

    private static List<Difference> differences(JsonCursor file, Witness witness) {
        int traced = file.field(RunFormat.TRACE).allowing(Set.of(STEPS)).field(STEPS).node().size();
        int asked = witness.settings().steps();
        if (traced != asked) {
            return List.of(new Difference("/" + RunFormat.SETTINGS + "/" + STEPS, String.valueOf(asked), String.valueOf(traced)));
        }
        requireInProportion(file, witness);
        boolean first = FirstSchema.isThatOf(file);
        List<Difference> differs = new ArrayList<>();
        file.checked(() -> differs.addAll(TreeComparison.of(file,
                first ? FirstSchema.computed(file, witness) : WitnessFormat.write(witness))));
        Run run = witness.run();
        differs.addAll(failures(first ? FirstStatements.PREMISES : StatementFormat.REQUIRES, witness.statement().requires(run)));
        differs.addAll(failures(first ? FirstStatements.CONCLUSIONS : StatementFormat.SHOWS, witness.statement().shows(run)));
        return differs;
    }

    /** A file cannot ask for more work than it has numbers to check it with. */
    private static void requireInProportion(JsonCursor file, Witness witness) {
        requireBounded(file, witness.network(), witness.data());
        long parameters = witness.network().parameters().size();
        JsonCursor trace = file.field(RunFormat.TRACE);
        if (leaves(trace.node()) < parameters * witness.settings().steps()) {
            throw trace.error("fewer numbers than parameters times steps, expected every number of every step");
        }
    }

    /** @throws FormatException if a single pass over the data is too much work */
    static void requireBounded(JsonCursor file, Network network, DataSet data) {
        long parameters = network.parameters().size();
        if (parameters * data.size() > MAX_WORK) {
            throw file.error(parameters + " parameters times " + data.size() + " samples, expected a product of at most "
                    + MAX_WORK);
        }
    }

    private static long leaves(JsonNode node) {
        return node.isContainer() ? node.valueStream().mapToLong(Replay::leaves).sum() : 1;
    }

    private static List<Difference> failures(String key, List<Comparison> comparisons) {
        List<Difference> failures = new ArrayList<>();
        for (int i = 0; i < comparisons.size(); i++) {
            Comparison comparison = comparisons.get(i);
            if (!comparison.holds()) {
                failures.add(new Difference("/statement/" + key + "/" + i + "/relation",
                        sentence(comparison, comparison.relation()),
                        sentence(comparison, Relation.between(comparison.left().value(), comparison.right().value()))));
            }
        }
        return failures;
    }

    private static String sentence(Comparison comparison, Relation relation) {
        return ExactNumber.write(comparison.left().value()) + " " + relation.symbol() + " "
                + ExactNumber.write(comparison.right().value());
    }
}
