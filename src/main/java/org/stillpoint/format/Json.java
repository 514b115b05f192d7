package org.stillpoint.format;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON text to and from trees: strict, bounded, and with every number kept exact. */
public final class Json {

    /** The most keys, values and brackets that are read from one file. */
    public static final int MAX_TOKENS = 4_000_000;

    static final String LOW = "low";
    static final String HIGH = "high";

    private static final int MAX_NESTING = 100;
    private static final int MAX_STRING = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(ExactNumber.MAX_LENGTH)
                            .maxStringLength(MAX_STRING)
                            .maxNestingDepth(MAX_NESTING)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private Json() {
    }

    /**
     * Reads one JSON value and nothing after it.
     *
     * @throws FormatException with line and column if the syntax is broken or a key appears twice
     */
    public static JsonCursor read(Source source) {
        try (JsonParser parser = MAPPER.createParser(source.text())) {
            try {
                return new JsonCursor(source.name(), "", onlyValue(source, parser));
            } catch (JacksonException e) {
                throw syntaxError(source, Optional.ofNullable(e.getLocation()).orElseGet(parser::currentLocation),
                        "broken JSON, expected one value: " + e.getOriginalMessage().lines().findFirst().orElse(""));
            } catch (NumberFormatException e) {
                throw syntaxError(source, parser.currentLocation(), "a number out of range, expected an exponent from -"
                        + ExactNumber.MAX_EXPONENT + " to " + ExactNumber.MAX_EXPONENT);
            }
        }
    }

    private static JsonNode onlyValue(Source source, JsonParser parser) {
        JsonNode value = MAPPER.readTree(parser);
        if (value == null || value.isMissingNode()) {
            throw syntaxError(source, parser.currentLocation(), "nothing there, expected a JSON value");
        }
        if (parser.nextToken() != null) {
            throw syntaxError(source, parser.currentTokenLocation(), "something after the value, expected the end");
        }
        return value;
    }

    private static FormatException syntaxError(Source source, TokenStreamLocation where, String message) {
        return new FormatException(source.name() + ":" + where.getLineNr() + ":" + where.getColumnNr() + ": " + message);
    }

    /** The text of a value, ending with a line break. */
    public static String write(JsonNode value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }

    /** As {@link #write}, in one line: for files that programs read. */
    public static String writeLine(JsonNode value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** A number as the string of its lowest terms. */
    public static JsonNode number(BigFraction value) {
        return MAPPER.getNodeFactory().stringNode(ExactNumber.write(value));
    }

    public static ArrayNode vector(Vector vector) {
        ArrayNode array = array();
        vector.entries().forEach(entry -> array.add(number(entry)));
        return array;
    }

    public static ArrayNode vectors(List<Vector> vectors) {
        ArrayNode array = array();
        vectors.forEach(vector -> array.add(vector(vector)));
        return array;
    }

    /** An exact number as ever; an enclosure as {@code {"low": "0.33", "high": "0.34"}}. */
    public static JsonNode number(Real value) {
        if (value instanceof Exact exact) {
            return number(exact.value());
        }
        Enclosure enclosure = (Enclosure) value;
        return object().put(LOW, ExactNumber.write(enclosure.low())).put(HIGH, ExactNumber.write(enclosure.high()));
    }

    static ArrayNode reals(List<Real> vector) {
        ArrayNode array = array();
        vector.forEach(entry -> array.add(number(entry)));
        return array;
    }

    /** One array a vector. */
    static ArrayNode realVectors(List<List<Real>> vectors) {
        ArrayNode array = array();
        vectors.forEach(vector -> array.add(reals(vector)));
        return array;
    }
}
