package org.stillpoint.report;

import java.util.List;
import java.util.Set;
import org.stillpoint.check.verdict.Drift;
import org.stillpoint.check.verdict.DriftJson;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How twins part in the trainings of libraries, as {@code src/adapters/drift.json} keeps it: {@code {"made": "2026-11-29",
 * "libraries": [{"name": ..., "arithmetic": "float32", "drifts": [...]}], "not-run": [{"name": ..., "why": ...}]}}.
 *
 * @param made the day
 */
public record Drifts(String made, List<OfLibrary> libraries, List<NotRun> notRun) {

    private static final String MADE = "made";
    private static final String LIBRARIES = "libraries";
    private static final String NOT_RUN = "not-run";
    private static final String NAME = "name";
    private static final String ARITHMETIC = "arithmetic";
    private static final String DRIFTS = "drifts";

    /**
     * One library in one type.
     *
     * @param name with its version
     * @param arithmetic the type
     */
    public record OfLibrary(String name, String arithmetic, List<Drift> drifts) {

        public OfLibrary {
            drifts = List.copyOf(drifts);
        }
    }

    public Drifts {
        libraries = List.copyOf(libraries);
        notRun = List.copyOf(notRun);
    }

    /** @throws org.stillpoint.format.FormatException if the text is nothing of the kind */
    public static Drifts read(Source source) {
        JsonCursor value = Json.read(source).allowing(Set.of(MADE, LIBRARIES, NOT_RUN));
        return new Drifts(value.field(MADE).string(), value.field(LIBRARIES).elements().stream().map(Drifts::library).toList(),
                NotRun.read(value, NOT_RUN));
    }

    private static OfLibrary library(JsonCursor value) {
        value.allowing(Set.of(NAME, ARITHMETIC, DRIFTS));
        return new OfLibrary(value.field(NAME).string(), value.field(ARITHMETIC).string(),
                value.field(DRIFTS).elements().stream().map(DriftJson::read).toList());
    }

    /** The text to keep. */
    public String write() {
        ObjectNode json = Json.object().put(MADE, made);
        ArrayNode array = json.putArray(LIBRARIES);
        libraries.forEach(library -> {
            ObjectNode one = array.addObject().put(NAME, library.name()).put(ARITHMETIC, library.arithmetic());
            ArrayNode drifts = one.putArray(DRIFTS);
            library.drifts().forEach(drift -> drifts.add(DriftJson.write(drift)));
        });
        NotRun.write(json, NOT_RUN, notRun);
        return Json.write(json);
    }
}
