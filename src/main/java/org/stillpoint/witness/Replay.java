package org.stillpoint.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stillpoint.domain.ExactNumber;
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
 * A counterexample file computed again.
 *
 * @param differs every place where the file says something else than the engine, and every comparison that does not hold
 */
public record Replay(Counterexample counterexample, List<Difference> differs) {

    /** The most parameters times samples that a replay computes with. */
    public static final long MAX_WORK = 5_000_000;

    private static final String STEPS = "steps";

    public Replay {
        differs = List.copyOf(differs);
    }

    /** @throws FormatException if the file is no counterexample, or its training cannot run */
    public static Replay of(Source source) {
        JsonCursor file = Json.read(source);
        Counterexample counterexample = CounterexampleFormat.read(file);
        return new Replay(counterexample, differences(file, counterexample));
    }

    /** Whether every number of the file was computed again and the claim is contradicted. */
    public boolean reproduced() {
        return differs.isEmpty();
    }

    private static List<Difference> differences(JsonCursor file, Counterexample counterexample) {
        int traced = file.field(RunFormat.TRACE).allowing(Set.of(STEPS)).field(STEPS).node().size();
        int asked = counterexample.settings().steps();
        if (traced != asked) {
            return List.of(new Difference("/" + RunFormat.SETTINGS + "/" + STEPS, String.valueOf(asked), String.valueOf(traced)));
        }
        requireInProportion(file, counterexample);
        List<Difference> differs = new ArrayList<>();
        file.checked(() -> differs.addAll(TreeComparison.of(file, CounterexampleFormat.write(counterexample))));
        Run run = counterexample.run();
        differs.addAll(failures(StatementFormat.PREMISES, counterexample.statement().premises(run)));
        differs.addAll(failures(StatementFormat.CONCLUSIONS, counterexample.statement().conclusions(run)));
        return differs;
    }

    /** A file cannot ask for more work than it has numbers to check it with. */
    private static void requireInProportion(JsonCursor file, Counterexample counterexample) {
        long parameters = counterexample.network().parameters().size();
        long work = parameters * counterexample.data().size();
        if (work > MAX_WORK) {
            throw file.error(parameters + " parameters times " + counterexample.data().size() + " samples, expected a product of at most "
                    + MAX_WORK);
        }
        JsonCursor trace = file.field(RunFormat.TRACE);
        if (leaves(trace.node()) < parameters * counterexample.settings().steps()) {
            throw trace.error("fewer numbers than parameters times steps, expected every number of every step");
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
                failures.add(new Difference("/statement/" + key + "/" + i + "/relation", sentence(comparison, comparison.relation()),
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
