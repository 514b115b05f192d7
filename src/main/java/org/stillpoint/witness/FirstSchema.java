package org.stillpoint.witness;

import java.util.List;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Comparison;
import org.stillpoint.statement.Quantity;
import org.stillpoint.statement.Run;
import org.stillpoint.statement.RunFormat;
import org.stillpoint.statement.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counterexamples of schema {@value #COUNTEREXAMPLE}, which are read and replayed, and no longer written. Their statements have
 * kinds of their own and say beside what is given, as premises and conclusions, what was computed; layers and units count from 0.
 */
final class FirstSchema {

    static final String COUNTEREXAMPLE = "stillpoint-counterexample/1";

    private static final List<String> HEAD = List.of(WitnessFormat.SCHEMA, "claim", "contradicts", "search");
    private static final String WHAT = "what";

    private FirstSchema() {
    }

    static boolean isThatOf(JsonCursor file) {
        return file.field(WitnessFormat.SCHEMA).string().equals(COUNTEREXAMPLE);
    }

    /** The statement of a file; one of its kinds speaks of the loss at the start. */
    static Statement readStatement(JsonCursor file) {
        Run plain = new Run(WitnessFormat.network(file), WitnessFormat.data(file), WitnessFormat.settings(file), Companions.NONE);
        Replay.requireBounded(file, plain.start(), plain.data());
        return FirstStatements.read(file.field(WitnessFormat.STATEMENT), plain);
    }

    /** The file with each number in it that can be computed as it is computed now; its words stay as they are. */
    static ObjectNode computed(JsonCursor file, Witness witness) {
        Run run = witness.run();
        ObjectNode value = (ObjectNode) file.node().deepCopy();
        value.setAll(RunFormat.write(run));
        ObjectNode statement = (ObjectNode) value.get(WitnessFormat.STATEMENT);
        statement.set(FirstStatements.PREMISES,
                computed(statement.get(FirstStatements.PREMISES), witness.statement().requires(run)));
        statement.set(FirstStatements.CONCLUSIONS,
                computed(statement.get(FirstStatements.CONCLUSIONS), witness.statement().shows(run)));
        value.put(WitnessFormat.FINGERPRINT, fingerprint(value, run));
        return value;
    }

    private static ArrayNode computed(JsonNode file, List<Comparison> comparisons) {
        ArrayNode array = Json.array();
        for (Comparison comparison : comparisons) {
            JsonNode old = file.path(array.size());
            ObjectNode value = array.addObject();
            value.set("left", computed(old.path("left"), comparison.left()));
            value.put("relation", comparison.relation().symbol());
            value.set("right", computed(old.path("right"), comparison.right()));
        }
        return array;
    }

    private static ObjectNode computed(JsonNode file, Quantity quantity) {
        ObjectNode value = Json.object();
        value.put(WHAT, file.path(WHAT).asString(quantity.toString()));
        value.set("value", Json.number(quantity.value()));
        return value;
    }

    /** Of what is given, in the order of the schema, numbers of the training in lowest terms. */
    private static String fingerprint(ObjectNode file, Run run) {
        ObjectNode givens = Json.object();
        HEAD.stream().filter(file::has).forEach(key -> givens.set(key, file.get(key)));
        givens.setAll(RunFormat.writeGivens(run));
        ObjectNode statement = (ObjectNode) file.get(WitnessFormat.STATEMENT).deepCopy();
        givens.set(WitnessFormat.STATEMENT, statement.without(List.of(FirstStatements.PREMISES, FirstStatements.CONCLUSIONS)));
        return Fingerprint.of(givens);
    }
}
