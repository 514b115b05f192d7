package org.stillpoint.report;

import java.util.List;
import java.util.Set;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the starts of published faulty programs are, as {@code src/models/faulty.json} keeps it: {@code {"programs": [{"program":
 * "NeuraLint, synthetic zeros_init", "network": ..., "decided": "stuck", "says": ..., "note": ...}]}}.
 */
public record FaultyStarts(List<Start> programs) {

    private static final String PROGRAMS = "programs";
    private static final String PROGRAM = "program";
    private static final String NETWORK = "network";
    private static final String DECIDED = "decided";
    private static final String SAYS = "says";
    private static final String NOTE = "note";

    /**
     * One program.
     *
     * @param network its layers, and how they start if not at random
     * @param decided stuck, harmless or not decided
     * @param says why, in words
     * @param note in what the network differs from the program's; empty if in nothing
     */
    public record Start(String program, String network, String decided, String says, String note) {
    }

    public FaultyStarts {
        programs = List.copyOf(programs);
    }

    /** @throws org.stillpoint.format.FormatException if the text is nothing of the kind */
    public static FaultyStarts read(Source source) {
        return new FaultyStarts(Json.read(source).allowing(Set.of(PROGRAMS)).field(PROGRAMS).elements().stream()
                .map(one -> one.allowing(Set.of(PROGRAM, NETWORK, DECIDED, SAYS, NOTE)))
                .map(one -> new Start(one.field(PROGRAM).string(), one.field(NETWORK).string(), one.field(DECIDED).string(),
                        one.field(SAYS).string(), one.optionalField(NOTE).map(JsonCursor::string).orElse(""))).toList());
    }

    /** The text to keep. */
    public String write() {
        ObjectNode json = Json.object();
        ArrayNode array = json.putArray(PROGRAMS);
        programs.forEach(start -> {
            ObjectNode one = array.addObject().put(PROGRAM, start.program).put(NETWORK, start.network)
                    .put(DECIDED, start.decided).put(SAYS, start.says);
            if (!start.note.isEmpty()) {
                one.put(NOTE, start.note);
            }
        });
        return Json.write(json);
    }
}
