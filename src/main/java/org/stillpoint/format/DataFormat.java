package org.stillpoint.format;

import java.util.List;
import java.util.Set;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Vector;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Data sets as JSON, {@code {"inputs": [["1", "2"]], "targets": ["1"]}} where a target is a number or an array of them, or as CSV
 * (see {@link CsvData}).
 */
public final class DataFormat {

    private static final String INPUTS = "inputs";
    private static final String TARGETS = "targets";

    private DataFormat() {
    }

    /**
     * Reads CSV if the name ends with {@code .csv}, JSON if it ends with {@code .json}; any other file is JSON if it starts with
     * a brace.
     *
     * @throws FormatException if the file is no data set
     */
    public static DataSet read(Source source) {
        return isCsv(source) ? CsvData.read(source) : read(Json.read(source));
    }

    /**
     * An error about the target of a sample, to be thrown, that names its place.
     *
     * @param source one that {@link #read(Source)} reads
     * @param sample from 0
     */
    public static FormatException targetError(Source source, int sample, String message) {
        return isCsv(source) ? CsvData.targetError(source, sample, message)
                : Json.read(source).field(TARGETS).elements().get(sample).error(message);
    }

    private static boolean isCsv(Source source) {
        return source.name().endsWith(".csv")
                || !source.name().endsWith(".json") && !source.text().stripLeading().startsWith("{");
    }

    /** @throws FormatException if the value is no data set */
    public static DataSet read(JsonCursor value) {
        value.allowing(Set.of(INPUTS, TARGETS));
        List<Vector> inputs = value.field(INPUTS).elements().stream().map(JsonCursor::vector).toList();
        List<Vector> targets = value.field(TARGETS).elements().stream().map(DataFormat::target).toList();
        return value.checked(() -> new DataSet(inputs, targets));
    }

    private static Vector target(JsonCursor value) {
        return value.isArray() ? value.vector() : Vector.of(value.number());
    }

    /** A target of one number is written as that number. */
    public static ObjectNode write(DataSet data) {
        ObjectNode value = Json.object();
        value.set(INPUTS, Json.vectors(data.inputs()));
        ArrayNode targets = value.putArray(TARGETS);
        for (Vector target : data.targets()) {
            targets.add(target.size() == 1 ? Json.number(target.get(0)) : Json.vector(target));
        }
        return value;
    }
}
