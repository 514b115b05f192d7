package org.stillpoint.report;

import java.util.List;
import java.util.Set;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was found of libraries, as {@code src/adapters/implementations.json} keeps it: {@code {"made": "2026-11-29", "libraries":
 * [{"name": ..., "arithmetic": "float32", "cases": 60, "wrong": 0, "conventions": {"relu-at-0": "0"}, "diagnosis": [...], "says":
 * [...], "smallest": ...}], "not-run": [{"name": ..., "why": ...}]}}.
 *
 * @param made the day
 */
public record Implementations(String made, List<Judged> libraries, List<NotRun> notRun) {

    private static final String MADE = "made";
    private static final String LIBRARIES = "libraries";
    private static final String NOT_RUN = "not-run";

    public Implementations {
        libraries = List.copyOf(libraries);
        notRun = List.copyOf(notRun);
    }

    /** @throws org.stillpoint.format.FormatException if the text is nothing of the kind */
    public static Implementations read(Source source) {
        JsonCursor value = Json.read(source).allowing(Set.of(MADE, LIBRARIES, NOT_RUN));
        return new Implementations(value.field(MADE).string(),
                value.field(LIBRARIES).elements().stream().map(Judged::read).toList(), NotRun.read(value, NOT_RUN));
    }

    /** The text to keep. */
    public String write() {
        ObjectNode json = Json.object().put(MADE, made);
        ArrayNode array = json.putArray(LIBRARIES);
        libraries.forEach(library -> library.write(array.addObject()));
        NotRun.write(json, NOT_RUN, notRun);
        return Json.write(json);
    }
}
