package org.stillpoint.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.census.Count;
import org.stillpoint.census.Scope;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The census, as {@code src/census/census.json} keeps it: {@code {"made": "2026-11-29", "processors": 2, "scopes": [{"widths":
 * [1, 2, 1], "biases": "no", "samples": 2, "outcomes": [...], "sha-256": ..., "cases-a-second": 5000000}]}}.
 *
 * @param made the day
 * @param processors of the machine where the rates were measured
 */
public record CountedScopes(String made, int processors, List<OfScope> scopes) {

    private static final String MADE = "made";
    private static final String PROCESSORS = "processors";
    private static final String SCOPES = "scopes";
    private static final String WIDTHS = "widths";
    private static final String BIASES = "biases";
    private static final String SAMPLES = "samples";
    private static final String OUTCOMES = "outcomes";
    private static final String HASH = "sha-256";
    private static final String RATE = "cases-a-second";
    private static final String YES = "yes";

    /**
     * One scope.
     *
     * @param rate cases a second, where there are enough of them to measure it
     */
    public record OfScope(Count count, Optional<Long> rate) {
    }

    public CountedScopes {
        scopes = List.copyOf(scopes);
    }

    /** @throws org.stillpoint.format.FormatException if the text is nothing of the kind */
    public static CountedScopes read(Source source) {
        JsonCursor value = Json.read(source).allowing(Set.of(MADE, PROCESSORS, SCOPES));
        return new CountedScopes(value.field(MADE).string(), (int) whole(value.field(PROCESSORS)),
                value.field(SCOPES).elements().stream().map(CountedScopes::scope).toList());
    }

    private static OfScope scope(JsonCursor value) {
        value.allowing(Set.of(WIDTHS, BIASES, SAMPLES, OUTCOMES, HASH, RATE));
        Scope scope = new Scope(value.field(WIDTHS).elements().stream().map(width -> (int) whole(width)).toList(),
                value.field(BIASES).string().equals(YES), (int) whole(value.field(SAMPLES)));
        return new OfScope(new Count(scope, value.field(OUTCOMES).elements().stream().map(CountedScopes::whole).toList(),
                value.field(HASH).string()), value.optionalField(RATE).map(CountedScopes::whole));
    }

    private static long whole(JsonCursor value) {
        return value.number().getNumerator().longValueExact();
    }

    /** The text to keep. */
    public String write() {
        ObjectNode json = Json.object().put(MADE, made).put(PROCESSORS, processors);
        ArrayNode array = json.putArray(SCOPES);
        scopes.forEach(counted -> {
            Scope scope = counted.count().scope();
            ObjectNode one = array.addObject();
            ArrayNode widths = one.putArray(WIDTHS);
            scope.widths().forEach(widths::add);
            one.put(BIASES, scope.biases() ? YES : "no").put(SAMPLES, scope.samples());
            ArrayNode outcomes = one.putArray(OUTCOMES);
            counted.count().outcomes().forEach(outcomes::add);
            one.put(HASH, counted.count().hash());
            counted.rate().ifPresent(rate -> one.put(RATE, rate));
        });
        return Json.write(json);
    }
}
